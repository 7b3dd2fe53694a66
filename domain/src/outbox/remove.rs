//! Verb: an endpoint goes, with its secrets, its messages and their log.

use crate::{Fault, Shop, ids::WebhookEndpointId};

/// Removes it; removing it twice is fine.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn remove(shop: &Shop, id: WebhookEndpointId) -> Result<(), Fault> {
    sqlx::query!("delete from webhook_endpoint where id = $1", id.0).execute(&shop.pool).await?;
    Ok(())
}
