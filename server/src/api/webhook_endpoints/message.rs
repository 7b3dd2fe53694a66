//! `GET /api/webhook-endpoints/{id}/messages/{message}`: one message, and each time it was sent.

use axum::{Json, extract::State};
use domain::{
    Shop,
    ids::{WebhookEndpointId, WebhookMessageId},
    outbox::{self, Attempt, Message},
};
use serde::Serialize;

use super::super::{problem::Problem, read::Path};

/// A message with its log.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
pub struct SentWebhookMessage {
    #[serde(flatten)]
    message: Message,
    /// `webhook-id`: the same at every attempt.
    webhook_id: String,
    /// Each time it was sent, the newest first; of the last thirty days.
    log: Vec<Attempt>,
}

/// One message as it is sent, and what was answered each time.
#[utoipa::path(
    get, path = "/api/webhook-endpoints/{id}/messages/{message}", operation_id = "getWebhookMessage", tag = "webhooks",
    params(
        ("id" = WebhookEndpointId, Path, description = "Which endpoint"),
        ("message" = WebhookMessageId, Path, description = "Which message"),
    ),
    responses((status = 200, description = "The message", body = SentWebhookMessage)),
    security(("apiKey" = ["webhooks:read"]), ("session" = ["admin"]))
)]
pub async fn get_webhook_message(
    State(shop): State<Shop>,
    Path((endpoint, id)): Path<(WebhookEndpointId, WebhookMessageId)>,
) -> Result<Json<SentWebhookMessage>, Problem> {
    let message = outbox::message(&shop, endpoint, id).await?;
    let log = outbox::attempts(&shop, id).await?;
    Ok(Json(SentWebhookMessage { webhook_id: message.name(), message, log }))
}
