//! `POST /api/webhook-endpoints/{id}/rotate`: an endpoint gets a new secret while the one before still signs.

use axum::{Json, extract::State};
use domain::{Shop, ids::WebhookEndpointId, outbox};

use super::{
    super::{caller::RequestId, problem::Problem, read::Path},
    FreshWebhookEndpoint,
};

/// Gives an endpoint a new secret, which stands in this answer and nowhere else. For a day the one before signs as well; a third ends the
/// eldest at once.
#[utoipa::path(
    post, path = "/api/webhook-endpoints/{id}/rotate", operation_id = "rotateWebhookSecret", tag = "webhooks",
    params(("id" = WebhookEndpointId, Path, description = "Which endpoint")),
    responses((status = 200, description = "The endpoint with its new secret", body = FreshWebhookEndpoint)),
    security(("apiKey" = ["webhooks:write"]), ("session" = ["admin"]))
)]
pub async fn rotate_webhook_secret(
    State(shop): State<Shop>,
    RequestId(request): RequestId,
    Path(id): Path<WebhookEndpointId>,
) -> Result<Json<FreshWebhookEndpoint>, Problem> {
    let secret = outbox::rotate(&shop, id, request).await?;
    Ok(Json(FreshWebhookEndpoint::read(&shop, id, secret, request).await?))
}
