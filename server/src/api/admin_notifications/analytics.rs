//! `GET /api/admin/notifications/analytics?days=30`: what became of messages, for a program with an operator's key and for staff.

use axum::{Json, extract::State, http::StatusCode};
use domain::{
    Shop,
    notice::{self, Channel, Counts, NoticeKind},
};
use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use super::super::{caller::Clerk, problem::Problem, read::Query};
use crate::notice_pages::first_day;

/// Days one may look back at most.
const MOST: i64 = 365;

#[derive(Debug, Deserialize, utoipa::IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Wish {
    /// How many days, of which today is the last; 30 when absent.
    #[param(minimum = 1, maximum = 365)]
    days: Option<i64>,
}

/// What became of the messages of these days.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct Analytics {
    from: Date,
    days: i64,
    channels: Vec<Line>,
    kinds: Vec<Line>,
    /// What waits now: the work, and each channel's messages.
    lanes: Vec<Waiting>,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = LaneDepth)]
#[serde(rename_all = "camelCase")]
struct Waiting {
    lane: String,
    due: i64,
    later: i64,
    oldest_seconds: i64,
}

#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = NoticeCounts)]
#[serde(rename_all = "camelCase")]
struct Line {
    channel: Channel,
    #[serde(skip_serializing_if = "Option::is_none")]
    kind: Option<NoticeKind>,
    planned: i64,
    sent: i64,
    delivered: i64,
    opened: i64,
    clicked: i64,
    failed: i64,
    suppressed: i64,
    dead: i64,
    median_seconds: Option<f64>,
    p95_seconds: Option<f64>,
}

impl Line {
    const fn new(channel: Channel, kind: Option<NoticeKind>, counts: &Counts) -> Self {
        Self {
            channel,
            kind,
            planned: counts.planned,
            sent: counts.sent,
            delivered: counts.delivered,
            opened: counts.opened,
            clicked: counts.clicked,
            failed: counts.failed,
            suppressed: counts.suppressed,
            dead: counts.dead,
            median_seconds: counts.median_seconds,
            p95_seconds: counts.p95_seconds,
        }
    }
}

/// The figures of so many days, of which today is the last.
#[utoipa::path(
    get, path = "/api/admin/notifications/analytics", operation_id = "getNoticeFigures", tag = "notices",
    params(Wish),
    responses((status = 200, description = "The figures", body = Analytics)),
    security(("apiKey" = ["notices:read"]), ("session" = ["operator"]))
)]
pub async fn analytics(
    State(shop): State<Shop>,
    _: Clerk,
    Query(wish): Query<Wish>,
) -> Result<Json<Analytics>, Problem> {
    let days = wish.days.unwrap_or(30);
    if !(1..=MOST).contains(&days) {
        let detail = format!("`days` is a whole number from 1 to {MOST}.");
        return Err(Problem::new(StatusCode::BAD_REQUEST, "invalid", "Invalid span", detail));
    }
    let (from, since) = first_day(&shop, days)?;
    let figures = notice::figures(&shop, since).await?;
    let channels = figures.channels.iter().map(|row| Line::new(row.channel, None, &row.counts)).collect();
    let kinds = figures.rows.iter().map(|row| Line::new(row.channel, Some(row.kind), &row.counts)).collect();
    let lanes = figures.lanes.into_iter().map(|row| Waiting {
        lane: row.lane,
        due: row.due,
        later: row.later,
        oldest_seconds: row.oldest_seconds,
    });
    Ok(Json(Analytics { from, days, channels, kinds, lanes: lanes.collect() }))
}
