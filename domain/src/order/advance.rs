//! Verb: staff move an order on to a stage, or step back.

use serde_json::json;
use sqlx::PgConnection;

use super::{
    Change,
    record::{self, Recorded},
    store::{self, Order},
};
use crate::{Fault, Language, Shop, clock::At, history::Actor, ids::OrderId, staff::Person};

/// Which way.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Move {
    /// On to this stage.
    On(String),
    /// Back to this stage.
    Back(String),
}

/// Moves an order that the person saw at version `seen`.
///
/// # Errors
/// [`Fault::Conflict`] when the order has changed since, unless it stands there already; [`Fault::Refused`] when the rules say
/// no; [`Fault::NotFound`].
pub async fn advance(shop: &Shop, by: &Person, id: OrderId, to: Move, seen: i64) -> Result<Recorded, Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let mut order = store::lock(&mut tx, id).await?;
    let (Move::On(target) | Move::Back(target)) = &to;
    if order.state.stage.as_ref() == Some(target) {
        return Ok(Recorded::Already);
    }
    record::agree(&mut tx, &order, seen).await?;
    let recorded = advance_step(&mut tx, &mut order, &to, &by.actor(), by.language, now).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(recorded)
}

/// The step of [`advance`], in the caller's transaction, on a locked order.
///
/// # Errors
/// [`Fault::Refused`] when the rules say no.
pub async fn advance_step(
    conn: &mut PgConnection,
    order: &mut Order,
    to: &Move,
    actor: &Actor,
    language: Language,
    now: At,
) -> Result<Recorded, Fault> {
    let change = match to {
        Move::On(stage) => Change::Enter(stage.clone()),
        Move::Back(stage) => Change::Recall(stage.clone()),
    };
    record::change(conn, order, &change, actor, json!({}), (now, now), language).await
}
