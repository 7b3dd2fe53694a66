//! Verb: staff have it back.

use serde_json::json;

use super::{ReturnStatus, store};
use crate::{
    Fault, Reason, Shop,
    alert::{self, AlertKind},
    ids::OrderId,
    order::{
        self, Change, Status,
        record::{self, Recorded},
    },
    product,
    staff::Person,
};

/// How many pieces of a line go back into stock; the others are lost.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct Restock {
    /// The line, from 1.
    pub position: i16,
    /// Pieces.
    pub pieces: i32,
}

/// Marks an order as returned, with what of it can be sold again. Twice is once.
///
/// # Errors
/// [`Fault::Refused`] when nobody asked for a return; [`Fault::Conflict`] when the order changed since it was seen;
/// [`Fault::NotFound`].
pub async fn receive(
    shop: &Shop,
    by: &Person,
    id: OrderId,
    lines: &[Restock],
    seen: i64,
) -> Result<Recorded, Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let mut order = order::store::lock(&mut tx, id).await?;
    if order.state.status == Status::Returned {
        return Ok(Recorded::Already);
    }
    record::agree(&mut tx, &order, seen).await?;
    if !store::advance(&mut tx, id, ReturnStatus::Requested, ReturnStatus::Received, now).await? {
        return Err(Reason::NoReturn.into());
    }
    let mut restocked = Vec::new();
    for line in lines.iter().filter(|line| line.pieces > 0) {
        let pieces = product::store::give_back_some(&mut tx, id, line.position, line.pieces, now).await?;
        restocked.push(json!({ "position": line.position, "pieces": pieces }));
    }
    alert::store::settle(&mut tx, id, AlertKind::ReturnRequested, Some(&by.name), now).await?;
    let payload = json!({ "restocked": restocked });
    let recorded =
        record::change(&mut tx, &mut order, &Change::TakeBack, &by.actor(), payload, (now, now), by.language)
            .await?;
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(recorded)
}
