//! Nobody is told of an order that comes from elsewhere, where staff chose so: its customer knows, and so does the shop.

use sqlx::PgConnection;

use crate::{Fault, ids::OrderId};

/// Takes back what this transaction planned to tell of an order, before anything of it can have left.
///
/// # Errors
/// When PostgreSQL is away.
pub(crate) async fn hush(conn: &mut PgConnection, order: OrderId) -> Result<(), Fault> {
    sqlx::query!(
        "update notice set state = 'withdrawn', reason = 'discarded'
         where order_id = $1 and (state in ('pending', 'deferred') or (channel = 'in_app' and state = 'sent'))",
        order.0
    )
    .execute(conn)
    .await?;
    Ok(())
}
