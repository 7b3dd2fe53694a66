//! `GET /api/webhook-endpoints/{id}/messages`: what was, and is to be, sent to an endpoint.

use axum::{Json, extract::State};
use domain::{
    Shop,
    ids::{WebhookEndpointId, WebhookMessageId},
    outbox::{self, LogFilter, Message, MessageState},
};
use serde::Deserialize;

use super::super::{
    paging::{Limit, Page},
    problem::Problem,
    read::{Path, Query},
};

/// Which messages.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MessageQuery {
    /// Where they stand.
    state: Option<MessageState>,
    /// A kind of event, or `clew.test`.
    #[serde(rename = "type")]
    kind: Option<String>,
    /// Number of the order they are about.
    order: Option<String>,
    /// `nextCursor` of the page before.
    cursor: Option<WebhookMessageId>,
    /// How many at most.
    #[param(value_type = u8, minimum = 1, maximum = 100, default = 50)]
    limit: Limit,
}

/// What was, and is to be, sent to an endpoint, the newest first.
#[utoipa::path(
    get, path = "/api/webhook-endpoints/{id}/messages", operation_id = "listWebhookMessages", tag = "webhooks",
    params(("id" = WebhookEndpointId, Path, description = "Which endpoint"), MessageQuery),
    responses((status = 200, description = "A page of messages", body = Page<Message>)),
    security(("apiKey" = ["webhooks:read"]), ("session" = ["admin"]))
)]
pub async fn list_webhook_messages(
    State(shop): State<Shop>,
    Path(id): Path<WebhookEndpointId>,
    Query(query): Query<MessageQuery>,
) -> Result<Json<Page<Message>>, Problem> {
    outbox::endpoint(&shop, id).await?;
    let filter = LogFilter { state: query.state, kind: query.kind, order: query.order, after: query.cursor };
    let page = outbox::log(&shop, id, &filter, query.limit.0).await?;
    Ok(Json(Page { items: page.messages, next_cursor: page.next.map(|next| next.to_string()) }))
}
