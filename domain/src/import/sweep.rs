//! Forgets files that somebody looked at and never brought in: they hold customers' addresses.

use crate::{Fault, Shop, clock::At};

/// Seconds a dry run is kept.
const KEPT: i64 = 24 * 3600;

/// Called now and then by the server.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn sweep(shop: &Shop) -> Result<(), Fault> {
    let before = shop.clock.now().plus(-KEPT);
    sqlx::query!(
        "delete from import where state = 'checked' and started_at is null and created_at <= $1",
        before as At
    )
    .execute(&shop.pool)
    .await?;
    Ok(())
}
