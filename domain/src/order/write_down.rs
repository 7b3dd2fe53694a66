//! Verb: an order that was placed elsewhere is written down, in the transaction of whoever heard of it.

use serde_json::Value;
use sqlx::PgConnection;

use super::{NewOrder, place};
use crate::{
    Fault, Shop,
    clock::At,
    history::Actor,
    ids::{OrderId, PaymentId, WorkflowId},
};

/// Row, items, payment and first event of an order placed at `at`. Its stock is taken when its payment is confirmed, which the caller does
/// next; `new` must have no flaws.
///
/// # Errors
/// When PostgreSQL is away.
pub(crate) async fn write_down(
    conn: &mut PgConnection,
    shop: &Shop,
    new: &NewOrder,
    workflow: WorkflowId,
    (actor, payload): (&Actor, Value),
    (at, now): (At, At),
) -> Result<(OrderId, PaymentId), Fault> {
    let id = OrderId::new();
    // Nothing is held: its money has been taken.
    let payment = place::insert(conn, shop, new, (id, workflow), false, at).await?;
    place::placed(conn, id, actor, payload, (at, now)).await?;
    Ok((id, payment))
}
