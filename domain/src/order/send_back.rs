//! Verb: staff have looked at the specs, and it cannot be made like this. The customer is told what to change, in staff's words.

use serde_json::json;
use sqlx::PgConnection;

use super::{
    Change, Step, apply,
    record::{self, Recorded},
    store::{self, Order},
};
use crate::{
    Fault, Language, Reason, Shop, clock::At, event::Kind, history::Actor, ids::OrderId, staff::Person,
};

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
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let mut order = store::lock(&mut tx, id).await?;
    if order.version != seen {
        return Err(record::conflict(&mut tx, &order).await?);
    }
    let recorded = send_back_step(&mut tx, &mut order, message, &by.actor(), by.language, now).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(recorded)
}

/// The step of [`send_back`], in the caller's transaction, on a locked order.
///
/// # Errors
/// [`Fault::Refused`] for an empty or overlong message, or where nothing is reviewed any more.
pub async fn send_back_step(
    conn: &mut PgConnection,
    order: &mut Order,
    message: &str,
    actor: &Actor,
    language: Language,
    now: At,
) -> Result<Recorded, Fault> {
    let message = message.trim();
    if message.is_empty() {
        return Err(Reason::EmptyNote.into());
    }
    if message.chars().count() > LONGEST {
        return Err(Reason::TooLong { most: LONGEST }.into());
    }
    if !may_send_back(order) {
        return Err(Reason::NoReviewNow.into());
    }
    let back = Change::Recall(REVIEW.to_owned());
    record::change(&mut *conn, order, &back, actor, json!({}), (now, now), language).await?;
    record::fact(conn, order, Kind::SpecsReturned, actor, json!({ "message": message }), (now, now)).await
}

/// Whether the order stands in its review, or may step back to it.
pub(super) fn may_send_back(order: &Order) -> bool {
    let back = Change::Recall(REVIEW.to_owned());
    let reviewed = order.workflow.stage(REVIEW).is_some() && order.state.payment.is_covered();
    reviewed
        && !order.state.status.is_end()
        && !matches!(apply(&order.state, &back, &order.workflow, Language::En), Step::Refused(_))
}
