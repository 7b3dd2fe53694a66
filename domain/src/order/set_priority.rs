//! Verb: staff say how urgent an order is.

use serde_json::json;
use sqlx::PgConnection;

use super::{
    Change, Priority,
    record::{self, Recorded},
    store::{self, Order},
};
use crate::{Fault, Language, Shop, clock::At, history::Actor, ids::OrderId, staff::Person};

/// Gives an order that the person saw at version `seen` this priority. `hold` is [`super::hold`] without a reason; any other priority
/// releases an order that is on hold.
///
/// # Errors
/// [`Fault::Conflict`] when the order has changed since, unless it is so already; [`Fault::Refused`] once it has left the shop;
/// [`Fault::NotFound`].
pub async fn set_priority(
    shop: &Shop,
    by: &Person,
    id: OrderId,
    to: Priority,
    seen: i64,
) -> Result<Recorded, Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let mut order = store::lock(&mut tx, id).await?;
    if order.state.priority != to {
        record::agree(&mut tx, &order, seen).await?;
    }
    let recorded = priority_step(&mut tx, &mut order, to, &by.actor(), by.language, now).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(recorded)
}

/// The step of [`set_priority`], in the caller's transaction, on a locked order.
///
/// # Errors
/// [`Fault::Refused`] once the order has left the shop.
pub async fn priority_step(
    conn: &mut PgConnection,
    order: &mut Order,
    to: Priority,
    actor: &Actor,
    language: Language,
    now: At,
) -> Result<Recorded, Fault> {
    let payload = json!({ "priority": to, "before": order.state.priority });
    record::change(conn, order, &Change::Prioritise(to), actor, payload, (now, now), language).await
}
