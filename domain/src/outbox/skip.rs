//! Verb: messages are let go, so that what comes behind them is sent.

use super::{Which, go_on::go_on};
use crate::{Fault, Shop, clock::At, ids::WebhookEndpointId};

/// Lets go of what was not taken: how many. One that is under way just now is left as it is.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn skip(
    shop: &Shop,
    endpoint: WebhookEndpointId,
    which: Which,
    by: Option<&str>,
) -> Result<u64, Fault> {
    let now = shop.clock.now();
    let (one, since, until) = which.parts();
    let mut tx = shop.pool.begin().await?;
    let skipped = sqlx::query!(
        "update webhook_message set state = 'skipped', ended_at = $5
         where endpoint_id = $1 and state in ('pending', 'failed') and (lease_until is null or lease_until <= $5)
             and (id = $2 or created_at >= $3 and created_at < $4)",
        endpoint.0,
        one,
        since as Option<At>,
        until as Option<At>,
        now as At,
    )
    .execute(&mut *tx)
    .await?
    .rows_affected();
    go_on(&mut tx, endpoint, by, now).await?;
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(skipped)
}
