//! Verb: which keys there are. What they are is never told: only how each begins.

use serde::{Deserialize, Serialize};

use super::{Scope, scope};
use crate::{Fault, Shop, clock::At, ids::ApiKeyId};

/// Whether a key opens anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "lowercase")]
pub enum KeyState {
    /// It does.
    Active,
    /// Its end has come.
    Expired,
    /// Somebody took it back.
    Revoked,
}

/// A key as people and programs see it.
#[derive(Debug, Clone, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ApiKey)]
pub struct KeyView {
    /// Which.
    pub id: ApiKeyId,
    /// What it is for.
    pub name: String,
    /// How it begins.
    pub prefix: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// From which sites' pages it may be used.
    pub origins: Vec<String>,
    /// Whether it opens anything.
    pub state: KeyState,
    /// When it was made.
    pub created_at: At,
    /// When it was last used, to the minute.
    pub last_used_at: Option<At>,
    /// When it ends.
    pub expires_at: Option<At>,
    /// Until when the secret before this one opens too.
    pub previous_until: Option<At>,
    /// When somebody took it back.
    pub revoked_at: Option<At>,
}

/// All keys, those that open something first, then by name. The order form's own, which nobody holds, is not among them.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn list(shop: &Shop) -> Result<Vec<KeyView>, Fault> {
    read(shop, None).await
}

/// One key.
///
/// # Errors
/// [`Fault::NotFound`] for a key we do not have.
pub async fn find(shop: &Shop, id: ApiKeyId) -> Result<KeyView, Fault> {
    read(shop, Some(id)).await?.pop().ok_or(Fault::NotFound)
}

async fn read(shop: &Shop, only: Option<ApiKeyId>) -> Result<Vec<KeyView>, Fault> {
    let now = shop.clock.now();
    let rows = sqlx::query!(
        "select id, name, prefix, scopes, origins, created_at, last_used_at,
               expires_at, previous_until, revoked_at
           from api_key where length(key_hash) = 32 and ($1::uuid is null or id = $1)
           order by revoked_at is not null, coalesce(expires_at <= $2, false), lower(name), id",
        only.map(|id| id.0),
        now as At,
    )
    .fetch_all(&shop.pool)
    .await?;
    let views = rows.into_iter().map(|row| KeyView {
        id: ApiKeyId(row.id),
        name: row.name,
        prefix: row.prefix,
        scopes: scope::read(&row.scopes),
        origins: row.origins,
        state: match (row.revoked_at, row.expires_at) {
            (Some(_), _) => KeyState::Revoked,
            (None, Some(end)) if end <= now => KeyState::Expired,
            _ => KeyState::Active,
        },
        created_at: row.created_at,
        last_used_at: row.last_used_at,
        expires_at: row.expires_at,
        previous_until: row.previous_until.filter(|until| *until > now),
        revoked_at: row.revoked_at,
    });
    Ok(views.collect())
}
