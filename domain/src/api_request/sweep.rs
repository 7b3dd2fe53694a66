//! Verb: answers that are a day old are forgotten.

use sqlx::PgConnection;

use super::ANSWER_LASTS;
use crate::clock::At;

/// Forgets them, and keys under which nothing was answered; not one of a request that is being done.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn sweep(conn: &mut PgConnection, now: At) -> Result<(), sqlx::Error> {
    let over = now.plus(-ANSWER_LASTS);
    sqlx::query!(
        "delete from api_request where created_at <= $1 and (answer is not null or lease_until <= $2)",
        over as At,
        now as At
    )
    .execute(conn)
    .await
    .map(drop)
}
