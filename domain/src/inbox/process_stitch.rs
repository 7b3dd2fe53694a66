//! Stitch's events, understood: a second way of being told that a payment came.

use sqlx::PgConnection;

use super::{End, process_stripe::payment};
use crate::{
    Fault,
    clock::At,
    event::Source,
    order,
    payment::News,
    provider::stitch::{Event, Meaning, Reference},
};

/// Hears one event in the caller's transaction.
pub(super) async fn hear(conn: &mut PgConnection, body: &[u8], now: At) -> Result<End, Fault> {
    let Some(event) = Event::read(body) else { return Ok(End::failed("not an event")) };
    let said = match event.meaning() {
        Meaning::Payment(said) => said,
        Meaning::Nothing(why) => return Ok(End::ignored(why)),
    };
    let order = match said.reference {
        Reference::Id(id) => id,
        // A number is drawn here and told nobody before its order is kept: there is nothing to wait for.
        Reference::Number(number) => match order::store::id_of(conn, &number).await {
            Ok(id) => id,
            Err(Fault::NotFound) => return Ok(End::ignored("it names no order of ours")),
            Err(fault) => return Err(fault),
        },
    };
    let news = News {
        order,
        heard: said.heard,
        amount: said.amount.map(|amount| amount.minor),
        currency: said.amount.map(|amount| amount.currency.code().to_owned()),
        payment_intent: None,
        said_by: said.said_by,
        source: Source::Stitch,
        at: said.at.unwrap_or(now),
    };
    payment(conn, &news, now).await
}
