//! `GET /api/alerts`: what needs a person, the oldest first.

use axum::{Json, extract::State};
use domain::{
    Language, Shop,
    alert::{self, AlertKind, AlertView},
    ids::AlertId,
};
use serde::{Deserialize, Serialize};

use super::super::{
    paging::{Limit, Page},
    problem::Problem,
    read::Query,
};

/// Which page.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct AlertQuery {
    /// `nextCursor` of the page before.
    cursor: Option<AlertId>,
    /// How many at most.
    #[param(value_type = u8, minimum = 1, maximum = 100, default = 50)]
    limit: Limit,
}

/// Something that needs a person.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Alert)]
pub struct Line {
    id: AlertId,
    kind: AlertKind,
    /// What happened and what to do, in English.
    sentence: String,
    /// The provider's own words, where there are any.
    detail: Option<String>,
    /// Number of the order it is about.
    order: Option<String>,
    /// The provider it is about.
    provider: Option<String>,
    #[schema(format = DateTime)]
    raised_at: String,
}

impl From<AlertView> for Line {
    fn from(alert: AlertView) -> Self {
        Self {
            id: alert.id,
            kind: alert.kind,
            sentence: alert.sentence,
            detail: alert.detail,
            order: alert.order,
            provider: alert.provider,
            raised_at: alert.raised.iso,
        }
    }
}

/// What needs a person and has not been dealt with, the oldest first.
#[utoipa::path(
    get, path = "/api/alerts", operation_id = "listAlerts", tag = "shop",
    params(AlertQuery),
    responses((status = 200, description = "A page of alerts", body = Page<Line>)),
    security(("apiKey" = ["orders:read"]), ("session" = ["operator"]))
)]
pub async fn list_alerts(
    State(shop): State<Shop>,
    Query(query): Query<AlertQuery>,
) -> Result<Json<Page<Line>>, Problem> {
    let (rows, next) = alert::some(&shop, Language::En, query.cursor, query.limit.0).await?;
    let next_cursor = next.map(|id| id.to_string());
    Ok(Json(Page { items: rows.into_iter().map(Line::from).collect(), next_cursor }))
}
