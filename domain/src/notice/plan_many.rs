//! Plans the messages that the steps of many orders cause: one per order, held back together when they come from a bulk change.

use std::time::Duration;

use sqlx::PgConnection;
use uuid::Uuid;

use super::{Channel, Haste, NoticeKind, SendNotice};
use crate::{
    Fault,
    clock::At,
    ids::{BulkId, NoticeId},
    order::many::{Planned, enters},
    queue,
    workflow::Action,
};

/// [`super::plan`] for many. `held` says whose they are and before when none of them leaves.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn plan_many(
    conn: &mut PgConnection,
    planned: &[Planned],
    now: At,
    held: Option<(BulkId, At)>,
) -> Result<(), Fault> {
    let told: Vec<_> = planned
        .iter()
        .filter_map(|step| {
            let asked = enters(step, Action::Notify).then_some(NoticeKind::Progress);
            let kind =
                NoticeKind::about(step.kind, Some(step.order.state.status), step.to.status).or(asked)?;
            Some((NoticeId::new(), step.order.id.0, step.order.version + 1, kind.as_str()))
        })
        .collect();
    if told.is_empty() {
        return Ok(());
    }
    let ids: Vec<Uuid> = told.iter().map(|(id, ..)| id.0).collect();
    let orders: Vec<Uuid> = told.iter().map(|(_, order, ..)| *order).collect();
    let versions: Vec<i64> = told.iter().map(|(_, _, version, _)| *version).collect();
    let kinds: Vec<&str> = told.iter().map(|(.., kind)| *kind).collect();
    let planned = sqlx::query_scalar!(
        "insert into notice (id, order_id, event_version, kind, channel, recipient, language, created_at, not_before, bulk_id)
         select x.id, o.id, x.version, x.kind, $5, lower(o.email), o.language, $6, $7, $8
         from unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::text[]) as x (id, order_id, version, kind)
             join orders o on o.id = x.order_id
         on conflict (order_id, event_version, recipient, channel) do nothing
         returning id",
        &ids,
        &orders,
        &versions,
        &kinds as _,
        Channel::Email.as_str(),
        now as At,
        held.map(|(_, until)| until) as Option<At>,
        held.map(|(bulk, _)| bulk.0),
    )
    .fetch_all(&mut *conn)
    .await?;
    let haste = if held.is_some() { Haste::Bulk } else { Haste::Normal };
    let jobs: Vec<_> = planned
        .into_iter()
        .map(|id| SendNotice { notice: NoticeId(id), channel: Channel::Email, haste })
        .collect();
    let wait = held.map_or(0, |(_, until)| now.seconds_until(until));
    queue::enqueue_many(conn, &jobs, Duration::from_secs(u64::try_from(wait).unwrap_or(0))).await
}
