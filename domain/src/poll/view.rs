//! What staff see of the asking: how much of each day's calls is used, and who is left alone.

use super::round::SOURCES;
use crate::{Fault, Shop, clock::At, tracking::TrackSource};

/// One source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SourceView {
    /// Who.
    pub source: TrackSource,
    /// Calls today, by UTC.
    pub calls: i32,
    /// How many there may be a day.
    pub most: u32,
    /// Parcels that are still looked at.
    pub parcels: i64,
    /// Left alone until then.
    pub paused: Option<At>,
}

/// Every source the shop asks.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn sources(shop: &Shop) -> Result<Vec<SourceView>, Fault> {
    let now = shop.clock.now();
    let rows = sqlx::query!(
        r#"select s.source, s.pause_until, coalesce(u.calls, 0) as "calls!",
                  (select count(*) from parcel_poll p where p.source = s.source and p.next_look_at is not null) as "parcels!"
           from poll_source_state s
           left join poll_use u on u.source = s.source and u.day = ($1::timestamptz at time zone 'utc')::date"#,
        now as At
    )
    .fetch_all(&shop.pool)
    .await?;
    let there = |source: TrackSource| match source {
        TrackSource::Shippo => shop.shippo.is_there(),
        other => shop.carriers.batch(other) > 0,
    };
    let view = |source: TrackSource| {
        let row = rows.iter().find(|row| row.source == source.as_str())?;
        Some(SourceView {
            source,
            calls: row.calls,
            most: shop.carriers.budgets.of(source).day.calls,
            parcels: row.parcels,
            paused: row.pause_until.filter(|until| *until > now),
        })
    };
    Ok(SOURCES.into_iter().filter(|source| there(*source)).filter_map(view).collect())
}
