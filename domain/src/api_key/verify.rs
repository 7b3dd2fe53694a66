//! Verb: a program shows its key.

use super::{Scope, scope};
use crate::{
    Fault, Shop,
    clock::At,
    ids::{ApiKeyId, StaffId},
    secret::token_hash,
    staff::{Person, Role},
};

/// A key that opens something now.
#[derive(Debug, Clone)]
pub struct Key {
    /// Which.
    pub id: ApiKeyId,
    /// What it is called.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// From which sites' pages.
    pub origins: Vec<String>,
}

impl Key {
    /// Whether it holds a scope.
    pub fn may(&self, scope: Scope) -> bool {
        self.scopes.contains(&scope)
    }

    /// Whom a program with it acts as: an operator of the key's own name.
    pub fn person(&self, shop: &Shop) -> Person {
        Person {
            id: StaffId(self.id.0),
            name: self.name.clone(),
            role: Role::Operator,
            language: shop.about.language,
        }
    }
}

/// Whose key it is; `None` for one that is unknown, revoked or over. The hash of 256 random bits is looked up in an index: there is
/// nothing to guess byte by byte.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn verify(shop: &Shop, key: &str) -> Result<Option<Key>, Fault> {
    let now = shop.clock.now();
    let row = sqlx::query!(
        "select id, name, scopes, origins, last_used_at from api_key
         where (key_hash = $1 or (previous_hash = $1 and previous_until > $2))
             and revoked_at is null and (expires_at is null or expires_at > $2)",
        token_hash(key),
        now as At,
    )
    .fetch_optional(&shop.pool)
    .await?;
    let Some(row) = row else { return Ok(None) };
    if row.last_used_at.is_none_or(|at| at.seconds_until(now) > 60) {
        sqlx::query!("update api_key set last_used_at = $2 where id = $1", row.id, now as At)
            .execute(&shop.pool)
            .await?;
    }
    let scopes = scope::read(&row.scopes);
    Ok(Some(Key { id: ApiKeyId(row.id), name: row.name, scopes, origins: row.origins }))
}
