//! Every query on `inbox` and `inbox_refusal`.

use sqlx::PgConnection;

use super::{InboxState, ProcessWebhook};
use crate::{Fault, clock::At, ids::InboxId, queue};

/// Serialises the birth of something with the arrival of news about it, until the transaction ends: whoever comes second sees
/// what the first one wrote. Taken before any row is locked. Class 1 of the advisory locks (`docs/ARCHITECTURE.md`).
///
/// # Errors
/// When PostgreSQL is away.
pub async fn meet(conn: &mut PgConnection, about: &str) -> Result<(), sqlx::Error> {
    sqlx::query!("select pg_advisory_xact_lock(1, hashtext($1))", about).execute(conn).await.map(drop)
}

/// There may be news waiting for this: their jobs are enqueued with it. The caller has called [`meet`].
///
/// # Errors
/// When PostgreSQL is away.
pub async fn wake(conn: &mut PgConnection, about: &str) -> Result<(), Fault> {
    let waiting =
        sqlx::query_scalar!("select id from inbox where match_key = $1 and state = 'waiting'", about)
            .fetch_all(&mut *conn)
            .await?;
    for id in waiting {
        queue::enqueue(conn, &ProcessWebhook { inbox: InboxId(id) }).await?;
    }
    Ok(())
}

/// A webhook as it was kept.
pub(super) struct Kept {
    pub provider: String,
    pub kind: String,
    pub body: Vec<u8>,
    pub state: InboxState,
}

/// A webhook, locked; `None` when there is no such row.
pub(super) async fn lock(conn: &mut PgConnection, id: InboxId) -> Result<Option<Kept>, sqlx::Error> {
    sqlx::query_as!(Kept, "select provider, kind, body, state from inbox where id = $1 for update", id.0)
        .fetch_optional(conn)
        .await
}

/// Ends all that waits for this: it will not come. Heard again by hand, it may. The caller has called [`meet`].
///
/// # Errors
/// When PostgreSQL is away.
pub async fn end_all(
    conn: &mut PgConnection,
    about: &str,
    end: &super::process::End,
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        "update inbox set state = $2, outcome = $3, match_key = null, processed_at = $4 where match_key = $1 and state = 'waiting'",
        about,
        end.state as InboxState,
        end.outcome.as_ref(),
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Writes what became of a webhook: about which order, and what it waits for when it waits.
pub(super) async fn mark(
    conn: &mut PgConnection,
    id: InboxId,
    end: &super::process::End,
    now: At,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update inbox set state = $2, outcome = $3, about = coalesce($4, about), match_key = $5, processed_at = $6 where id = $1",
        id.0,
        end.state as InboxState,
        end.outcome.as_ref(),
        end.order.map(|order| order.0),
        end.waits_for,
        now as At
    )
    .execute(conn)
    .await
    .map(drop)
}
