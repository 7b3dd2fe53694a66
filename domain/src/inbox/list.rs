//! What staff see of webhooks: the newest that were kept, the newest that were turned away.

use super::{Delivery, InboxView, Refusal};
use crate::{Fault, Language, Shop, dates::moment, order::OrderNumber, queue};

/// The newest webhooks, in the reader's language.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn list(shop: &Shop, language: Language) -> Result<InboxView, Fault> {
    let zone = &shop.about.zone;
    let kept = sqlx::query!(
        r#"select i.provider, i.kind, i.event_id, i.state, i.outcome, i.deliveries,
               i.received_at, o.number as "number?"
           from inbox i left join orders o on o.id = i.about
           order by i.received_at desc limit 100"#
    )
    .fetch_all(&shop.pool)
    .await?;
    let refused = sqlx::query!(
        r#"select provider, reason, times, last_ip, minute from inbox_refusal order by minute desc limit 50"#
    )
    .fetch_all(&shop.pool)
    .await?;
    let depth = queue::depth(&shop.pool).await?;
    let received = kept
        .into_iter()
        .map(|row| Delivery {
            provider: row.provider,
            kind: row.kind,
            event_id: row.event_id,
            state: row.state,
            outcome: row.outcome,
            deliveries: row.deliveries,
            order: row.number.and_then(|number| OrderNumber::parse(&number)).map(|number| number.to_string()),
            received: moment(row.received_at, language, zone),
        })
        .collect();
    let refused = refused
        .into_iter()
        .map(|row| Refusal {
            provider: row.provider,
            reason: row.reason,
            times: row.times,
            last_ip: row.last_ip,
            at: moment(row.minute, language, zone),
        })
        .collect();
    Ok(InboxView { received, refused, jobs_waiting: depth.ready, jobs_dead: depth.dead })
}
