//! When a parcel is looked at next, written down whenever something was heard of it.

use jiff::tz::TimeZone;
use sqlx::PgConnection;

use super::{Look, after_refusal, next_look, store};
use crate::{
    Fault,
    clock::At,
    ids::ParcelId,
    tracking::{TrackReport, TrackSource},
};

/// Its source told of a parcel by itself: the next look can wait, unless what it told makes it nearer. What another source tells changes where
/// it is, and is no reason to believe that its own will tell.
///
/// # Errors
/// When PostgreSQL is away.
async fn told(
    conn: &mut PgConnection,
    zone: &TimeZone,
    (source, carrier, number): (TrackSource, &str, &str),
    now: At,
) -> Result<(), Fault> {
    let Some(parcel) = store::find(conn, carrier, number).await? else { return Ok(()) };
    let Some(mut known) = store::load(conn, parcel).await? else { return Ok(()) };
    let own = known.source == Some(source);
    if own {
        known.seen.told = Some(now);
    }
    let ended = known.voided || known.seen.state.is_end();
    if !own && !ended && known.seen.looked.is_none() && known.seen.told.is_none() {
        // Its first look is planned already, and nobody has answered yet.
        return Ok(());
    }
    write(conn, zone, parcel, &known, false, now).await
}

/// [`told`] for reports.
pub(crate) async fn told_all(
    conn: &mut PgConnection,
    zone: &TimeZone,
    reports: &[TrackReport],
    now: At,
) -> Result<(), Fault> {
    for report in reports {
        told(conn, zone, (report.source, &report.carrier, &report.number), now).await?;
    }
    Ok(())
}

/// Its source was asked and answered, whatever that was.
pub(super) async fn looked(
    conn: &mut PgConnection,
    zone: &TimeZone,
    parcel: ParcelId,
    now: At,
) -> Result<(), Fault> {
    let Some(mut known) = store::load(conn, parcel).await? else { return Ok(()) };
    known.seen.looked = Some(now);
    write(conn, zone, parcel, &known, true, now).await
}

/// Its source refused the question about this number alone. It is asked rarely from now on, and no more when nothing is expected.
pub(super) async fn refused(
    conn: &mut PgConnection,
    zone: &TimeZone,
    (parcel, code): (ParcelId, &str),
    now: At,
) -> Result<(), Fault> {
    let failures = store::refuse(conn, parcel, code, now).await?;
    let Some(known) = store::load(conn, parcel).await? else { return Ok(()) };
    let look = next_look(parcel, &known.seen, zone, now).filter(|_| !known.voided);
    let look = look.map(|_: Look| after_refusal(parcel, failures, now));
    store::plan(conn, parcel, &known.seen, look, false).await
}

async fn write(
    conn: &mut PgConnection,
    zone: &TimeZone,
    parcel: ParcelId,
    known: &store::Known,
    answered: bool,
    now: At,
) -> Result<(), Fault> {
    let look = next_look(parcel, &known.seen, zone, now).filter(|_| !known.voided);
    store::plan(conn, parcel, &known.seen, look, answered).await
}
