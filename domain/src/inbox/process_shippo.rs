//! Shippo's webhooks, understood.

use serde::Deserialize;
use serde_json::Value;
use sqlx::PgConnection;

use super::End;
use crate::{
    Fault, Shop,
    clock::At,
    parcel::{LabelHeard, LabelNews, TrackHeard, hear_tracking, hear_transaction},
    poll,
    provider::shippo::{wire::Transaction, wire_track::Track},
};

/// The envelope: there is no id in it, and no time.
#[derive(Debug, Deserialize)]
struct Event {
    #[serde(default)]
    event: String,
    #[serde(default)]
    data: Value,
}

/// Hears one event in the caller's transaction.
pub(super) async fn hear(conn: &mut PgConnection, shop: &Shop, body: &[u8], now: At) -> Result<End, Fault> {
    let Ok(event) = serde_json::from_slice::<Event>(body) else { return Ok(End::failed("not an event")) };
    match event.event.as_str() {
        "track_updated" => track(conn, shop, event.data, now).await,
        "transaction_created" | "transaction_updated" => transaction(conn, event.data, now).await,
        _ => Ok(End::ignored("nothing depends on this kind of event")),
    }
}

async fn track(conn: &mut PgConnection, shop: &Shop, data: Value, now: At) -> Result<End, Fault> {
    // Accounts whose API version is older than 2018-02-08 get a purchase here.
    if data.get("object_state").is_some() && data.get("carrier").is_none() {
        return Ok(End::failed(
            "a purchase where a track was expected: the account's API version is too old",
        ));
    }
    let Ok(track) = serde_json::from_value::<Track>(data) else { return Ok(End::failed("not a track")) };
    let Some(report) = track.report() else {
        return Ok(End::failed("a track without carrier or number"));
    };
    let heard = hear_tracking(conn, &report, now).await?;
    poll::told_all(conn, &shop.about.zone, std::slice::from_ref(&report), now).await?;
    Ok(match heard {
        TrackHeard::Moved(order) => End::moved("tracking noted", order),
        TrackHeard::Already(order) => End::already(Some(order)),
        TrackHeard::NotYet(about) => End::waiting("its parcel is not here yet", about),
    })
}

async fn transaction(conn: &mut PgConnection, data: Value, now: At) -> Result<End, Fault> {
    let news = serde_json::from_value::<Transaction>(data).ok().as_ref().and_then(LabelNews::read);
    let Some(news) = news else { return Ok(End::failed("not a purchase, or in words nobody knows")) };
    Ok(match hear_transaction(conn, &news, now).await? {
        LabelHeard::Moved(order) => End::moved("label booked", order),
        LabelHeard::Already(order) => End::already(Some(order)),
        LabelHeard::NotOurs => End::ignored("it names no label of ours"),
    })
}
