//! Forgets what is over.

use super::{lock::lock, wake::wake};
use crate::{Fault, Shop, clock::At, ids::WebhookEndpointId};

/// Days for which what was sent, and what was answered, can be looked at and sent again. What was not taken is kept until it is.
pub const KEPT_DAYS: i64 = 30;
/// Rows at a time: a sweep holds up nobody, and waits for nobody who holds some of them.
const SOME: i64 = 10_000;

/// Called now and then by the server.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn sweep(shop: &Shop) -> Result<(), Fault> {
    let now = shop.clock.now();
    let old = now.plus(-KEPT_DAYS * 24 * 3600);
    sqlx::query!(
        "delete from webhook_message where id in (select id from webhook_message where ended_at <= $1 limit $2 for update skip locked)",
        old as At,
        SOME,
    )
    .execute(&shop.pool)
    .await?;
    sqlx::query!(
        "delete from webhook_attempt where id in (select id from webhook_attempt where at <= $1 limit $2 for update skip locked)",
        old as At,
        SOME,
    )
    .execute(&shop.pool)
    .await?;
    sqlx::query!("delete from webhook_secret where ends_at <= $1", now as At).execute(&shop.pool).await?;
    // An event that was committed in the very moment in which the one before it was taken may still wait for that one.
    let endpoints =
        sqlx::query_scalar!("select id from webhook_endpoint order by id").fetch_all(&shop.pool).await?;
    for endpoint in endpoints.into_iter().map(WebhookEndpointId) {
        let mut tx = shop.pool.begin().await?;
        match lock(&mut tx, endpoint).await {
            Err(Fault::NotFound) => continue,
            locked => locked?,
        }
        wake(&mut tx, endpoint, now).await?;
        tx.commit().await?;
    }
    Ok(())
}
