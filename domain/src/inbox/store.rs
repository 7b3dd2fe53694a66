//! Every query on `inbox` and `inbox_refusal`.

use sqlx::PgConnection;

use super::{InboxState, ProcessWebhook};
use crate::{
    Fault,
    clock::At,
    ids::{InboxId, OrderId},
    queue,
};

/// Serialises an order's birth with the arrival of news about it, until the transaction ends: whoever comes second sees what the
/// first one wrote. Class 1 of the advisory locks (`docs/ARCHITECTURE.md`).
pub(crate) async fn meet(conn: &mut PgConnection, order: OrderId) -> Result<(), sqlx::Error> {
    let key = order.to_string();
    sqlx::query!("select pg_advisory_xact_lock(1, hashtext($1))", key).execute(conn).await.map(drop)
}

/// A new order may have news waiting for it: their jobs are enqueued with it. The caller has called [`meet`].
pub(crate) async fn wake_waiting(conn: &mut PgConnection, order: OrderId) -> Result<(), Fault> {
    let waiting = sqlx::query_scalar!("select id from inbox where about = $1 and state = 'waiting'", order.0)
        .fetch_all(&mut *conn)
        .await?;
    for id in waiting {
        queue::enqueue(conn, &ProcessWebhook { inbox: InboxId(id) }).await?;
    }
    Ok(())
}

/// A webhook's provider, body and state, locked; `None` when there is no such row.
pub(super) async fn lock(
    conn: &mut PgConnection,
    id: InboxId,
) -> Result<Option<(String, Vec<u8>, InboxState)>, sqlx::Error> {
    let row = sqlx::query!("select provider, body, state from inbox where id = $1 for update", id.0)
        .fetch_optional(conn)
        .await?;
    Ok(row.map(|row| (row.provider, row.body, row.state)))
}

/// Writes what became of a webhook.
pub(super) async fn mark(
    conn: &mut PgConnection,
    id: InboxId,
    state: InboxState,
    outcome: &str,
    now: At,
) -> Result<(), sqlx::Error> {
    sqlx::query!(
        "update inbox set state = $2, outcome = $3, processed_at = $4 where id = $1",
        id.0,
        state as InboxState,
        outcome,
        now as At
    )
    .execute(conn)
    .await
    .map(drop)
}
