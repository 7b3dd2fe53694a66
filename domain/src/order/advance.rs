//! Verb: staff move an order on to a stage, or step back.

use serde_json::json;

use super::{
    Change,
    record::{self, Recorded},
    store,
};
use crate::{
    Fault, Shop,
    ids::OrderId,
    payment::{CapturePayment, PaymentStatus},
    queue,
    staff::Person,
};

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
    let (change, target) = match to {
        Move::On(stage) => (Change::Enter(stage.clone()), stage),
        Move::Back(stage) => (Change::Recall(stage.clone()), stage),
    };
    if order.state.stage.as_deref() == Some(&target) {
        return Ok(Recorded::Already);
    }
    record::agree(&mut tx, &order, seen).await?;
    let recorded =
        record::change(&mut tx, &mut order, &change, &by.actor(), json!({}), (now, now), by.language).await?;
    let captures = order.workflow.stage(&target).is_some_and(|stage| stage.captures);
    if captures && order.state.payment == PaymentStatus::Authorized {
        queue::enqueue(&mut tx, &CapturePayment { order: id }).await?;
    }
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(recorded)
}
