//! `POST /api/webhook-endpoints`: an endpoint is added, and its secret told once.

use axum::{
    Json,
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
};
use domain::{
    Shop,
    ids::WebhookEndpointId,
    outbox::{self, EndpointDraft},
};

use super::{
    super::{caller::RequestId, problem::Problem, read::Body},
    FreshWebhookEndpoint, refused,
};

/// Adds an endpoint. Its secret stands in this answer and nowhere else; events from now on are sent there.
#[utoipa::path(
    post, path = "/api/webhook-endpoints", operation_id = "createWebhookEndpoint", tag = "webhooks",
    request_body = EndpointDraft,
    responses((status = 201, description = "The endpoint with its secret", body = FreshWebhookEndpoint, headers(("Location" = String)))),
    security(("apiKey" = ["webhooks:write"]), ("session" = ["admin"]))
)]
pub async fn create_webhook_endpoint(
    State(shop): State<Shop>,
    RequestId(request): RequestId,
    Body(draft): Body<EndpointDraft>,
) -> Result<impl IntoResponse, Problem> {
    let id = WebhookEndpointId(request);
    let secret = outbox::add(&shop, id, &draft).await.map_err(refused)?;
    let fresh = FreshWebhookEndpoint::read(&shop, id, secret, request).await?;
    Ok((StatusCode::CREATED, [(header::LOCATION, format!("/api/webhook-endpoints/{id}"))], Json(fresh)))
}
