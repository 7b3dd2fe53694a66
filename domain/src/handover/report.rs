//! Verb: a customer says that what is reported as delivered is not with them.

use serde_json::json;

use super::{form::unprintable, store};
use crate::{
    Fault, Reason, Shop,
    alert::{self, AlertKind},
    event::Kind,
    ids::OrderId,
    limit::{self, Limit},
    order::{self, By, record, record::Recorded},
};

/// The most characters of what they add.
pub const LONGEST_REPORT: usize = 500;
const TRIES: Limit = Limit { tries: 10, seconds: 3600 };

/// Tells staff, once for an order: with the customer's own sentence, where there is one. Whatever follows is between people.
///
/// # Errors
/// [`Fault::Refused`] when nothing of it has arrived, or for too long, with whom to write to; [`Reason::TooLong`]; [`Reason::TooMany`];
/// [`Fault::NotFound`].
pub async fn report(shop: &Shop, by: &By, id: OrderId, words: &str) -> Result<Recorded, Fault> {
    let words = words.replace("\r\n", "\n").replace(|c| unprintable(c) && c != '\n', " ");
    let words = words.trim();
    if words.chars().count() > LONGEST_REPORT {
        return Err(Reason::TooLong { most: LONGEST_REPORT }.into());
    }
    let now = shop.clock.now();
    let counters = [(shop.secret.counter("not-received", &id.to_string()), TRIES)];
    limit::count(&mut *shop.pool.acquire().await?, now, &counters).await?;
    let mut tx = shop.pool.begin().await?;
    let mut order = order::store::lock(&mut tx, id).await?;
    if store::is_reported(&mut tx, id).await? {
        return Ok(Recorded::Already);
    }
    store::facts(&mut tx, &order).await?.may_report(now, &shop.about.contact)?;
    store::keep_report(&mut tx, id, now).await?;
    alert::store::raise(&mut tx, id, AlertKind::NotReceived, json!({ "detail": words }), now).await?;
    let payload = json!({ "words": words });
    let recorded =
        record::fact(&mut tx, &mut order, Kind::NotReceived, &by.actor(), payload, (now, now)).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(recorded)
}
