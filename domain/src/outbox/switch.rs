//! Verbs: an endpoint is enabled or disabled. Events are written down for it either way, and none is lost.

use super::wake;
use crate::{
    Fault, Shop,
    alert::{AlertKind, store},
    clock::At,
    ids::WebhookEndpointId,
};

/// Sends to it again, from where it stopped: what was given up begins anew, in order. Enabling what is enabled is fine.
///
/// # Errors
/// [`Fault::NotFound`] when there is none of that id.
pub async fn enable(shop: &Shop, id: WebhookEndpointId, by: Option<&str>) -> Result<(), Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let was = sqlx::query!(
        "select disabled_at as \"disabled_at: At\" from webhook_endpoint where id = $1 for no key update",
        id.0
    )
    .fetch_optional(&mut *tx)
    .await?
    .ok_or(Fault::NotFound)?;
    if was.disabled_at.is_some() {
        sqlx::query!(
            "update webhook_endpoint set disabled_at = null, disabled_because = null, paused_until = null, failures = 0,
                 failing_since = null, warned_at = null where id = $1",
            id.0
        )
        .execute(&mut *tx)
        .await?;
        // What waits untouched is left alone: it may be very much.
        sqlx::query!(
            "update webhook_message set state = 'pending', attempts = 0, first_attempt_at = null, next_attempt_at = $2, ended_at = null
             where endpoint_id = $1 and order_id is not null and state in ('pending', 'failed') and (lease_until is null or lease_until <= $2)
                 and (state = 'failed' or attempts > 0 or next_attempt_at > $2)",
            id.0,
            now as At,
        )
        .execute(&mut *tx)
        .await?;
        wake::wake(&mut tx, id, now).await?;
        store::settle_endpoint(&mut tx, id, &ALARMS, by, now).await?;
    }
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(())
}

/// What enabling it, or a person who disables it, has dealt with.
const ALARMS: [AlertKind; 3] =
    [AlertKind::WebhookFailing, AlertKind::WebhookDisabled, AlertKind::WebhookRefused];

/// Sends nothing to it until it is enabled again. What is under way just now arrives or waits.
///
/// # Errors
/// [`Fault::NotFound`] when there is none of that id.
pub async fn disable(shop: &Shop, id: WebhookEndpointId, by: Option<&str>) -> Result<(), Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let changed = sqlx::query!(
        "update webhook_endpoint set disabled_at = coalesce(disabled_at, $2), disabled_because = coalesce(disabled_because, 'person')
         where id = $1",
        id.0,
        now as At,
    )
    .execute(&mut *tx)
    .await?;
    if changed.rows_affected() == 0 {
        return Err(Fault::NotFound);
    }
    store::settle_endpoint(&mut tx, id, &ALARMS, by, now).await?;
    tx.commit().await?;
    Ok(())
}
