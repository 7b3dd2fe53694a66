//! Keys with which storefronts (programs) create orders. Only a hash is kept; the key itself is shown once.

use sqlx::PgPool;

use crate::{
    Fault, Shop,
    clock::At,
    ids::{ApiKeyId, StaffId},
    secret::{token, token_hash},
    staff::{Person, Role},
};

const PREFIX: &str = "clew_";

/// Makes a key; the answer is the key, to be shown once. With `operator`, a program with it may also move orders.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn create(shop: &Shop, name: &str, operator: bool) -> Result<String, Fault> {
    let key = format!("{PREFIX}{}", token());
    keep(&shop.pool, name, &key, shop.clock.now()).await?;
    if operator {
        sqlx::query!("update api_key set operator = true where key_hash = $1", token_hash(&key))
            .execute(&shop.pool)
            .await?;
    }
    Ok(key)
}

/// Whom a program acts as that moves orders with an operator's key: an operator of the key's own name. `None` for a storefront's key.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn operator(shop: &Shop, id: ApiKeyId) -> Result<Option<Person>, Fault> {
    let name = sqlx::query_scalar!("select name from api_key where id = $1 and operator", id.0)
        .fetch_optional(&shop.pool)
        .await?;
    let language = shop.about.language;
    Ok(name.map(|name| Person { id: StaffId(id.0), name, role: Role::Operator, language }))
}

/// Keeps a key chosen elsewhere (the demo's, a test's); keeping it again changes nothing.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn keep(pool: &PgPool, name: &str, key: &str, now: At) -> Result<(), Fault> {
    let shown: String = key.chars().take(PREFIX.len() + 4).collect();
    sqlx::query!(
        "insert into api_key (id, name, prefix, key_hash, created_at) values ($1, $2, $3, $4, $5) on conflict do nothing",
        ApiKeyId::new().0,
        name,
        shown,
        token_hash(key),
        now as At,
    )
    .execute(pool)
    .await?;
    Ok(())
}

/// Whose key it is; `None` for an unknown or revoked one. The hash of 256 random bits is looked up in an index: there is nothing
/// to guess byte by byte.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn verify(shop: &Shop, key: &str) -> Result<Option<ApiKeyId>, Fault> {
    let now = shop.clock.now();
    let row = sqlx::query!(
        "select id, last_used_at from api_key where key_hash = $1 and revoked_at is null",
        token_hash(key)
    )
    .fetch_optional(&shop.pool)
    .await?;
    let Some(row) = row else { return Ok(None) };
    if row.last_used_at.is_none_or(|at| at.seconds_until(now) > 60) {
        sqlx::query!("update api_key set last_used_at = $2 where id = $1", row.id, now as At)
            .execute(&shop.pool)
            .await?;
    }
    Ok(Some(ApiKeyId(row.id)))
}
