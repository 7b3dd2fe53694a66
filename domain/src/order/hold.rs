//! Verb: staff put an order on hold. Its clock stands, and no list of work shows it until it is released.

use serde_json::json;
use sqlx::PgConnection;

use super::{
    Change, Priority,
    record::{self, Recorded},
    store::{self, Order},
};
use crate::{Fault, Language, Reason, Shop, clock::At, history::Actor, ids::OrderId, staff::Person};

const LONGEST: usize = 500;

/// Holds an order that the person saw at version `seen`; `why` is for staff and may be empty.
///
/// # Errors
/// [`Fault::Conflict`] when the order has changed since, unless it is on hold already; [`Fault::Refused`] once it has left the shop,
/// or for an overlong reason; [`Fault::NotFound`].
pub async fn hold(shop: &Shop, by: &Person, id: OrderId, why: &str, seen: i64) -> Result<Recorded, Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let mut order = store::lock(&mut tx, id).await?;
    if order.state.priority != Priority::Hold {
        record::agree(&mut tx, &order, seen).await?;
    }
    let recorded = hold_step(&mut tx, &mut order, why, &by.actor(), by.language, now).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(recorded)
}

/// The step of [`hold`], in the caller's transaction, on a locked order.
///
/// # Errors
/// [`Fault::Refused`] once the order has left the shop, or for an overlong reason.
pub async fn hold_step(
    conn: &mut PgConnection,
    order: &mut Order,
    why: &str,
    actor: &Actor,
    language: Language,
    now: At,
) -> Result<Recorded, Fault> {
    let why = why.trim();
    if why.chars().count() > LONGEST {
        return Err(Reason::TooLong { most: LONGEST }.into());
    }
    let payload = json!({ "why": why, "before": order.state.priority });
    record::change(conn, order, &Change::Prioritise(Priority::Hold), actor, payload, (now, now), language)
        .await
}
