//! What a secret says, for a program whose request was cut off before its answer.

use secrecy::SecretString;
use uuid::Uuid;

use super::rotate::cell;
use crate::{Fault, Shop, ids::WebhookEndpointId};

/// The secret that was made under a key. Only whoever made it knows the key, and only while its request can be repeated: people are shown a
/// secret once.
///
/// # Errors
/// [`Fault::NotFound`] when the endpoint has none of that key, or it cannot be opened.
pub async fn secret(shop: &Shop, endpoint: WebhookEndpointId, key: Uuid) -> Result<SecretString, Fault> {
    let sealed = sqlx::query_scalar!(
        "select sealed from webhook_secret where id = $1 and endpoint_id = $2",
        key,
        endpoint.0,
    )
    .fetch_optional(&shop.pool)
    .await?
    .ok_or(Fault::NotFound)?;
    shop.secret.open(cell(key), &sealed).map(Into::into).ok_or(Fault::NotFound)
}
