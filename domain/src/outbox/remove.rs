//! Verb: an endpoint goes, with its secrets, its messages and their log.

use super::{lock::lock, switch::disable};
use crate::{Fault, Shop, ids::WebhookEndpointId};

/// Messages at a time: a statement ends in time, however many there are.
const SOME: i64 = 10_000;

/// Removes it; removing it twice is fine. It is disabled first, and its messages go some at a time. Cut off in between, what is left stands there
/// disabled, and removing it once more goes on.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn remove(shop: &Shop, id: WebhookEndpointId) -> Result<(), Fault> {
    match disable(shop, id, None).await {
        Err(Fault::NotFound) => return Ok(()),
        disabled => disabled?,
    }
    while part(shop, id).await? == SOME.unsigned_abs() {}
    // What was written down since goes with it. An event hears of nobody who waits for this: `migrations/0034_outgoing_at_length.sql`.
    sqlx::query!("delete from webhook_endpoint where id = $1", id.0).execute(&shop.pool).await?;
    Ok(())
}

/// Some of its messages: how many.
async fn part(shop: &Shop, id: WebhookEndpointId) -> Result<u64, Fault> {
    let mut tx = shop.pool.begin().await?;
    match lock(&mut tx, id).await {
        Err(Fault::NotFound) => return Ok(0),
        locked => locked?,
    }
    let gone = sqlx::query!(
        "delete from webhook_message where id in (select id from webhook_message where endpoint_id = $1 limit $2)",
        id.0,
        SOME,
    )
    .execute(&mut *tx)
    .await?
    .rows_affected();
    tx.commit().await?;
    Ok(gone)
}
