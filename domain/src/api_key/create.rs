//! Verb: a key is made.

use sqlx::PgPool;

use super::{PREFIX, Scope, origins, scope, shown};
use crate::{Fault, Shop, clock::At, ids::ApiKeyId, secret::token, secret::token_hash};

/// A key as wished for.
#[derive(Debug, Clone, Default)]
pub struct NewKey {
    /// What it is for, in people's words; 1 to 100 characters.
    pub name: String,
    /// What it may do.
    pub scopes: Vec<Scope>,
    /// When it ends; never where nothing is said.
    pub expires_at: Option<At>,
    /// Sites whose pages may use it (`https://shop.example`).
    pub origins: Vec<String>,
}

impl NewKey {
    /// What is wrong with it: (pointer, what).
    pub fn flaws(&self, now: At) -> Vec<(String, String)> {
        let mut flaws = super::change::flaws(Some(&self.name), Some(&self.scopes), Some(&self.origins));
        if self.expires_at.is_some_and(|end| end <= now) {
            flaws.push(("/expiresAt".to_owned(), "must lie in the future".to_owned()));
        }
        flaws
    }
}

/// Makes a key under this id; the answer is the key, to be shown once. Making it again under the same id, because the first answer was
/// lost, gives it another secret, until somebody has used it.
///
/// # Errors
/// [`Fault::NotFound`] under an id whose key is in use or revoked; a bug when it has flaws: who asks for a key looks at [`NewKey::flaws`]
/// first.
pub async fn create(shop: &Shop, id: ApiKeyId, new: &NewKey) -> Result<String, Fault> {
    let now = shop.clock.now();
    if let Some((pointer, flaw)) = new.flaws(now).first() {
        return Err(anyhow::anyhow!("a key was not checked: {pointer} {flaw}").into());
    }
    let key = format!("{PREFIX}{}", token());
    let made = sqlx::query!(
        "insert into api_key as k (id, name, prefix, key_hash, scopes, origins, expires_at, created_at)
         values ($1, $2, $3, $4, $5, $6, $7, $8)
         on conflict (id) do update set prefix = excluded.prefix, key_hash = excluded.key_hash
             where k.last_used_at is null and k.revoked_at is null and length(k.key_hash) = 32",
        id.0,
        new.name.trim(),
        shown(&key),
        token_hash(&key),
        &scope::words(&new.scopes),
        &origins(&new.origins),
        new.expires_at as Option<At>,
        now as At,
    )
    .execute(&shop.pool)
    .await?;
    if made.rows_affected() == 1 { Ok(key) } else { Err(Fault::NotFound) }
}

/// Keeps a key chosen elsewhere (the demo's, a test's); keeping it again changes nothing.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn keep(pool: &PgPool, name: &str, key: &str, scopes: &[Scope], now: At) -> Result<(), Fault> {
    sqlx::query!(
        "insert into api_key (id, name, prefix, key_hash, scopes, created_at) values ($1, $2, $3, $4, $5, $6)
         on conflict do nothing",
        ApiKeyId::new().0,
        name,
        shown(key),
        token_hash(key),
        &scope::words(scopes),
        now as At,
    )
    .execute(pool)
    .await?;
    Ok(())
}
