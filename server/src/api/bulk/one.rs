//! `GET /api/bulk/{id}`: how far a bulk change is.

use axum::{Json, extract::State};
use domain::{Shop, ids::BulkId};

use super::{
    super::{caller::Clerk, problem::Problem, read::Path},
    view::Standing,
};

/// How far a bulk change is, and what came of it.
#[utoipa::path(
    get, path = "/api/bulk/{id}", operation_id = "getBulk", tag = "bulk",
    params(("id" = BulkId, Path, description = "Which bulk change")),
    responses((status = 200, description = "The bulk change", body = Standing)),
    security(("apiKey" = ["bulk:write"]), ("session" = ["operator"]))
)]
pub async fn get_bulk(
    State(shop): State<Shop>,
    Clerk(person): Clerk,
    Path(id): Path<BulkId>,
) -> Result<Json<Standing>, Problem> {
    Ok(Json(Standing::read(&shop, &person, id).await?))
}
