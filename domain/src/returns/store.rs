//! Every query on `order_return`.

use sqlx::PgConnection;

use super::ReturnStatus;
use crate::{
    Fault,
    clock::At,
    event::Source,
    history::Actor,
    ids::{OrderId, RefundId, ReturnId},
};

/// Adds a return unless one is open; true when it is new.
pub(super) async fn insert(
    conn: &mut PgConnection,
    order: OrderId,
    reason: &str,
    actor: &Actor,
    now: At,
) -> Result<bool, Fault> {
    let written = sqlx::query!(
        "insert into order_return (id, order_id, reason, source, actor, requested_at, updated_at) values ($1, $2, $3, $4, $5, $6, $6)
         on conflict do nothing",
        ReturnId::new().0,
        order.0,
        reason,
        actor.source as Source,
        actor.name,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

/// Moves an order's open return on; false when there is none in that state.
pub(super) async fn advance(
    conn: &mut PgConnection,
    order: OrderId,
    from: ReturnStatus,
    to: ReturnStatus,
    now: At,
) -> Result<bool, Fault> {
    let written = sqlx::query!(
        "update order_return set status = $3, updated_at = $4,
             received_at = case when $3 = 'received'::return_status then $4::timestamptz else received_at end
         where order_id = $1 and status = $2",
        order.0,
        from as ReturnStatus,
        to as ReturnStatus,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(written.rows_affected() == 1)
}

/// A refund of a received return closes it.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn refunded(
    conn: &mut PgConnection,
    order: OrderId,
    refund: RefundId,
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        "update order_return set status = 'refunded', refund_id = $2, updated_at = $3 where order_id = $1 and status = 'received'",
        order.0,
        refund.0,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// An order's newest return: where it stands, why, and when it was asked for.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn newest(
    conn: &mut PgConnection,
    order: OrderId,
) -> Result<Option<(ReturnStatus, String, At)>, Fault> {
    let row = sqlx::query!(
        "select status, reason, requested_at from order_return where order_id = $1 order by requested_at desc limit 1",
        order.0
    )
    .fetch_optional(conn)
    .await?;
    Ok(row.map(|row| (row.status, row.reason, row.requested_at)))
}
