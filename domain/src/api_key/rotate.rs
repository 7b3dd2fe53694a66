//! Verb: a key gets a new secret while the one before still opens for a while.

use uuid::Uuid;

use super::{PREFIX, shown};
use crate::{Fault, Shop, clock::At, ids::ApiKeyId, secret::token, secret::token_hash};

/// The longest time for which two secrets open, in seconds: thirty days.
pub const LONGEST_OVERLAP: i64 = 30 * 24 * 3600;

/// Gives it a new secret, to be shown once. The one before opens for `overlap` more seconds; one before that ends now. Done again for the
/// same `request`, because the first answer was lost, it gives another new secret, and the one in use keeps its time.
///
/// # Errors
/// [`Fault::NotFound`] for a key we do not have, or one that was revoked or is over.
pub async fn rotate(shop: &Shop, id: ApiKeyId, overlap: i64, request: Uuid) -> Result<String, Fault> {
    let key = format!("{PREFIX}{}", token());
    let now = shop.clock.now();
    let rotated = sqlx::query!(
        "update api_key set
             previous_hash = case when rotation = $6 then previous_hash else key_hash end,
             previous_until = case when rotation = $6 then previous_until else $4 end,
             key_hash = $2, prefix = $3, rotation = $6
         where id = $1 and revoked_at is null and (expires_at is null or expires_at > $5) and length(key_hash) = 32",
        id.0,
        token_hash(&key),
        shown(&key),
        now.plus(overlap.clamp(0, LONGEST_OVERLAP)) as At,
        now as At,
        request,
    )
    .execute(&shop.pool)
    .await?;
    if rotated.rows_affected() == 1 { Ok(key) } else { Err(Fault::NotFound) }
}
