//! What may be done with an order now: asked of the same rules that decide when it is done.

use super::{
    super::{Allowed, Change, IfCancelled, ReturnLine, ReturnView, Step, apply, store::Order},
    money::words,
    parcels::Boxes,
};
use crate::{
    Fault, Language, Shop,
    clock::At,
    dates::moment,
    ids::OrderId,
    parcel::Direction,
    payment::{PaymentProvider, PaymentStatus, store::Payment},
    returns::{self, ReturnStatus},
};

/// The newest request to send the order back.
pub(super) async fn newest_return(
    conn: &mut sqlx::PgConnection,
    shop: &Shop,
    id: OrderId,
    language: Language,
) -> Result<Option<ReturnView>, Fault> {
    let Some((status, reason, at)): Option<(ReturnStatus, String, At)> =
        returns::store::newest(&mut *conn, id).await?
    else {
        return Ok(None);
    };
    let lines = sqlx::query_as!(
        ReturnLine,
        "select position, name, held as most from order_item where order_id = $1 and held > 0 order by position",
        id.0
    )
    .fetch_all(conn)
    .await?;
    let at = moment(at, language, &shop.about.zone);
    Ok(Some(ReturnView { status, reason, at, lines }))
}

/// Everything that would not be refused now.
pub(super) async fn allowed(
    conn: &mut sqlx::PgConnection,
    order: &Order,
    payment: &Payment,
    back: Option<&ReturnView>,
    boxes: &Boxes,
    language: Language,
) -> Result<Allowed, Fault> {
    let would =
        |change: &Change| matches!(apply(&order.state, change, &order.workflow, language), Step::Moved(..));
    // What was taken elsewhere goes back there.
    let ours = payment.provider == PaymentProvider::Stripe;
    let left = if ours { payment.facts.refundable(payment.reserved) } else { 0 };
    let say = |minor: i64| words(minor, &payment.currency, language);
    let cancel = if would(&Change::CancelByStaff) {
        let pieces = sqlx::query_scalar!(
            r#"select coalesce(sum(held), 0)::bigint as "pieces!" from order_item where order_id = $1"#,
            order.id.0
        )
        .fetch_one(&mut *conn)
        .await?;
        let held = payment.facts.status() == PaymentStatus::Authorized;
        Some(IfCancelled {
            refund: (left > 0).then(|| say(left)),
            release: held.then(|| say(payment.facts.authorized)),
            pieces,
            labels: boxes.unused(),
        })
    } else {
        None
    };
    let open =
        back.is_some_and(|back| matches!(back.status, ReturnStatus::Requested | ReturnStatus::Received));
    let asked = back.is_some_and(|back| back.status == ReturnStatus::Requested);
    let sends = boxes.may_buy(order);
    Ok(Allowed {
        cancel,
        refund: left > 0,
        label: sends.then(|| boxes.next(Direction::Outbound)),
        return_label: open && boxes.none_back(),
        // What has not left is called off, or kept: there is nothing to send back.
        ask_return: !open && !order.state.status.is_inside() && returns::staff_may_ask(order.state.status),
        decline_return: asked,
        receive_return: asked && would(&Change::TakeBack),
    })
}
