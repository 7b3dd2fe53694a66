//! Counts what became of messages, and what waits.

use super::{Channel, ChannelRow, Counts, FigureRow, Figures, LaneRow, NoticeKind};
use crate::{Fault, Shop, clock::At, queue};

/// What became of the messages planned since a moment, and what waits now. Time counts from when a message was planned, or from when it was
/// to leave where that is later.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn figures(shop: &Shop, since: At) -> Result<Figures, Fault> {
    let counted = sqlx::query!(
        r#"select channel, kind as "kind?", count(*) as "planned!",
               count(sent_at) as "sent!",
               count(coalesce(delivered_at, opened_at, clicked_at)) as "delivered!",
               count(coalesce(opened_at, clicked_at)) as "opened!",
               count(clicked_at) as "clicked!",
               count(*) filter (where state = 'failed') as "failed!",
               count(*) filter (where state = 'suppressed') as "suppressed!",
               count(*) filter (where state = 'dead') as "dead!",
               percentile_cont(0.5) within group (order by
                   extract(epoch from greatest(sent_at - greatest(created_at, not_before), '0'))::float8)
                   filter (where sent_at is not null) as median,
               percentile_cont(0.95) within group (order by
                   extract(epoch from greatest(sent_at - greatest(created_at, not_before), '0'))::float8)
                   filter (where sent_at is not null) as p95
           from notice where created_at >= $1
           group by grouping sets ((channel, kind), (channel))
           order by channel, kind nulls first"#,
        since as At,
    )
    .fetch_all(&shop.pool)
    .await?;
    let mut figures = Figures { lanes: lanes(shop).await?, ..Figures::default() };
    for row in counted {
        let Some(channel) = Channel::parse(&row.channel) else { continue };
        let counts = Counts {
            planned: row.planned,
            sent: row.sent,
            delivered: row.delivered,
            opened: row.opened,
            clicked: row.clicked,
            failed: row.failed,
            suppressed: row.suppressed,
            dead: row.dead,
            median_seconds: row.median,
            p95_seconds: row.p95,
        };
        match row.kind.as_deref().map(NoticeKind::parse) {
            None => figures.channels.push(ChannelRow { channel, counts }),
            Some(Some(kind)) => figures.rows.push(FigureRow { channel, kind, counts }),
            Some(None) => {}
        }
    }
    Ok(figures)
}

async fn lanes(shop: &Shop) -> Result<Vec<LaneRow>, Fault> {
    let depths = queue::depths(&shop.pool).await?;
    Ok(depths
        .into_iter()
        .map(|(lane, depth)| LaneRow {
            lane: lane.as_str().to_owned(),
            due: depth.due,
            later: depth.later,
            oldest_seconds: depth.oldest_seconds,
        })
        .collect())
}
