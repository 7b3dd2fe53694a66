//! A message that does not leave any more: its row says why, and where its order's customer now knows less than they should, an alarm says so.

use serde_json::json;
use sqlx::PgConnection;

use super::NoticeState;
use crate::{
    Fault, Shop,
    alert::{AlertKind, store as alerts},
    clock::At,
    ids::{NoticeId, OrderId},
};

/// How it ended.
pub(super) struct Ending<'a> {
    /// Dead, or suppressed.
    pub state: NoticeState,
    /// A stable word for why.
    pub reason: &'a str,
    /// The provider's words, or ours, for staff.
    pub detail: Option<&'a str>,
    /// Whether somebody has to know.
    pub alarm: bool,
}

/// Ends a message that has not left. One that has, or that was taken back, stays as it is.
pub(super) async fn end(shop: &Shop, id: NoticeId, ending: Ending<'_>) -> Result<(), Fault> {
    let mut tx = shop.pool.begin().await?;
    let order = lock_order(&mut tx, id).await?;
    let ended = sqlx::query!(
        "update notice set state = $2, reason = $3, last_error = coalesce($4, last_error)
         where id = $1 and state in ('pending', 'deferred', 'sending', 'failed')",
        id.0,
        ending.state as NoticeState,
        ending.reason,
        ending.detail,
    )
    .execute(&mut *tx)
    .await?;
    if let (Some(order), 1, true) = (order, ended.rows_affected(), ending.alarm) {
        alarm(&mut tx, shop, order, ending.detail).await?;
    }
    tx.commit().await?;
    // Who waits behind it in line may go.
    shop.bell.work_waits();
    if let (Some(order), true) = (order, ending.alarm) {
        shop.bell.ring(order);
    }
    Ok(())
}

/// Whoever writes both, an order's row and its messages', takes the order first.
pub(super) async fn lock_order(conn: &mut PgConnection, id: NoticeId) -> Result<Option<OrderId>, Fault> {
    let order = sqlx::query_scalar!(
        "select o.id from orders o where o.id = (select order_id from notice where id = $1) for no key update",
        id.0
    )
    .fetch_optional(conn)
    .await?;
    Ok(order.map(OrderId))
}

/// One open alarm per order, however many of its messages failed.
pub(super) async fn alarm(
    conn: &mut PgConnection,
    shop: &Shop,
    order: OrderId,
    detail: Option<&str>,
) -> Result<(), Fault> {
    let payload = json!({ "detail": detail });
    alerts::raise(conn, order, AlertKind::NoticeFailed, payload, shop.clock.now()).await?;
    Ok(())
}

/// Takes the alarm back once none of the order's messages is given up any more.
pub(super) async fn settle(
    conn: &mut PgConnection,
    order: OrderId,
    by: Option<&str>,
    now: At,
) -> Result<(), Fault> {
    let left = sqlx::query_scalar!(
        r#"select exists (select 1 from notice where order_id = $1
               and (state = 'dead' or (state = 'suppressed' and reason in ('bounced', 'invalid')))) as "left!""#,
        order.0
    )
    .fetch_one(&mut *conn)
    .await?;
    if !left {
        alerts::settle(conn, order, AlertKind::NoticeFailed, by, now).await?;
    }
    Ok(())
}
