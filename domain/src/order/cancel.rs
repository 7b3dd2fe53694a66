//! Verb: an order is called off, with everything that follows: money, slot, stock, labels.

use serde_json::json;

use super::{
    By, Change, Status,
    record::{self, Recorded},
    store,
};
use crate::{
    Fault, Reason, Shop,
    alert::{self, AlertKind},
    ids::OrderId,
    parcel, payment,
    payment::{PaymentStatus, RefundReason, RefundRequest, ReleasePayment},
    place, product, queue,
};

/// Calls an order off. What was taken goes back, what is held is given free, an open checkout is ended, slot and stock are given back, and
/// labels nobody has used are voided: all of it is decided in this transaction, and done by its jobs. Twice is once.
///
/// # Errors
/// [`Fault::Refused`] when it is too late, with what to do instead; [`Fault::Conflict`] when staff saw an older order;
/// [`Fault::NotFound`].
pub async fn cancel(shop: &Shop, by: &By, id: OrderId, seen: Option<i64>) -> Result<Recorded, Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let mut order = store::lock(&mut tx, id).await?;
    if order.state.status == Status::Cancelled {
        return Ok(Recorded::Already);
    }
    if let Some(seen) = seen {
        record::agree(&mut tx, &order, seen).await?;
    }
    let (change, language) = match by {
        By::Staff(person) => (Change::CancelByStaff, person.language),
        By::Customer | By::Storefront => (Change::CancelByCustomer, order.language),
    };
    let payment = payment::store::of_order(&mut tx, id).await?;
    let back = payment.facts.refundable(payment.reserved);
    let actor = by.actor();
    let payload = json!({ "amount": back, "currency": payment.currency });
    let recorded = record::change(&mut tx, &mut order, &change, &actor, payload, (now, now), language).await;
    let recorded = match recorded {
        // A customer cannot decide what is being made any more; a person of the shop can.
        Err(Fault::Refused(Reason::TooLateToCancel { .. })) if !matches!(by, By::Staff(_)) => {
            return Err(Reason::AskTheShop { contact: shop.about.contact.clone() }.into());
        }
        other => other?,
    };
    place::slot_store::give_back(&mut tx, id).await?;
    product::store::give_back(&mut tx, id, now).await?;
    parcel::label_store::let_go(&mut tx, &mut order, &actor, now).await?;
    alert::store::settle(&mut tx, id, AlertKind::AuthorizationLapsing, None, now).await?;
    if back > 0 {
        let wanted = RefundRequest {
            amount: Some(back),
            reason: RefundReason::RequestedByCustomer,
            note: None,
            key: format!("cancel:{id}"),
            seen: None,
        };
        payment::request_refund(&mut tx, &mut order, &payment, &wanted, &actor, language, now).await?;
    } else if matches!(
        payment.facts.status(),
        PaymentStatus::Authorized | PaymentStatus::Unpaid | PaymentStatus::Failed
    ) {
        queue::enqueue(&mut tx, &ReleasePayment { order: id }).await?;
    }
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(recorded)
}
