//! What waits and need not leave any more, because the order went on or went back.
//!
//! Only what waits is taken back: for the morning, for an undo, for the next attempt. What is about to leave, leaves; it was true when it
//! was planned a moment ago. The order's row is locked by whoever plans, and a message's own row by whoever takes it to be sent, so that
//! a message either leaves or is withdrawn.

use serde_json::Value;
use sqlx::PgConnection;
use uuid::Uuid;

use super::{Channel, NoticeKind, revive::revive, when};
use crate::{Fault, clock::At, ids::OrderId, order::Status};

/// Withdraws what is not true any more of orders whose headline went on with these versions, whoever was to hear it.
///
/// # Errors
/// When PostgreSQL is away.
pub(super) async fn untrue(
    conn: &mut PgConnection,
    moved: impl Iterator<Item = (OrderId, i64, Status)>,
) -> Result<(), Fault> {
    let (mut orders, mut versions, mut kinds) = (Vec::new(), Vec::new(), Vec::new());
    for (order, version, to) in moved {
        for kind in when::untrue(to) {
            orders.push(order.0);
            versions.push(version);
            kinds.push(kind.as_str());
        }
    }
    if orders.is_empty() {
        return Ok(());
    }
    sqlx::query!(
        "update notice n set state = 'withdrawn', reason = 'overtaken'
         from unnest($1::uuid[], $2::bigint[], $3::text[]) as x (order_id, version, kind)
         where n.order_id = x.order_id and n.event_version < x.version and n.kind = x.kind and n.audience = 'customer'
             and (n.state in ('deferred', 'failed') or (n.state = 'pending' and n.not_before is not null))",
        &orders,
        &versions,
        &kinds as _,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// A recipient of news of the way, about to hear more.
pub(super) struct Newer<'a> {
    pub order: Uuid,
    pub version: i64,
    pub channel: Channel,
    pub recipient: &'a str,
}

/// News of the way that waited and was taken back.
pub(super) struct Overtaken {
    pub order: Uuid,
    pub channel: String,
    pub recipient: String,
    pub kind: String,
    pub payload: Value,
    pub not_before: Option<At>,
}

/// Withdraws the news of the way that still waits for recipients who are about to hear newer news: one such message waits at most.
///
/// # Errors
/// When PostgreSQL is away.
pub(super) async fn older(conn: &mut PgConnection, newer: &[Newer<'_>]) -> Result<Vec<Overtaken>, Fault> {
    if newer.is_empty() {
        return Ok(Vec::new());
    }
    let orders: Vec<Uuid> = newer.iter().map(|line| line.order).collect();
    let versions: Vec<i64> = newer.iter().map(|line| line.version).collect();
    let channels: Vec<&str> = newer.iter().map(|line| line.channel.as_str()).collect();
    let recipients: Vec<&str> = newer.iter().map(|line| line.recipient).collect();
    let news = NoticeKind::ALL.into_iter().filter(|kind| when::is_status_news(*kind));
    let news: Vec<&str> = news.map(NoticeKind::as_str).collect();
    Ok(sqlx::query_as!(
        Overtaken,
        r#"update notice n set state = 'withdrawn', reason = 'overtaken'
           from unnest($1::uuid[], $2::bigint[], $3::text[], $4::text[]) as x (order_id, version, channel, recipient)
           where n.order_id = x.order_id and n.event_version < x.version and n.channel = x.channel and n.recipient = x.recipient
               and n.kind = any($5) and n.audience = 'customer'
               and (n.state in ('deferred', 'failed') or (n.state = 'pending' and n.not_before is not null))
           returning n.order_id as "order!", n.channel, n.recipient, n.kind, n.payload, n.not_before"#,
        &orders,
        &versions,
        &channels as _,
        &recipients as _,
        &news as _,
    )
    .fetch_all(conn)
    .await?)
}

/// Takes back what was planned since these orders entered the stage they have just been recalled from, and has not left. What our own
/// pages said of it is gone, too, and what it had overtaken is told after all.
///
/// # Errors
/// When PostgreSQL is away.
pub(super) async fn recalled(
    conn: &mut PgConnection,
    back: impl Iterator<Item = (OrderId, i64, Status)>,
    now: At,
) -> Result<(), Fault> {
    let (mut orders, mut versions, mut stand) = (Vec::new(), Vec::new(), Vec::new());
    for (order, version, to) in back {
        orders.push(order.0);
        versions.push(version);
        stand.push((order.0, to));
    }
    if orders.is_empty() {
        return Ok(());
    }
    let news = NoticeKind::ALL.into_iter().filter(|kind| when::is_status_news(*kind));
    let news: Vec<&str> = news.map(NoticeKind::as_str).collect();
    sqlx::query!(
        "update notice n set state = 'withdrawn', reason = 'recalled'
         from unnest($1::uuid[], $2::bigint[]) as x (order_id, version)
             join event before on before.order_id = x.order_id and before.version = x.version - 1
         where n.order_id = x.order_id and n.kind = any($3) and n.audience = 'customer'
             and n.event_version >= (select max(e.version) from event e where e.order_id = x.order_id and e.version < x.version
                 and e.kind = 'stage_entered' and e.stage = before.stage)
             and n.event_version < x.version
             and (n.state in ('deferred', 'failed') or (n.state = 'pending' and n.not_before is not null)
                 or (n.channel = 'in_app' and n.state = 'sent') or n.reason = 'overtaken')",
        &orders,
        &versions,
        &news as _,
    )
    .execute(&mut *conn)
    .await?;
    revive(conn, &stand, now).await
}
