//! Verb: staff have looked at the specs, and it cannot be made like this. The customer is told what to change, in staff's words.

use serde_json::json;

use super::{
    Change, Step, apply,
    record::{self, Recorded},
    store::{self, Order},
};
use crate::{Fault, Language, Reason, Shop, event::Kind, ids::OrderId, staff::Person};

/// The stage in which specs are reviewed, in workflows that have one.
const REVIEW: &str = "spec_review";
const LONGEST: usize = 2000;

/// Sends an order that the person saw at version `seen` back to the review of its specs, with a message that the customer gets by mail
/// and reads on the order's page. One that stands there stays there: a second message is a second mail.
///
/// # Errors
/// [`Fault::Refused`] for an empty or overlong message, or where nothing is reviewed any more; [`Fault::Conflict`] when the order has
/// changed since; [`Fault::NotFound`].
pub async fn send_back(
    shop: &Shop,
    by: &Person,
    id: OrderId,
    message: &str,
    seen: i64,
) -> Result<Recorded, Fault> {
    let message = message.trim();
    if message.is_empty() {
        return Err(Reason::EmptyNote.into());
    }
    if message.chars().count() > LONGEST {
        return Err(Reason::TooLong { most: LONGEST }.into());
    }
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let mut order = store::lock(&mut tx, id).await?;
    if order.version != seen {
        return Err(record::conflict(&mut tx, &order).await?);
    }
    if !may_send_back(&order) {
        return Err(Reason::NoReviewNow.into());
    }
    let actor = by.actor();
    let back = Change::Recall(REVIEW.to_owned());
    record::change(&mut tx, &mut order, &back, &actor, json!({}), (now, now), by.language).await?;
    let payload = json!({ "message": message });
    let recorded =
        record::fact(&mut tx, &mut order, Kind::SpecsReturned, &actor, payload, (now, now)).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(recorded)
}

/// Whether the order stands in its review, or may step back to it.
pub(super) fn may_send_back(order: &Order) -> bool {
    let back = Change::Recall(REVIEW.to_owned());
    let reviewed = order.workflow.stage(REVIEW).is_some() && order.state.payment.is_covered();
    reviewed
        && !order.state.status.is_end()
        && !matches!(apply(&order.state, &back, &order.workflow, Language::En), Step::Refused(_))
}
