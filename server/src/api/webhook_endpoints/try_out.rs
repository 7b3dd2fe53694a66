//! `POST /api/webhook-endpoints/{id}/test`: a test is sent.

use axum::{Json, extract::State, http::StatusCode};
use domain::{
    Shop,
    ids::{WebhookEndpointId, WebhookMessageId},
    outbox::{self, Message},
};

use super::super::{caller::RequestId, problem::Problem, read::Path};

/// Has a test (`clew.test`) sent soon, once, also to an endpoint that is disabled. What came of it stands at the message.
#[utoipa::path(
    post, path = "/api/webhook-endpoints/{id}/test", operation_id = "testWebhookEndpoint", tag = "webhooks",
    params(("id" = WebhookEndpointId, Path, description = "Which endpoint")),
    responses((status = 202, description = "The message that will be sent", body = Message)),
    security(("apiKey" = ["webhooks:write"]), ("session" = ["admin"]))
)]
pub async fn test_webhook_endpoint(
    State(shop): State<Shop>,
    RequestId(request): RequestId,
    Path(id): Path<WebhookEndpointId>,
) -> Result<(StatusCode, Json<Message>), Problem> {
    let message = WebhookMessageId(request);
    outbox::try_out(&shop, id, message).await?;
    Ok((StatusCode::ACCEPTED, Json(outbox::message(&shop, id, message).await?)))
}
