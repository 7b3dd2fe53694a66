//! `POST /api/inbox/{id}/replay`: one webhook is heard again, which is harmless.

use axum::{Json, extract::State, http::StatusCode};
use domain::{Language, Shop, ids::InboxId, inbox};

use super::{
    super::{caller::Clerk, problem::Problem, read::Path},
    view::Line,
};

/// Has a webhook heard again, in a moment. What it told already changes nothing.
#[utoipa::path(
    post, path = "/api/inbox/{id}/replay", operation_id = "replayReceived", tag = "webhooks",
    params(("id" = InboxId, Path, description = "Which webhook")),
    responses((status = 202, description = "It will be heard", body = Line)),
    security(("apiKey" = ["webhooks:write"]), ("session" = ["admin"]))
)]
pub async fn replay_received(
    State(shop): State<Shop>,
    Clerk(person): Clerk,
    Path(id): Path<InboxId>,
) -> Result<(StatusCode, Json<Line>), Problem> {
    inbox::replay_one(&shop, &person, id).await?;
    Ok((StatusCode::ACCEPTED, Json(inbox::find(&shop, Language::En, id).await?.into())))
}
