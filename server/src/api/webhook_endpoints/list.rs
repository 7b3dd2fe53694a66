//! `GET /api/webhook-endpoints`: every endpoint.

use axum::{Json, extract::State};
use domain::{
    Shop,
    outbox::{self, Endpoint},
};
use serde::Deserialize;

use super::super::{
    paging::{Limit, Page},
    problem::Problem,
    read::Query,
};

/// Which page.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct EndpointQuery {
    /// `nextCursor` of the page before.
    cursor: Option<String>,
    /// How many at most.
    #[param(value_type = u8, minimum = 1, maximum = 100, default = 50)]
    limit: Limit,
}

/// Where webhooks are sent, the oldest first, and how each endpoint is.
#[utoipa::path(
    get, path = "/api/webhook-endpoints", operation_id = "listWebhookEndpoints", tag = "webhooks",
    params(EndpointQuery),
    responses((status = 200, description = "A page of endpoints", body = Page<Endpoint>)),
    security(("apiKey" = ["webhooks:read"]), ("session" = ["admin"]))
)]
pub async fn list_webhook_endpoints(
    State(shop): State<Shop>,
    Query(query): Query<EndpointQuery>,
) -> Result<Json<Page<Endpoint>>, Problem> {
    let endpoints = outbox::endpoints(&shop).await?;
    Ok(Json(Page::cut(endpoints, query.cursor.as_deref(), query.limit, |endpoint| endpoint.id.to_string())))
}
