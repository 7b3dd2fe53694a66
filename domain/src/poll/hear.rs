//! What a source answered, heard as its webhook would be.

use sqlx::PgConnection;

use super::{plan, store::Wanted};
use crate::{
    Fault, Shop,
    clock::At,
    parcel::{TrackHeard, hear_tracking},
    tracking::TrackReport,
};

/// Hears one report: the one place that knows how news becomes an order's.
async fn news(conn: &mut PgConnection, report: &TrackReport, now: At) -> Result<TrackHeard, Fault> {
    hear_tracking(conn, report, now).await
}

/// Hears what was said of one number in a transaction of its own, and plans its next look. `None`: its source said nothing of it. True when it
/// was new.
pub(super) async fn hear(shop: &Shop, wanted: &Wanted, report: Option<&TrackReport>) -> Result<bool, Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let says = |report: &&TrackReport| !report.events.is_empty() || report.eta.is_some();
    let heard = match report.filter(says) {
        Some(report) => Some(news(&mut tx, report, now).await?),
        None => None,
    };
    plan::looked(&mut tx, &shop.about.zone, wanted.parcel, now).await?;
    tx.commit().await?;
    let Some(TrackHeard::Moved(order)) = heard else { return Ok(false) };
    shop.bell.ring(order);
    Ok(true)
}
