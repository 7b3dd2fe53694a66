//! `GET /api/inbox/{id}`: one webhook with its body. Personal data stands in it: of staff, administrators only.

use axum::{Json, extract::State};
use domain::{Shop, ids::InboxId};

use super::{
    super::{problem::Problem, read::Path},
    view::Whole,
};

/// One webhook, as it came.
#[utoipa::path(
    get, path = "/api/inbox/{id}", operation_id = "getReceived", tag = "webhooks",
    params(("id" = InboxId, Path, description = "Which webhook")),
    responses((status = 200, description = "The webhook", body = Whole)),
    security(("apiKey" = ["webhooks:read"]), ("session" = ["admin"]))
)]
pub async fn get_received(State(shop): State<Shop>, Path(id): Path<InboxId>) -> Result<Json<Whole>, Problem> {
    Ok(Json(Whole::read(&shop, id).await?))
}
