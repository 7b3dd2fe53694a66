//! Verb: answers that are a day old are forgotten.

use sqlx::PgConnection;

use super::ANSWER_LASTS;
use crate::clock::At;

/// Forgets them.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn sweep(conn: &mut PgConnection, now: At) -> Result<(), sqlx::Error> {
    let over = now.plus(-ANSWER_LASTS);
    sqlx::query!("delete from api_request where created_at <= $1", over as At).execute(conn).await.map(drop)
}
