//! One message to the customer of each of many orders: planned with the events of a bulk change, and held back with it.

use std::{collections::HashSet, time::Duration};

use sqlx::PgConnection;
use uuid::Uuid;

use super::{Channel, Words};
use crate::{
    Fault,
    clock::At,
    ids::{BulkId, NoticeId},
    notice::{Haste, NoticeKind, SendNotice},
    order::many::Planned,
    queue,
};

/// Which of these orders' customers cannot be written to: their address bounced, or they asked not to be.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn silenced_orders(conn: &mut PgConnection, orders: &[Uuid]) -> Result<HashSet<Uuid>, Fault> {
    let silenced = sqlx::query_scalar!(
        "select o.id from orders o
             join suppression s on s.channel = 'email' and s.address_hash = o.email_hash and s.lifted_at is null
         where o.id = any($1)",
        orders,
    )
    .fetch_all(conn)
    .await?;
    Ok(silenced.into_iter().collect())
}

/// Plans a mail to each of these orders' customers, none of which leaves before `until`; `scheduled` where a person chose that hour. Their events are written already; a second plan
/// of the same bulk change adds nothing.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn write_to_many(
    conn: &mut PgConnection,
    steps: &[Planned],
    (words, by): (&Words, Option<&str>),
    (bulk, until, scheduled): (BulkId, Option<At>, bool),
    now: At,
) -> Result<(), Fault> {
    if steps.is_empty() {
        return Ok(());
    }
    let ids: Vec<Uuid> = steps.iter().map(|_| NoticeId::new().0).collect();
    let orders: Vec<Uuid> = steps.iter().map(|step| step.order.id.0).collect();
    let versions: Vec<i64> = steps.iter().map(|step| step.order.version + 1).collect();
    let planned = sqlx::query_scalar!(
        "insert into notice (id, order_id, event_version, occasion, kind, channel, recipient, language, payload, created_at, not_before, bulk_id, state, reason)
         select x.id, o.id, x.version, 'bulk:' || $9::uuid || ':' || o.id, $4, $5, lower(o.email), coalesce(c.language, o.language), $6, $7, $8, $9,
             case when $10 then 'deferred'::notice_state else 'pending' end, case when $10 then 'scheduled' end
         from unnest($1::uuid[], $2::uuid[], $3::bigint[]) as x (id, order_id, version)
             join orders o on o.id = x.order_id left join customer c on c.email_hash = o.email_hash
         on conflict do nothing
         returning id",
        &ids,
        &orders,
        &versions,
        NoticeKind::Message.as_str(),
        Channel::Email.as_str(),
        words.payload(Channel::Email, by),
        now as At,
        until as Option<At>,
        bulk.0,
        scheduled,
    )
    .fetch_all(&mut *conn)
    .await?;
    let jobs: Vec<_> = planned
        .into_iter()
        .map(|id| SendNotice {
            notice: NoticeId(id),
            channel: Channel::Email,
            haste: Haste::Bulk,
            app: false,
        })
        .collect();
    let wait = until.map_or(0, |until| now.seconds_until(until));
    queue::enqueue_many(conn, &jobs, Duration::from_secs(u64::try_from(wait).unwrap_or(0))).await
}
