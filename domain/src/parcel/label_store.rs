//! Every query on `label`.

use sqlx::PgConnection;

use crate::{Fault, clock::At, ids::OrderId};

/// The order was called off: what has not been asked for is not asked for any more.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn let_go(conn: &mut PgConnection, order: OrderId, now: At) -> Result<(), Fault> {
    sqlx::query!(
        "update label set status = 'refused', error_code = 'ORDER_CANCELLED', updated_at = $2 where order_id = $1 and status = 'intended'",
        order.0,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}
