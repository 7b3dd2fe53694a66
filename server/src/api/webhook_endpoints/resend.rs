//! `POST /api/webhook-endpoints/{id}/resend` and `…/skip`: messages are sent again, or let go.

use axum::{Json, extract::State};
use domain::{Shop, ids::WebhookEndpointId, outbox};
use serde::Serialize;

use super::{
    super::{
        caller::{Clerk, RequestId},
        problem::Problem,
        read::{Body, Path},
    },
    which::WhichMessages,
};

/// How many it was about.
#[derive(Debug, Serialize, utoipa::ToSchema)]
pub struct MessageCount {
    /// Messages; one that is under way just now is left as it is.
    count: u64,
}

/// Sends messages again under the ids they always had, and in order: later ones of the same orders wait for them.
#[utoipa::path(
    post, path = "/api/webhook-endpoints/{id}/resend", operation_id = "resendWebhookMessages", tag = "webhooks",
    params(("id" = WebhookEndpointId, Path, description = "Which endpoint")),
    request_body = WhichMessages,
    responses((status = 200, description = "How many will be sent", body = MessageCount)),
    security(("apiKey" = ["webhooks:write"]), ("session" = ["admin"]))
)]
pub async fn resend_webhook_messages(
    State(shop): State<Shop>,
    Clerk(person): Clerk,
    RequestId(request): RequestId,
    Path(id): Path<WebhookEndpointId>,
    Body(which): Body<WhichMessages>,
) -> Result<Json<MessageCount>, Problem> {
    let count = outbox::resend(&shop, id, which.read()?, Some(&person.name), request).await?;
    Ok(Json(MessageCount { count }))
}

/// Lets messages go that were not taken, so that what comes behind them is sent.
#[utoipa::path(
    post, path = "/api/webhook-endpoints/{id}/skip", operation_id = "skipWebhookMessages", tag = "webhooks",
    params(("id" = WebhookEndpointId, Path, description = "Which endpoint")),
    request_body = WhichMessages,
    responses((status = 200, description = "How many are let go", body = MessageCount)),
    security(("apiKey" = ["webhooks:write"]), ("session" = ["admin"]))
)]
pub async fn skip_webhook_messages(
    State(shop): State<Shop>,
    Clerk(person): Clerk,
    Path(id): Path<WebhookEndpointId>,
    Body(which): Body<WhichMessages>,
) -> Result<Json<MessageCount>, Problem> {
    let count = outbox::skip(&shop, id, which.read()?, Some(&person.name)).await?;
    Ok(Json(MessageCount { count }))
}
