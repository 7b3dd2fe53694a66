//! What reconciliation had to mend is kept for staff to see.

use sqlx::PgConnection;
use uuid::Uuid;

use crate::{Fault, clock::At, ids::OrderId};

/// Notes that something was mended: `what` is a word of the provider's or ours, for staff.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn repaired(
    conn: &mut PgConnection,
    provider: &str,
    order: Option<OrderId>,
    what: &str,
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        "insert into repair (id, provider, order_id, what, at) values ($1, $2, $3, $4, $5)",
        Uuid::now_v7(),
        provider,
        order.map(|order| order.0),
        what,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}
