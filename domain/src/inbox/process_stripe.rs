//! Stripe's events, understood.

use sqlx::PgConnection;

use super::{End, about_intent, about_order, store};
use crate::{
    Fault,
    clock::At,
    payment::{Confirmed, Heard, News, RefundHeard, SyncRefunds, confirm, hear_dispute, hear_refund},
    provider::stripe::wire::{Event, Meaning},
    queue,
};

/// Hears one event in the caller's transaction.
pub(super) async fn hear(conn: &mut PgConnection, body: &[u8], now: At) -> Result<End, Fault> {
    let Ok(event) = serde_json::from_slice::<Event>(body) else { return Ok(End::failed("not an event")) };
    match event.meaning() {
        Meaning::Payment(news) => payment(conn, &news, now).await,
        Meaning::Refund(news) => Ok(match hear_refund(conn, &news, now).await? {
            RefundHeard::Moved(order) => End::moved("refund booked", order),
            RefundHeard::Already => End::already(None),
            RefundHeard::NotYet => {
                End::waiting("its payment is not here yet", about_intent(&news.payment_intent))
            }
        }),
        Meaning::Refunds(intent) => {
            queue::enqueue(conn, &SyncRefunds { intent }).await?;
            Ok(End { outcome: "the refunds are fetched", ..End::already(None) })
        }
        Meaning::Dispute(news) => Ok(match hear_dispute(conn, &news, now).await? {
            Some(order) => End::moved("dispute noted", order),
            None => End::waiting("its payment is not here yet", about_intent(&news.payment_intent)),
        }),
        Meaning::Nothing(why) => Ok(End::ignored(why)),
    }
}

/// News of a payment, from whichever provider.
pub(super) async fn payment(conn: &mut PgConnection, news: &News, now: At) -> Result<End, Fault> {
    let about = about_order(news.order);
    store::meet(conn, &about).await?;
    match confirm(conn, news, now).await {
        Ok(Confirmed::Moved) => Ok(End::moved(
            match news.heard {
                Heard::Succeeded => "confirmed",
                Heard::Authorized => "authorized",
                Heard::Released => "released",
                Heard::Failed => "not paid",
            },
            news.order,
        )),
        Ok(Confirmed::Already) => Ok(End::already(Some(news.order))),
        Ok(Confirmed::Mismatch) => Ok(End::moved("amount mismatch: staff alerted", news.order)),
        Err(Fault::NotFound) => Ok(End::waiting("its order is not here yet", about)),
        Err(fault) => Err(fault),
    }
}
