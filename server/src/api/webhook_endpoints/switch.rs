//! `POST /api/webhook-endpoints/{id}/enable` and `…/disable`: whether anything is sent there. Nothing is lost either way.

use axum::extract::State;
use domain::{
    Shop,
    ids::WebhookEndpointId,
    outbox::{self, Endpoint},
};

use super::{
    super::{caller::Clerk, read::Path},
    Told, told,
};

/// Sends to an endpoint again, from where it stopped and in order. Enabling what is enabled is fine.
#[utoipa::path(
    post, path = "/api/webhook-endpoints/{id}/enable", operation_id = "enableWebhookEndpoint", tag = "webhooks",
    params(("id" = WebhookEndpointId, Path, description = "Which endpoint")),
    responses((status = 200, description = "The endpoint as it is now", body = Endpoint)),
    security(("apiKey" = ["webhooks:write"]), ("session" = ["admin"]))
)]
pub async fn enable_webhook_endpoint(
    State(shop): State<Shop>,
    Clerk(person): Clerk,
    Path(id): Path<WebhookEndpointId>,
) -> Told {
    outbox::enable(&shop, id, Some(&person.name)).await?;
    told(&shop, id).await
}

/// Sends nothing to an endpoint until it is enabled again; what happens meanwhile waits for it.
#[utoipa::path(
    post, path = "/api/webhook-endpoints/{id}/disable", operation_id = "disableWebhookEndpoint", tag = "webhooks",
    params(("id" = WebhookEndpointId, Path, description = "Which endpoint")),
    responses((status = 200, description = "The endpoint as it is now", body = Endpoint)),
    security(("apiKey" = ["webhooks:write"]), ("session" = ["admin"]))
)]
pub async fn disable_webhook_endpoint(
    State(shop): State<Shop>,
    Clerk(person): Clerk,
    Path(id): Path<WebhookEndpointId>,
) -> Told {
    outbox::disable(&shop, id, Some(&person.name)).await?;
    told(&shop, id).await
}
