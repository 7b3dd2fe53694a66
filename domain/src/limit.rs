//! How often something may be tried, counted in PostgreSQL so that it holds across processes and restarts.

use sqlx::PgConnection;

use crate::{Fault, Reason, clock::At};

/// So many tries in so many seconds.
#[derive(Debug, Clone, Copy)]
pub struct Limit {
    /// The most tries in one window.
    pub tries: i32,
    /// The window's length in seconds.
    pub seconds: i64,
}

/// Counts one try under each counter; all are counted even when the first is over, so that the work (and its duration) is the same.
///
/// # Errors
/// [`Reason::TooMany`] with the longest wait when any counter is over its limit.
pub async fn count(conn: &mut PgConnection, now: At, counters: &[(String, Limit)]) -> Result<(), Fault> {
    let mut wait = None;
    for (key, limit) in counters {
        let (hits, ends_at) = hit(conn, now, key, *limit).await?;
        if hits > limit.tries {
            wait = wait.max(Some(u64::try_from(now.seconds_until(ends_at)).unwrap_or(0).max(1)));
        }
    }
    match wait {
        Some(seconds) => Err(Reason::TooMany { seconds }.into()),
        None => Ok(()),
    }
}

/// What is left in a window.
#[derive(Debug, Clone, Copy)]
pub struct Left {
    /// Tries that are left, this one counted; negative when it was over the limit.
    pub tries: i32,
    /// Seconds until the window ends.
    pub seconds: i64,
}

/// Counts one try under one counter and says what is left.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn take(conn: &mut PgConnection, now: At, key: &str, limit: Limit) -> Result<Left, Fault> {
    let (hits, ends_at) = hit(conn, now, key, limit).await?;
    Ok(Left { tries: limit.tries - hits, seconds: now.seconds_until(ends_at).max(1) })
}

async fn hit(conn: &mut PgConnection, now: At, key: &str, limit: Limit) -> Result<(i32, At), Fault> {
    let row = sqlx::query!(
        "insert into limit_window as w (key, hits, ends_at) values ($1, 1, $2)
         on conflict (key) do update set
             hits = case when w.ends_at <= $3 then 1 else w.hits + 1 end,
             ends_at = case when w.ends_at <= $3 then excluded.ends_at else w.ends_at end
         returning hits, ends_at",
        key,
        now.plus(limit.seconds) as At,
        now as At,
    )
    .fetch_one(conn)
    .await?;
    Ok((row.hits, row.ends_at))
}

/// Forgets windows that are over.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn sweep(conn: &mut PgConnection, now: At) -> Result<(), sqlx::Error> {
    sqlx::query!("delete from limit_window where ends_at <= $1", now as At).execute(conn).await.map(drop)
}
