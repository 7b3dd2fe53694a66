//! Stripe's events, understood.

use std::borrow::Cow;

use sqlx::PgConnection;

use super::{End, about_intent, about_order, about_session, store};
use crate::{
    Fault, Shop,
    clock::At,
    connect::AdoptSession,
    order,
    payment::{
        Confirmed, Heard, News, RefundHeard, SyncRefunds, confirm, hear_dispute, hear_refund,
        store::{order_of_intent, order_of_session},
    },
    provider::stripe::wire::{Event, Meaning, SessionNews},
    queue,
};

/// Hears one event in the caller's transaction.
pub(super) async fn hear(conn: &mut PgConnection, shop: &Shop, body: &[u8], now: At) -> Result<End, Fault> {
    let Ok(event) = serde_json::from_slice::<Event>(body) else { return Ok(End::failed("not an event")) };
    match event.meaning() {
        Meaning::Payment(news) => payment(conn, &news, now).await,
        Meaning::Session(news) => session(conn, shop, &news, now).await,
        Meaning::Refund(news) => Ok(match hear_refund(conn, &news, now).await? {
            RefundHeard::Moved(order) => End::moved("refund booked", order),
            RefundHeard::Already => End::already(None),
            RefundHeard::Mismatch(order) => End::moved("amount mismatch: staff alerted", order),
            RefundHeard::NotYet => {
                End::waiting("its payment is not here yet", about_intent(&news.payment_intent))
            }
        }),
        Meaning::Refunds(intent) => {
            let about = about_intent(&intent);
            store::meet(conn, &about).await?;
            // An account that serves other things as well tells of their refunds, too: nobody is asked about those.
            if order_of_intent(conn, &intent).await?.is_none() {
                return Ok(End::waiting("its payment is not here yet", about));
            }
            queue::enqueue(conn, &SyncRefunds { intent }).await?;
            Ok(End { outcome: Cow::Borrowed("the refunds are fetched"), ..End::already(None) })
        }
        Meaning::Dispute(news) => Ok(match hear_dispute(conn, &news, now).await? {
            Some(order) => End::moved("dispute noted", order),
            None => End::waiting("its payment is not here yet", about_intent(&news.payment_intent)),
        }),
        Meaning::Nothing(why) => Ok(End::ignored(why)),
    }
}

/// News of a session that names no order of ours: we know which one it is, or fetch it, or it is somebody else's.
async fn session(conn: &mut PgConnection, shop: &Shop, news: &SessionNews, now: At) -> Result<End, Fault> {
    let about = about_session(&news.session);
    store::meet(conn, &about).await?;
    let known = match order_of_session(conn, &news.session).await? {
        Some(order) => Some(order),
        None => match news.reference {
            Some(order) => order::store::number_and_version(conn, order).await?.map(|_| order),
            None => None,
        },
    };
    if let Some(order) = known {
        return payment(conn, &news.of(order), now).await;
    }
    if !shop.connections.adopt.takes(news.marked) {
        return match news.reference {
            Some(order) => payment(conn, &news.of(order), now).await,
            None => Ok(End::ignored("it names no order of ours")),
        };
    }
    if news.heard() != Heard::Succeeded {
        return Ok(End::ignored("nobody paid, and no order waits for it"));
    }
    if !news.single {
        return Ok(End::ignored("only what is paid once becomes an order, no subscription"));
    }
    queue::enqueue(conn, &AdoptSession { session: news.session.clone() }).await?;
    Ok(End::waiting("its order is being fetched from Stripe", about))
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
