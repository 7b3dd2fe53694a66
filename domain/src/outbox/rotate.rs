//! Verb: an endpoint's secret is replaced. The old one signs beside the new one for a day, so that its receiver can change over when it
//! likes and refuses nothing meanwhile.

use base64::{Engine, prelude::BASE64_STANDARD};
use secrecy::SecretString;
use sqlx::PgConnection;
use uuid::Uuid;

use super::lock::lock;
use crate::{Fault, Shop, clock::At, ids::WebhookEndpointId, secret::Cell};

/// Seconds for which a secret that was replaced still signs.
pub const OVERLAP: i64 = 24 * 3600;

/// Where a secret is sealed.
pub(super) const fn cell(row: Uuid) -> Cell {
    Cell { table: "webhook_secret", column: "sealed", row }
}

/// Replaces the secret by a new one, which is given now and never again. `None` when it was asked for under the same key already: a form that
/// was sent twice. A third one ends the eldest at once: two are active at a time.
///
/// # Errors
/// [`Fault::NotFound`] when there is no endpoint of that id.
pub async fn rotate(shop: &Shop, id: WebhookEndpointId, key: Uuid) -> Result<Option<SecretString>, Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    lock(&mut tx, id).await?;
    let secret = insert(shop, &mut tx, id, key, now).await?;
    if secret.is_some() {
        sqlx::query!(
            "update webhook_secret set ends_at = case when ends_at is null then $3 else least(ends_at, $4) end
             where endpoint_id = $1 and id <> $2",
            id.0,
            key,
            now.plus(OVERLAP) as At,
            now as At,
        )
        .execute(&mut *tx)
        .await?;
    }
    tx.commit().await?;
    Ok(secret)
}

/// A new secret: `whsec_` and 256 random bits.
pub(super) async fn insert(
    shop: &Shop,
    conn: &mut PgConnection,
    endpoint: WebhookEndpointId,
    id: Uuid,
    now: At,
) -> Result<Option<SecretString>, Fault> {
    let text = format!("whsec_{}", BASE64_STANDARD.encode(rand::random::<[u8; 32]>()));
    let sealed = shop.secret.seal(cell(id), &text)?;
    let kept = sqlx::query!(
        "insert into webhook_secret (id, endpoint_id, sealed, created_at) values ($1, $2, $3, $4) on conflict (id) do nothing",
        id,
        endpoint.0,
        sealed,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok((kept.rows_affected() == 1).then(|| SecretString::from(text)))
}
