//! A customer's session: a random token in a cookie, its hash in a row that can be revoked.

use super::Who;
use crate::{
    Fault, Shop,
    clock::At,
    ids::SessionId,
    secret::{token, token_hash},
};

/// Seconds a sign-in lasts: 30 days, as long as an order's page stays open.
pub const LASTS: i64 = 30 * 24 * 3600;

/// Opens a session; the answer is the token, which is nowhere kept.
pub(super) async fn open(shop: &Shop, who: &Who) -> Result<String, Fault> {
    let token = token();
    let now = shop.clock.now();
    sqlx::query!(
        "insert into customer_session (id, token_hash, email, email_hash, created_at, expires_at) values ($1, $2, $3, $4, $5, $6)",
        SessionId::new().0,
        token_hash(&token),
        who.email,
        who.hash,
        now as At,
        now.plus(LASTS) as At,
    )
    .execute(&shop.pool)
    .await?;
    Ok(token)
}

/// Whose session a token belongs to; `None` for an unknown, ended or expired one.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn resume(shop: &Shop, token: &str) -> Result<Option<Who>, Fault> {
    let row = sqlx::query!(
        "select email, email_hash from customer_session where token_hash = $1 and revoked_at is null and expires_at > $2",
        token_hash(token),
        shop.clock.now() as At,
    )
    .fetch_optional(&shop.pool)
    .await?;
    Ok(row.map(|row| Who { email: row.email, hash: row.email_hash }))
}

/// Ends a session.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn end(shop: &Shop, token: &str) -> Result<(), Fault> {
    sqlx::query!(
        "update customer_session set revoked_at = $2 where token_hash = $1 and revoked_at is null",
        token_hash(token),
        shop.clock.now() as At,
    )
    .execute(&shop.pool)
    .await?;
    Ok(())
}
