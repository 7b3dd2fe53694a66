//! Verb: a key opens nothing any more.

use crate::{Fault, Shop, clock::At, ids::ApiKeyId};

/// Revokes it, with its secret before; twice is once. The row stays: orders remember who placed them.
///
/// # Errors
/// [`Fault::NotFound`] for a key we do not have.
pub async fn revoke(shop: &Shop, id: ApiKeyId) -> Result<(), Fault> {
    let revoked = sqlx::query!(
        "update api_key set revoked_at = coalesce(revoked_at, $2), previous_hash = null, previous_until = null
         where id = $1 and length(key_hash) = 32",
        id.0,
        shop.clock.now() as At,
    )
    .execute(&shop.pool)
    .await?;
    if revoked.rows_affected() == 1 { Ok(()) } else { Err(Fault::NotFound) }
}
