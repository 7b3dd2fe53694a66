//! `GET /api/admin/orders/status-overview`: how many orders stand where. The path is the seed's.

use axum::{Json, extract::State};
use domain::{
    Language, Shop,
    order::{self, Status},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::super::{caller::Clerk, problem::Problem};

/// The shop at a glance.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct StatusOverview {
    /// Every headline, in the order of a smooth life; what is on hold is not counted here.
    by_status: Vec<StatusCount>,
    /// What is paid and has not left, by where it is made, the most first.
    by_location: Vec<LocationCount>,
    /// Orders past their due date.
    overdue: i64,
    /// Orders that are not, but will be.
    late: i64,
    /// Orders on hold.
    held: i64,
    /// Orders that need a person.
    attention: i64,
    /// Orders paid since midnight in the shop's zone.
    paid_today: i64,
}

/// How many orders have one headline.
#[derive(Debug, Serialize, ToSchema)]
struct StatusCount {
    /// The headline.
    status: Status,
    /// Orders.
    count: i64,
}

/// How many open orders one location has.
#[derive(Debug, Serialize, ToSchema)]
struct LocationCount {
    /// Its name; `null` for none.
    location: Option<String>,
    /// Orders.
    count: i64,
}

/// How many orders stand where, and what is late.
#[utoipa::path(
    get, path = "/api/admin/orders/status-overview", operation_id = "getStatusOverview", tag = "shop",
    responses((status = 200, description = "The shop at a glance", body = StatusOverview)),
    security(("apiKey" = ["orders:read"]), ("session" = ["viewer"]))
)]
pub(super) async fn status_overview(
    State(shop): State<Shop>,
    _: Clerk,
) -> Result<Json<StatusOverview>, Problem> {
    let seen = order::overview(&shop, Language::En).await?;
    Ok(Json(StatusOverview {
        by_status: seen.by_status.into_iter().map(|(status, count)| StatusCount { status, count }).collect(),
        by_location: seen
            .by_location
            .into_iter()
            .map(|(name, count)| LocationCount {
                location: Some(name).filter(|name| !name.is_empty()),
                count,
            })
            .collect(),
        overdue: seen.overdue,
        late: seen.late,
        held: seen.held,
        attention: seen.attention,
        paid_today: seen.paid_today,
    }))
}
