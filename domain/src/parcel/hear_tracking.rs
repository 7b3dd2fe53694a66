//! Verb: hear what a carrier says of a parcel.
//!
//! Every distinct scan is kept and is one event; what is believed is the greatest of all scans ([`super::Tracking::beats`]), so that
//! late, repeated and reordered news ends where news in order does.

use serde_json::json;
use sqlx::PgConnection;

use super::{
    Direction, LabelStatus, ScanNews, TrackNews, TrackingStatus, scan_store, scan_store::Tracked, store,
};
use crate::{
    Fault,
    alert::{self, AlertKind},
    clock::At,
    event::{Kind, Source},
    history::Actor,
    ids::OrderId,
    inbox,
    order::{self, Change, record, store::Order},
};

/// What came of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TrackHeard {
    /// Written.
    Moved(OrderId),
    /// Known already, or nothing was said.
    Already(OrderId),
    /// No such parcel is here yet: what it waits for.
    NotYet(String),
}

/// Hears it, in the caller's transaction.
///
/// # Errors
/// When PostgreSQL is away, or somebody was faster.
pub async fn hear_tracking(conn: &mut PgConnection, news: &TrackNews, now: At) -> Result<TrackHeard, Fault> {
    let about = inbox::about_track(&news.carrier, &news.number);
    let about_purchase = news.transaction.as_deref().map(inbox::about_transaction);
    // In the order in which a label's recording takes them.
    if let Some(about) = &about_purchase {
        inbox::store::meet(conn, about).await?;
    }
    inbox::store::meet(conn, &about).await?;
    let Some((parcel, id)) = scan_store::find(conn, news).await? else {
        return Ok(TrackHeard::NotYet(match (&news.transaction, about_purchase) {
            (Some(transaction), Some(purchase)) if scan_store::knows_purchase(conn, transaction).await? => {
                purchase
            }
            _ => about,
        }));
    };
    let mut order = order::store::lock(conn, id).await?;
    let mut parcel = scan_store::load(conn, parcel).await?;
    let mut heard = false;
    for scan in &news.scans {
        heard |= one(conn, &mut order, &mut parcel, (scan, news.source), now).await?;
    }
    if let Some(eta) = news.eta {
        heard |= scan_store::expect(conn, parcel.id, eta, news.at()).await?;
    }
    Ok(if heard { TrackHeard::Moved(id) } else { TrackHeard::Already(id) })
}

/// One scan; true when it was not known.
async fn one(
    conn: &mut PgConnection,
    order: &mut Order,
    parcel: &mut Tracked,
    (scan, source): (&ScanNews, Source),
    now: At,
) -> Result<bool, Fault> {
    let new = scan_store::keep(conn, parcel.id, scan, now).await?;
    // `Unknown` says nothing, so it cannot be better news than something.
    let believed = scan.tracking.status != TrackingStatus::Unknown && scan.tracking.beats(&parcel.believed);
    if believed {
        scan_store::believe(conn, parcel.id, scan).await?;
        parcel.believed = scan.tracking.clone();
        let travels = parcel.is_voided && parcel.label == Some(LabelStatus::VoidRefused);
        if travels && scan.tracking.status.has_moved() {
            scan_store::count_again(conn, parcel.id).await?;
            parcel.is_voided = false;
        }
    }
    // A box whose label was given back says nothing any more; its scans are kept for who looks.
    if new && !parcel.is_voided {
        tell(conn, order, parcel, (scan, source), now).await?;
        alarm(conn, order.id, parcel, scan, believed, now).await?;
    }
    Ok(new)
}

async fn tell(
    conn: &mut PgConnection,
    order: &mut Order,
    parcel: &Tracked,
    (scan, source): (&ScanNews, Source),
    now: At,
) -> Result<(), Fault> {
    let actor = Actor::of(source);
    let payload = json!({
        "parcel": parcel.id,
        "direction": parcel.direction,
        "tracking": scan.tracking.status,
        "code": scan.code,
        "detail": scan.detail,
        "place": scan.place,
        "previous": parcel.eta,
    });
    let at = (scan.tracking.at.unwrap_or(now), now);
    if parcel.direction == Direction::Return {
        record::fact(conn, order, Kind::TrackingUpdate, &actor, payload, at).await?;
    } else {
        let change = Change::Tracking(store::roll_up_of(conn, order.id).await?);
        record::news(conn, order, (&change, Kind::TrackingUpdate), &actor, payload, at).await?;
        order::store::follow_scans(conn, order.id).await?;
    }
    Ok(())
}

/// A person is told of a problem when it becomes the newest news, and no more when it is over.
async fn alarm(
    conn: &mut PgConnection,
    order: OrderId,
    parcel: &Tracked,
    scan: &ScanNews,
    believed: bool,
    now: At,
) -> Result<(), Fault> {
    let problem = matches!(scan.tracking.status, TrackingStatus::Exception | TrackingStatus::Returned);
    if believed && problem && parcel.direction == Direction::Outbound {
        let detail = json!({ "parcel": parcel.id, "code": scan.code, "detail": scan.detail });
        alert::store::raise(conn, order, AlertKind::TrackingProblem, detail, now).await?;
    } else if believed && !scan_store::has_problem(conn, order).await? {
        alert::store::settle(conn, order, AlertKind::TrackingProblem, None, now).await?;
    }
    Ok(())
}
