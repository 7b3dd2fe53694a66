//! Verb: staff release an order that was on hold. It has the time left that it had then.

use serde_json::json;
use sqlx::PgConnection;

use super::{
    Change, Priority,
    record::{self, Recorded},
    store::{self, Order},
};
use crate::{Fault, Language, Reason, Shop, clock::At, history::Actor, ids::OrderId, staff::Person};

/// Releases an order that the person saw at version `seen`, to the priority it had before.
///
/// # Errors
/// [`Fault::Conflict`] when the order has changed since; [`Fault::Refused`] when it is not on hold; [`Fault::NotFound`].
pub async fn release(shop: &Shop, by: &Person, id: OrderId, seen: i64) -> Result<Recorded, Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let mut order = store::lock(&mut tx, id).await?;
    record::agree(&mut tx, &order, seen).await?;
    let recorded = release_step(&mut tx, &mut order, &by.actor(), by.language, now).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(recorded)
}

/// The step of [`release`], in the caller's transaction, on a locked order.
///
/// # Errors
/// [`Fault::Refused`] when it is not on hold, or has left the shop.
pub async fn release_step(
    conn: &mut PgConnection,
    order: &mut Order,
    actor: &Actor,
    language: Language,
    now: At,
) -> Result<Recorded, Fault> {
    if order.state.priority != Priority::Hold {
        return Err(Reason::NotHeld.into());
    }
    let to = order.schedule.held_from.unwrap_or_default();
    let payload = json!({ "priority": to });
    record::change(conn, order, &Change::Prioritise(to), actor, payload, (now, now), language).await
}
