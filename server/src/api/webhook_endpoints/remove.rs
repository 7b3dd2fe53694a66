//! `DELETE /api/webhook-endpoints/{id}`: an endpoint goes.

use axum::{extract::State, http::StatusCode};
use domain::{Shop, ids::WebhookEndpointId, outbox};

use super::super::{problem::Problem, read::Path};

/// Removes an endpoint with its secrets, and all that was or is to be sent there. Twice is once.
#[utoipa::path(
    delete, path = "/api/webhook-endpoints/{id}", operation_id = "removeWebhookEndpoint", tag = "webhooks",
    params(("id" = WebhookEndpointId, Path, description = "Which endpoint")),
    responses((status = 204, description = "It is gone")),
    security(("apiKey" = ["webhooks:write"]), ("session" = ["admin"]))
)]
pub async fn remove_webhook_endpoint(
    State(shop): State<Shop>,
    Path(id): Path<WebhookEndpointId>,
) -> Result<StatusCode, Problem> {
    outbox::remove(&shop, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
