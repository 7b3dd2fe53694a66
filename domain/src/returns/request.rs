//! Verb: a customer, or staff for them, asks to send something back.

use serde_json::json;

use super::store;
use crate::{
    Fault, Reason, Shop,
    alert::{self, AlertKind},
    clock::At,
    event::Kind,
    ids::OrderId,
    order::{self, By, Status, record, store::Order},
    workflow::Definition,
};

const LONGEST: usize = 500;

/// Whether the customer may ask to send this order back now.
pub fn may_ask(order: &Order, now: At) -> bool {
    in_time(order.state.status, &order.workflow, order.delivered_at, now)
}

/// The rule behind [`may_ask`]: before it is made, or within the workflow's days after it arrived.
pub fn in_time(status: Status, workflow: &Definition, delivered_at: Option<At>, now: At) -> bool {
    let days = workflow.return_days.map(i64::from);
    match (status, days, delivered_at) {
        (Status::Confirmed, ..) => true,
        (Status::Delivered, Some(days), Some(delivered)) => delivered.seconds_until(now) <= days * 24 * 3600,
        _ => false,
    }
}

/// Whether staff may ask for the customer.
pub const fn staff_may_ask(status: Status) -> bool {
    !matches!(status, Status::Pending | Status::Cancelled | Status::Returned)
}

/// Asks. A second request while one is open is the first one.
///
/// # Errors
/// [`Fault::Refused`] with what to do instead; [`Fault::NotFound`].
pub async fn request(shop: &Shop, by: &By, id: OrderId, reason: &str) -> Result<(), Fault> {
    let reason = reason.trim();
    if reason.chars().count() > LONGEST {
        return Err(Reason::TooLong { most: LONGEST }.into());
    }
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let mut order = order::store::lock(&mut tx, id).await?;
    let allowed = match by {
        By::Customer | By::Storefront => may_ask(&order, now),
        By::Staff(_) => staff_may_ask(order.state.status),
    };
    if !allowed {
        return Err(match by {
            By::Staff(_) => Reason::NoReturnNow,
            _ => Reason::AskTheShop { contact: shop.about.contact.clone() },
        }
        .into());
    }
    if !store::insert(&mut tx, id, reason, &by.actor(), now).await? {
        return Ok(());
    }
    if !matches!(by, By::Staff(_)) {
        alert::store::raise(&mut tx, id, AlertKind::ReturnRequested, json!({ "detail": reason }), now)
            .await?;
    }
    let payload = json!({ "reason": reason });
    record::fact(&mut tx, &mut order, Kind::ReturnRequested, &by.actor(), payload, (now, now)).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(())
}
