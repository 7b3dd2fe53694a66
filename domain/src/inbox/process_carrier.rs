//! Carriers' own pushes, understood: news of parcels, and DHL's question whether we meant it.

use sqlx::PgConnection;

use super::{ConfirmDhlPush, End};
use crate::{
    Fault,
    clock::At,
    parcel::{TrackHeard, hear_tracking},
    provider::{
        correos,
        dhl::{Push, Told},
        fedex, ups,
    },
    queue,
    tracking::TrackReport,
};

/// Hears one push in the caller's transaction.
pub(super) async fn hear(
    conn: &mut PgConnection,
    provider: &str,
    body: &[u8],
    now: At,
) -> Result<End, Fault> {
    let reports = match provider {
        "fedex" => fedex::wire::Answer::read(body).map(|said| said.reports(now)),
        "ups" => ups::Alert::read(body).map(|alert| vec![alert.report(now)]),
        "correos" => correos::wire::Answer::read(body).map(|said| said.reports()),
        "dhl" => match Push::read(body).map(|push| push.told(now)) {
            Some(Told::Validate { subscription, secret }) => {
                queue::enqueue(conn, &ConfirmDhlPush { subscription, secret }).await?;
                return Ok(End::noted("a subscription is being confirmed"));
            }
            Some(Told::Ready(_)) => return Ok(End::noted("a subscription stands")),
            Some(Told::Over(_)) => return Ok(End::noted("a subscription is over")),
            Some(Told::Nothing(why)) => return Ok(End::ignored(why)),
            Some(Told::News(reports)) => Some(reports),
            None => None,
        },
        _ => None,
    };
    let Some(reports) = reports else { return Ok(End::failed("not a push of this carrier's")) };
    news(conn, reports, now).await
}

/// What is about a parcel that is not here waits for it; heard again, the others say nothing new.
async fn news(conn: &mut PgConnection, mut reports: Vec<TrackReport>, now: At) -> Result<End, Fault> {
    reports.retain(|report| !report.events.is_empty());
    // Two pushes about the same parcels lock their orders one way round.
    reports.sort_by(|a, b| (&a.carrier, &a.number).cmp(&(&b.carrier, &b.number)));
    let mut end = End::ignored("it says nothing of any parcel");
    let mut missing = None;
    for report in &reports {
        match hear_tracking(conn, report, now).await? {
            TrackHeard::Moved(order) => end = End::moved("tracking noted", order),
            TrackHeard::Already(order) if !end.moved => end = End::already(Some(order)),
            TrackHeard::Already(_) => {}
            TrackHeard::NotYet(about) => missing = missing.or(Some(about)),
        }
    }
    Ok(match missing {
        Some(about) => {
            let waiting = End::waiting("its parcel is not here yet", about);
            End { order: end.order, moved: end.moved, ..waiting }
        }
        None => end,
    })
}
