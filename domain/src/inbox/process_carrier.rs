//! Carriers' own pushes, understood: news of parcels, and DHL's question whether we meant it.

use sqlx::PgConnection;

use super::{ConfirmDhlPush, End};
use crate::{
    Fault, Shop,
    clock::At,
    parcel::{TrackHeard, hear_tracking},
    poll,
    provider::{
        correos,
        dhl::{Push, Told},
        fedex, ups,
    },
    queue,
    tracking::TrackReport,
};

/// Hears one push in the caller's transaction.
pub(super) async fn hear(
    conn: &mut PgConnection,
    shop: &Shop,
    provider: &str,
    body: &[u8],
    now: At,
) -> Result<End, Fault> {
    let reports = match provider {
        "fedex" => fedex::wire::Answer::read(body).map(|said| said.reports(now)),
        "ups" => ups::Alert::read(body).map(|alert| vec![alert.report(now)]),
        "correos" => correos::wire::Answer::read(body).map(|said| said.reports()),
        "dhl" => match Push::read(body).map(|push| push.told(now)) {
            Some(Told::Validate { subscription, secret }) => {
                queue::enqueue(conn, &ConfirmDhlPush { subscription, secret }).await?;
                return Ok(End::noted("a subscription is being confirmed"));
            }
            Some(Told::Ready(name)) => return subscribed(conn, &name).await,
            Some(Told::Over(name)) => {
                poll::over(conn, &name, now).await?;
                return Ok(End::noted("a subscription is over"));
            }
            Some(Told::Nothing(why)) => return Ok(End::ignored(why)),
            Some(Told::News(reports)) => Some(reports),
            None => None,
        },
        _ => None,
    };
    let Some(mut reports) = reports else { return Ok(End::failed("not a push of this carrier's")) };
    reports.retain(|report| !report.events.is_empty());
    // Two pushes about the same parcels lock their orders one way round.
    reports.sort_by(|a, b| (&a.carrier, &a.number).cmp(&(&b.carrier, &b.number)));
    let end = news(conn, &reports, now).await?;
    poll::told_all(conn, &shop.about.zone, &reports, now).await?;
    Ok(end)
}

/// DHL's push may overtake its own answer: then it waits until the answer is written down.
async fn subscribed(conn: &mut PgConnection, name: &str) -> Result<End, Fault> {
    Ok(if poll::stands(conn, name).await? {
        End::noted("a subscription stands")
    } else {
        End::waiting("its subscription is not here yet", poll::about_subscription(name))
    })
}

/// What is about a parcel that is not here waits for it; heard again, the others say nothing new.
async fn news(conn: &mut PgConnection, reports: &[TrackReport], now: At) -> Result<End, Fault> {
    let mut end = End::ignored("it says nothing of any parcel");
    let mut missing = None;
    for report in reports {
        match hear_tracking(conn, report, now).await? {
            TrackHeard::Moved(order) => end = End::moved("tracking noted", order),
            TrackHeard::Already(order) if !end.moved => end = End::already(Some(order)),
            TrackHeard::Already(_) => {}
            TrackHeard::NotYet(about) => missing = missing.or(Some(about)),
        }
    }
    Ok(match missing {
        Some(about) => {
            let waiting = End::waiting("its parcel is not here yet", about);
            End { order: end.order, moved: end.moved, ..waiting }
        }
        None => end,
    })
}
