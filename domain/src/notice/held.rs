//! Messages that wait: a bulk change can be undone while none of its messages has left.

use std::time::Duration;

use sqlx::PgConnection;
use uuid::Uuid;

use super::revive::revive;
use crate::{
    Fault, Shop,
    clock::At,
    ids::{BulkId, NoticeId},
    order::Status,
};

/// Keeps all messages of a bulk change that have not left, for so much longer.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn hold_longer(conn: &mut PgConnection, bulk: BulkId, until: At) -> Result<(), Fault> {
    sqlx::query!(
        "update notice set not_before = greatest(not_before, $2) where bulk_id = $1 and state in ('pending', 'deferred')",
        bulk.0,
        until as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Takes back the messages that a bulk change planned for these orders, which stand now where they stood before: none of them leaves any
/// more, and our own pages do not say it any more. What the change had overtaken is told after all.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn withdraw(
    conn: &mut PgConnection,
    bulk: BulkId,
    back: &[(Uuid, Status)],
    now: At,
) -> Result<(), Fault> {
    let orders: Vec<Uuid> = back.iter().map(|(order, _)| *order).collect();
    sqlx::query!(
        "update notice set state = 'withdrawn', reason = 'undone'
         where bulk_id = $1 and order_id = any($2)
             and (state in ('pending', 'deferred') or (channel = 'in_app' and state = 'sent') or reason = 'overtaken')",
        bulk.0,
        &orders,
    )
    .execute(&mut *conn)
    .await?;
    revive(conn, back, now).await
}

/// How long a message that could not be claimed still waits; `None` when it is over with it.
pub(super) async fn waits(shop: &Shop, id: NoticeId) -> Result<Option<Duration>, Fault> {
    let now = shop.clock.now();
    let until = sqlx::query_scalar!(
        r#"select coalesce(not_before, created_at) as "until!" from notice
           where id = $1 and state in ('pending', 'deferred', 'sending', 'failed')"#,
        id.0,
    )
    .fetch_optional(&shop.pool)
    .await?;
    // Past its hour it only waits for an earlier one in its line.
    Ok(until.map(|until: At| Duration::from_secs(u64::try_from(now.seconds_until(until)).unwrap_or(0) + 1)))
}
