//! `PUT /api/webhook-endpoints/{id}`: an endpoint is written down anew; its secrets stay.

use axum::extract::State;
use domain::{
    Shop,
    ids::WebhookEndpointId,
    outbox::{self, Endpoint, EndpointDraft},
};

use super::{
    super::read::{Body, Path},
    Told, refused, told,
};

/// Changes where, what and how much is sent. What waits goes to the new address; events no more wanted are not taken back.
#[utoipa::path(
    put, path = "/api/webhook-endpoints/{id}", operation_id = "changeWebhookEndpoint", tag = "webhooks",
    params(("id" = WebhookEndpointId, Path, description = "Which endpoint")),
    request_body = EndpointDraft,
    responses((status = 200, description = "The endpoint as it is now", body = Endpoint)),
    security(("apiKey" = ["webhooks:write"]), ("session" = ["admin"]))
)]
pub async fn change_webhook_endpoint(
    State(shop): State<Shop>,
    Path(id): Path<WebhookEndpointId>,
    Body(draft): Body<EndpointDraft>,
) -> Told {
    outbox::edit(&shop, id, &draft).await.map_err(refused)?;
    told(&shop, id).await
}
