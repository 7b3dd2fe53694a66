//! What a step overtook is told after all when the step is taken back.

use sqlx::PgConnection;
use uuid::Uuid;

use super::{Channel, Haste, NoticeKind, rows::Planned, tell::enqueue, when};
use crate::{Fault, clock::At, order::Status};

/// Lets the newest overtaken news of each line of these orders wait again, where it is true in the status they went back to and nothing
/// newer was told.
///
/// # Errors
/// When PostgreSQL is away.
pub(super) async fn revive(conn: &mut PgConnection, back: &[(Uuid, Status)], now: At) -> Result<(), Fault> {
    if back.is_empty() {
        return Ok(());
    }
    let orders: Vec<Uuid> = back.iter().map(|(order, _)| *order).collect();
    let statuses: Vec<&str> = back.iter().map(|(_, status)| status.as_str()).collect();
    let news = NoticeKind::ALL.into_iter().filter(|kind| when::is_status_news(*kind));
    let news: Vec<&str> = news.map(NoticeKind::as_str).collect();
    let untrue = Status::ALL
        .into_iter()
        .flat_map(|status| when::untrue(status).iter().map(move |kind| (status.as_str(), kind.as_str())));
    let (in_status, untrue): (Vec<&str>, Vec<&str>) = untrue.unzip();
    let revived = sqlx::query!(
        r#"with newest as (
               select distinct on (n.order_id, n.recipient, n.channel) n.id, n.kind, n.state, n.reason, x.status
               from unnest($1::uuid[], $2::text[]) as x (order_id, status) join notice n on n.order_id = x.order_id
               where n.audience = 'customer' and n.channel <> 'in_app' and n.kind = any($3) and n.event_version is not null
                   and (n.state <> 'withdrawn' or n.reason = 'overtaken')
               order by n.order_id, n.recipient, n.channel, n.event_version desc)
           update notice n set state = 'pending', reason = null, not_before = greatest(n.not_before, $6::timestamptz)
           from newest w
           where n.id = w.id and w.state = 'withdrawn'
               and not exists (select 1 from unnest($4::text[], $5::text[]) as u (status, kind)
                   where u.status = w.status and u.kind = w.kind)
           returning n.id, n.channel, n.urgent, n.not_before as "not_before: At""#,
        &orders,
        &statuses as _,
        &news as _,
        &in_status as _,
        &untrue as _,
        now as At,
    )
    .fetch_all(&mut *conn)
    .await?;
    // Each has a job from before it was overtaken; two at once would send it twice.
    let ids: Vec<String> = revived.iter().map(|row| row.id.to_string()).collect();
    sqlx::query!(
        "delete from job where name = 'send_notice' and lease_until is null and payload->>'notice' = any($1)",
        &ids,
    )
    .execute(&mut *conn)
    .await?;
    let planned = revived.into_iter().filter_map(|row| {
        let channel = Channel::parse(&row.channel)?;
        Some(Planned { id: row.id, channel, urgent: row.urgent, not_before: row.not_before })
    });
    enqueue(conn, planned.collect(), Haste::Normal, now).await
}
