//! Verb: hear what a carrier says of a parcel, whoever tells and whoever asked.
//!
//! Everything told is kept once; what is believed is read out of all of it, a function of the set ([`crate::tracking::timeline`]), so that late,
//! repeated and reordered news ends where news in order does. News tells of itself one by one, in the order in which it happened.

use serde_json::json;
use sqlx::PgConnection;

use super::{Direction, LabelStatus, WatchParcel, event_store, event_store::Tracked, store};
use crate::{
    Fault,
    clock::At,
    event::{Kind, Source},
    history::Actor,
    ids::OrderId,
    inbox,
    order::{self, Change, record, store::Order},
    queue,
    tracking::{
        Known, Learned, ScanPlace, TrackReport, TrackSource,
        timeline::{Told, moment},
    },
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
pub async fn hear_tracking(
    conn: &mut PgConnection,
    report: &TrackReport,
    now: At,
) -> Result<TrackHeard, Fault> {
    let about = inbox::about_track(&report.carrier, &report.number);
    let about_purchase = report.transaction.as_deref().map(inbox::about_transaction);
    // In the order in which a label's recording takes them.
    if let Some(about) = &about_purchase {
        inbox::store::meet(conn, about).await?;
    }
    inbox::store::meet(conn, &about).await?;
    let Some((parcel, id)) = event_store::find(conn, report).await? else {
        return Ok(TrackHeard::NotYet(match (&report.transaction, about_purchase) {
            (Some(transaction), Some(purchase)) if event_store::knows_purchase(conn, transaction).await? => {
                purchase
            }
            _ => about,
        }));
    };
    let mut order = order::store::lock(conn, id).await?;
    let mut parcel = event_store::load(conn, parcel).await?;
    event_store::keep_report(conn, parcel.id, report).await?;
    let mut known = event_store::known(conn, parcel.id).await?;
    let mut heard = false;
    for told in report.told() {
        let learned = known.learn(&told, now);
        if learned != Learned::Nothing {
            event_store::keep(conn, parcel.id, &told, now).await?;
            one(conn, &mut order, (&mut parcel, &known), (&told, learned), now).await?;
            heard = true;
        }
    }
    heard |= event_store::write(conn, parcel.id, &known.progress(&parcel.carrier)).await?;
    if heard && parcel.direction == Direction::Outbound {
        order::store::follow_scans(conn, id).await?;
        queue::enqueue(conn, &WatchParcel { parcel: parcel.id, order: id }).await?;
    }
    Ok(if heard { TrackHeard::Moved(id) } else { TrackHeard::Already(id) })
}

/// One thing that was not known, or not so well.
async fn one(
    conn: &mut PgConnection,
    order: &mut Order,
    (parcel, known): (&mut Tracked, &Known),
    (told, learned): (&Told, Learned),
    now: At,
) -> Result<(), Fault> {
    let headline = known.headline(&parcel.carrier);
    let was = parcel.status;
    event_store::believe(conn, parcel.id, &headline).await?;
    parcel.status = headline.meaning.status();
    if parcel.is_voided && parcel.label == Some(LabelStatus::VoidRefused) && parcel.status.has_moved() {
        event_store::count_again(conn, parcel.id).await?;
        parcel.is_voided = false;
    }
    // A box whose label was given back says nothing any more; what is told of it is kept for who looks. Another source's word of a scan that
    // is known is no news of its own, unless it says more.
    let is_news = learned == Learned::New && known.is_alone(told) || parcel.status != was;
    if is_news && !parcel.is_voided {
        tell(conn, order, parcel, told, now).await?;
    }
    Ok(())
}

async fn tell(
    conn: &mut PgConnection,
    order: &mut Order,
    parcel: &Tracked,
    Told { source, event }: &Told,
    now: At,
) -> Result<(), Fault> {
    let actor = Actor::of(match source {
        TrackSource::Shippo => Source::Shippo,
        _ => Source::Carrier,
    });
    let payload = json!({
        "parcel": parcel.id,
        "direction": parcel.direction,
        "tracking": event.meaning().status(),
        "meaning": event.meaning(),
        "code": event.told_code(),
        "detail": event.words,
        "place": event.place.as_ref().and_then(ScanPlace::spell),
        "previous": parcel.eta,
    });
    let at = (moment(*source, event).map_or(now, |moment| moment.at), now);
    if parcel.direction == Direction::Return {
        record::fact(conn, order, Kind::TrackingUpdate, &actor, payload, at).await?;
    } else {
        let change = Change::Tracking(store::roll_up_of(conn, order.id).await?);
        record::news(conn, order, (&change, Kind::TrackingUpdate), &actor, payload, at).await?;
    }
    Ok(())
}
