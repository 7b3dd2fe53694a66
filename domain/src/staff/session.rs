//! Sessions: a random token in a cookie, its hash in a row that can be revoked.

use sqlx::{PgConnection, PgPool};

use super::{Person, Role};
use crate::{
    Fault, Language, Shop,
    clock::At,
    ids::{SessionId, StaffId},
    secret::{token, token_hash},
};

/// Seconds without a request after which a session is over: 12 hours, a working day.
pub const IDLE: i64 = 12 * 3600;
/// Seconds after which it is over whatever happens: 14 days.
pub const ABSOLUTE: i64 = 14 * 24 * 3600;

/// Opens a session; the answer is the token, which is nowhere kept.
pub(super) async fn open(
    conn: &mut PgConnection,
    staff: StaffId,
    browser: &str,
    now: At,
) -> Result<String, Fault> {
    let token = token();
    sqlx::query!(
        "insert into session (id, token_hash, staff_id, created_at, last_seen_at, expires_at, browser)
         values ($1, $2, $3, $4, $4, $5, left($6, 60))",
        SessionId::new().0,
        token_hash(&token),
        staff.0,
        now as At,
        now.plus(ABSOLUTE) as At,
        browser,
    )
    .execute(conn)
    .await?;
    Ok(token)
}

/// Ends all sessions of an account but the one of this token; the answer is how many.
pub(super) async fn end_all(
    conn: &mut PgConnection,
    staff: StaffId,
    but: Option<&str>,
    now: At,
) -> Result<u64, Fault> {
    let ended = sqlx::query!(
        "update session set revoked_at = $2 where staff_id = $1 and revoked_at is null and token_hash is distinct from $3",
        staff.0,
        now as At,
        but.map(token_hash),
    )
    .execute(conn)
    .await?;
    Ok(ended.rows_affected())
}

/// Who a token belongs to; `None` for an unknown, revoked or expired one, and for people whose account is closed.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn resume(shop: &Shop, token: &str) -> Result<Option<Person>, Fault> {
    let now = shop.clock.now();
    let row = sqlx::query!(
        r#"select s.id, s.last_seen_at, p.id as staff_id, p.name, p.role, p.language
           from session s join staff p on p.id = s.staff_id
           where s.token_hash = $1 and s.revoked_at is null and s.expires_at > $2 and s.last_seen_at > $3 and p.disabled_at is null"#,
        token_hash(token),
        now as At,
        now.plus(-IDLE) as At,
    )
    .fetch_optional(&shop.pool)
    .await?;
    let Some(row) = row else { return Ok(None) };
    if row.last_seen_at.seconds_until(now) > 60 {
        sqlx::query!("update session set last_seen_at = $2 where id = $1", row.id, now as At)
            .execute(&shop.pool)
            .await?;
    }
    let role: Role = row.role;
    Ok(Some(Person {
        id: StaffId(row.staff_id),
        name: row.name,
        role,
        language: Language::from_tag(&row.language).unwrap_or_default(),
    }))
}

/// Ends a session.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn revoke(pool: &PgPool, token: &str, now: At) -> Result<(), Fault> {
    sqlx::query!(
        "update session set revoked_at = $2 where token_hash = $1 and revoked_at is null",
        token_hash(token),
        now as At
    )
    .execute(pool)
    .await?;
    Ok(())
}
