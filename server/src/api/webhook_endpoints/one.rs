//! `GET /api/webhook-endpoints/{id}`: one endpoint.

use axum::extract::State;
use domain::{Shop, ids::WebhookEndpointId, outbox::Endpoint};

use super::{super::read::Path, Told, told};

/// One endpoint, and how it is.
#[utoipa::path(
    get, path = "/api/webhook-endpoints/{id}", operation_id = "getWebhookEndpoint", tag = "webhooks",
    params(("id" = WebhookEndpointId, Path, description = "Which endpoint")),
    responses((status = 200, description = "The endpoint", body = Endpoint)),
    security(("apiKey" = ["webhooks:read"]), ("session" = ["admin"]))
)]
pub async fn get_webhook_endpoint(State(shop): State<Shop>, Path(id): Path<WebhookEndpointId>) -> Told {
    told(&shop, id).await
}
