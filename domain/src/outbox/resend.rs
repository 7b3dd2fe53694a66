//! Verb: messages are sent again, under the ids they always had, and in order.

use super::{Which, go_on::go_on};
use crate::{Fault, Shop, clock::At, ids::WebhookEndpointId};

/// Sends again, whatever became of them: how many. Later messages of the same orders wait for them. One that is under way just now is left as
/// it is; those of a disabled endpoint wait until it is enabled.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn resend(
    shop: &Shop,
    endpoint: WebhookEndpointId,
    which: Which,
    by: Option<&str>,
) -> Result<u64, Fault> {
    let now = shop.clock.now();
    let (one, since, until) = which.parts();
    let mut tx = shop.pool.begin().await?;
    let again = sqlx::query!(
        "update webhook_message set state = 'pending', attempts = 0, first_attempt_at = null, next_attempt_at = $5, ended_at = null
         where endpoint_id = $1 and (lease_until is null or lease_until <= $5)
             and (id = $2 or created_at >= $3 and created_at < $4 and order_id is not null)",
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
    Ok(again)
}
