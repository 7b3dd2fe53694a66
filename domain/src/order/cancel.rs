//! Verb: an order is called off, with everything that follows: money, slot, stock, labels.

use serde_json::json;
use sqlx::PgConnection;

use super::{
    By, Change, Status,
    record::{self, Recorded},
    store::{self, Order},
};
use crate::{
    Fault, Language, Reason, Shop,
    alert::{self, AlertKind},
    clock::At,
    history::Actor,
    ids::OrderId,
    parcel, payment,
    payment::{PaymentProvider, PaymentStatus, RefundReason, RefundRequest, ReleasePayment, store::Payment},
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
    if let Some(seen) = seen.filter(|_| order.state.status != Status::Cancelled) {
        record::agree(&mut tx, &order, seen).await?;
    }
    let (change, language) = match by {
        By::Staff(person) => (Change::CancelByStaff, person.language),
        By::Customer | By::Storefront => (Change::CancelByCustomer, order.language),
    };
    let recorded = cancel_step(&mut tx, &mut order, (&change, language), &by.actor(), now).await;
    let recorded = match recorded {
        // A customer cannot decide what is being made any more; a person of the shop can.
        Err(Fault::Refused(Reason::TooLateToCancel { .. })) if !matches!(by, By::Staff(_)) => {
            return Err(Reason::AskTheShop { contact: shop.about.contact.clone() }.into());
        }
        other => other?,
    };
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(recorded)
}

/// The step of [`cancel`], in the caller's transaction, on a locked order.
///
/// # Errors
/// [`Fault::Refused`] when it is too late.
pub async fn cancel_step(
    conn: &mut PgConnection,
    order: &mut Order,
    (change, language): (&Change, Language),
    actor: &Actor,
    now: At,
) -> Result<Recorded, Fault> {
    if order.state.status == Status::Cancelled {
        return Ok(Recorded::Already);
    }
    let id = order.id;
    let payment = payment::store::of_order(conn, id).await?;
    let back = payment.facts.refundable(payment.reserved);
    let recorded = end(conn, order, &payment, (change, language), actor, now).await?;
    if back > 0 && payment.provider == PaymentProvider::External {
        // Whoever took the money has to give it back.
        alert::store::raise(conn, id, AlertKind::RefundElsewhere, json!({}), now).await?;
    } else if back > 0 {
        let wanted = RefundRequest {
            amount: Some(back),
            reason: RefundReason::RequestedByCustomer,
            note: None,
            key: format!("cancel:{id}"),
            seen: None,
        };
        payment::request_refund(conn, order, &payment, &wanted, actor, language, now).await?;
    } else if matches!(
        payment.facts.status(),
        PaymentStatus::Authorized | PaymentStatus::Unpaid | PaymentStatus::Failed
    ) {
        queue::enqueue(conn, &ReleasePayment { order: id }).await?;
    }
    Ok(recorded)
}

/// Calls a locked order off because the shop that sold it did, in the caller's transaction. What is paid back is that shop's matter.
///
/// # Errors
/// [`Fault::Refused`] when it has left the house.
pub async fn call_off(
    conn: &mut PgConnection,
    order: &mut Order,
    actor: &Actor,
    now: At,
) -> Result<Recorded, Fault> {
    if order.state.status == Status::Cancelled {
        return Ok(Recorded::Already);
    }
    let payment = payment::store::of_order(conn, order.id).await?;
    end(conn, order, &payment, (&Change::CancelByStaff, Language::En), actor, now).await
}

/// The step, and what follows from it besides money.
async fn end(
    conn: &mut PgConnection,
    order: &mut Order,
    payment: &Payment,
    (change, language): (&Change, Language),
    actor: &Actor,
    now: At,
) -> Result<Recorded, Fault> {
    let back = payment.facts.refundable(payment.reserved);
    let payload = json!({ "amount": back, "currency": payment.currency });
    let recorded = record::change(conn, order, change, actor, payload, (now, now), language).await?;
    place::slot_store::give_back(conn, order.id).await?;
    product::store::give_back(conn, order.id, now).await?;
    parcel::label_store::let_go(conn, order, actor, now).await?;
    alert::store::settle(conn, order.id, AlertKind::AuthorizationLapsing, None, now).await?;
    Ok(recorded)
}
