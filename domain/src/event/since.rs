//! Verb: what happened to one order after a point in its history, for whoever follows it.
//!
//! An event's sequence is the order's version, given under the order's lock and committed with it. So nothing ever appears behind what was
//! read already: reading on from the last sequence misses nothing and repeats nothing.

use serde::Serialize;
use sqlx::PgPool;

use super::{Kind, Visibility};
use crate::{Fault, clock::At, ids::OrderId, order::Status};

/// So many at a time at most; who follows asks again from the last.
const MOST: i64 = 200;

/// One fact, as programs hear it: that it happened, never what it holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Happened {
    /// The order's version after it. A customer's link does not show what is internal, so its sequences have holes.
    pub sequence: i64,
    /// What happened.
    #[serde(rename = "type")]
    pub kind: Kind,
    /// The order's headline after it.
    pub status: Status,
    /// When it happened, which may be before an earlier sequence's: carriers tell late.
    pub occurred_at: At,
}

/// What happened after a sequence, oldest first, as far as this reader may know.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn since(
    pool: &PgPool,
    order: OrderId,
    after: i64,
    reader: Visibility,
) -> Result<Vec<Happened>, Fault> {
    let rows = sqlx::query!(
        "select version, kind, to_status, occurred_at from event
         where order_id = $1 and version > $2 and (visibility = 'public' or $3)
         order by version limit $4",
        order.0,
        after,
        reader == Visibility::Internal,
        MOST,
    )
    .fetch_all(pool)
    .await?;
    rows.into_iter()
        .map(|row| {
            let kind = Kind::parse(&row.kind).ok_or_else(|| anyhow::anyhow!("event.kind {}", row.kind))?;
            Ok(Happened { sequence: row.version, kind, status: row.to_status, occurred_at: row.occurred_at })
        })
        .collect()
}
