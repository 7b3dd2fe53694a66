//! `GET /api/webhook-endpoints`: every endpoint.

use axum::{Json, extract::State};
use domain::{
    Shop,
    outbox::{self, Endpoint},
};

use super::super::{
    paging::{Page, PageQuery},
    problem::Problem,
    read::Query,
};

/// Where webhooks are sent, the oldest first, and how each endpoint is.
#[utoipa::path(
    get, path = "/api/webhook-endpoints", operation_id = "listWebhookEndpoints", tag = "webhooks",
    params(PageQuery),
    responses((status = 200, description = "A page of endpoints", body = Page<Endpoint>)),
    security(("apiKey" = ["webhooks:read"]), ("session" = ["admin"]))
)]
pub async fn list_webhook_endpoints(
    State(shop): State<Shop>,
    Query(query): Query<PageQuery>,
) -> Result<Json<Page<Endpoint>>, Problem> {
    let endpoints = outbox::endpoints(&shop).await?;
    Ok(Json(query.of(endpoints, |endpoint| endpoint.id.to_string())))
}
