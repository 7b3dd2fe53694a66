//! Carriers' own pushes, understood: news of parcels, and DHL's question whether we meant it.

use sqlx::PgConnection;

use super::{ConfirmDhlPush, End, about_track};
use crate::{
    Fault,
    clock::At,
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
    Ok(news(&reports))
}

/// What is about no parcel that is here waits for the first of its numbers.
fn news(reports: &[TrackReport]) -> End {
    match reports.iter().find(|report| !report.events.is_empty()) {
        Some(report) => {
            End::waiting("its parcel is not here yet", about_track(&report.carrier, &report.number))
        }
        None => End::ignored("it says nothing of any parcel"),
    }
}
