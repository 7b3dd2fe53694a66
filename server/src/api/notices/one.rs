//! `GET /api/notices/{id}`: one message as it was sent, with everything that happened to it.

use axum::{Json, extract::State};
use domain::{Shop, ids::NoticeId, notice::log};

use super::{
    super::{caller::Clerk, problem::Problem, read::Path},
    view::Whole,
};

/// One message, in the very words that left.
#[utoipa::path(
    get, path = "/api/notices/{id}", operation_id = "getNotice", tag = "notices",
    params(("id" = NoticeId, Path, description = "Which message")),
    responses((status = 200, description = "The message", body = Whole)),
    security(("apiKey" = ["notices:read"]), ("session" = ["operator"]))
)]
pub async fn get_notice(
    State(shop): State<Shop>,
    Clerk(person): Clerk,
    Path(id): Path<NoticeId>,
) -> Result<Json<Whole>, Problem> {
    Ok(Json(log::message(&shop, &person, id).await?.into()))
}
