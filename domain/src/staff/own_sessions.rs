//! Where somebody is signed in, and verbs that end it.

use super::{IDLE, Person, session};
use crate::{
    Fault, Shop,
    clock::At,
    ids::{SessionId, StaffId},
    secret::token_hash,
};

/// One sign-in on one device.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SessionView {
    /// Its id; opens nothing.
    pub id: SessionId,
    /// "Firefox, Windows"; empty where nobody knows.
    pub browser: String,
    /// Since when.
    pub created_at: At,
    /// Its last request, to the minute.
    pub last_seen_at: At,
    /// Whether it is the one that asks.
    pub current: bool,
}

/// The sessions of an account that still open it, the latest at work first; at most a hundred. `token` is that of whoever asks.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn sessions(shop: &Shop, of: StaffId, token: &str) -> Result<Vec<SessionView>, Fault> {
    let now = shop.clock.now();
    let rows = sqlx::query!(
        r#"select id, browser, created_at as "created_at: At", last_seen_at as "last_seen_at: At", token_hash = $2 as "current!"
           from session where staff_id = $1 and revoked_at is null and expires_at > $3 and last_seen_at > $4
           order by token_hash = $2 desc, last_seen_at desc, id limit 100"#,
        of.0,
        token_hash(token),
        now as At,
        now.plus(-IDLE) as At,
    )
    .fetch_all(&shop.pool)
    .await?;
    let views = rows.into_iter().map(|row| SessionView {
        id: SessionId(row.id),
        browser: row.browser,
        created_at: row.created_at,
        last_seen_at: row.last_seen_at,
        current: row.current,
    });
    Ok(views.collect())
}

/// Ends one of one's own; another's is left alone, and nobody learns that there is one.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn end_session(shop: &Shop, by: &Person, id: SessionId) -> Result<(), Fault> {
    sqlx::query!(
        "update session set revoked_at = $3 where id = $1 and staff_id = $2 and revoked_at is null",
        id.0,
        by.id.0,
        shop.clock.now() as At,
    )
    .execute(&shop.pool)
    .await?;
    Ok(())
}

/// Ends all of one's own but the one of `token`.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn end_other_sessions(shop: &Shop, by: &Person, token: &str) -> Result<(), Fault> {
    session::end_all(&mut *shop.pool.acquire().await?, by.id, Some(token), shop.clock.now()).await?;
    Ok(())
}
