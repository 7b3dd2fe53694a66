//! Verb: once a night the export is due.

use jiff::{ToSpan, civil::Time};

use super::{RunExport, store};
use crate::{Fault, Shop, clock::At, queue};

/// When, on the shop's clock: the day's orders are in, nobody works, and no clock is changed.
const AT: Time = Time::constant(3, 30, 0, 0);

/// Has the night's file written if it is time and somebody said where to; whichever process moves the moment on first does it. True when it did.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn nightly(shop: &Shop) -> Result<bool, Fault> {
    if shop.export.is_none() {
        return Ok(false);
    }
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let next = next_after(shop, now)?;
    let ours = sqlx::query!(
        "update schedule set next_at = $1 where name = 'nightly_export' and next_at <= $2",
        next as At,
        now as At,
    )
    .execute(&mut *tx)
    .await?;
    if ours.rows_affected() == 0 {
        return Ok(false);
    }
    let night = now.0.to_zoned(shop.about.zone.clone()).date();
    let begun = store::begin(&mut tx, night, now).await?;
    if let Some(run) = begun {
        queue::enqueue(&mut tx, &RunExport { run }).await?;
    }
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(begun.is_some())
}

fn next_after(shop: &Shop, now: At) -> Result<At, Fault> {
    let local = now.0.to_zoned(shop.about.zone.clone());
    let day = if local.time() < AT {
        local.date()
    } else {
        local.date().checked_add(1.day()).map_err(anyhow::Error::from)?
    };
    let next = day.to_datetime(AT).to_zoned(shop.about.zone.clone()).map_err(anyhow::Error::from)?;
    Ok(At(next.timestamp()))
}
