//! Plans the messages an event causes, in the event's own transaction.

use sqlx::PgConnection;

use super::{Channel, Haste, NoticeKind, SendNotice};
use crate::{
    Fault,
    clock::At,
    history::Entry,
    ids::{NoticeId, OrderId},
    queue,
};

/// Writes the notices of an event and their jobs. The unique index on (event, recipient, channel) is the rule; a second plan for
/// the same event adds nothing.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn plan(conn: &mut PgConnection, entry: &Entry<'_>) -> Result<(), Fault> {
    match NoticeKind::about(entry.kind, entry.from, entry.to) {
        Some(kind) => plan_kind(conn, entry.order, entry.version, kind, entry.recorded_at).await,
        None => Ok(()),
    }
}

/// Writes one notice about the event that made this version of the order, and its job.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn plan_kind(
    conn: &mut PgConnection,
    order: OrderId,
    version: i64,
    kind: NoticeKind,
    now: At,
) -> Result<(), Fault> {
    let id = NoticeId::new();
    let planned = sqlx::query!(
        "insert into notice (id, order_id, event_version, kind, channel, recipient, language, created_at)
         select $1, o.id, $3, $4, $5, lower(o.email), o.language, $6 from orders o where o.id = $2
         on conflict (order_id, event_version, recipient, channel) do nothing",
        id.0,
        order.0,
        version,
        kind.as_str(),
        Channel::Email.as_str(),
        now as At,
    )
    .execute(&mut *conn)
    .await?;
    if planned.rows_affected() == 1 {
        queue::enqueue(conn, &SendNotice { notice: id, channel: Channel::Email, haste: Haste::Normal })
            .await?;
    }
    Ok(())
}
