//! `GET /api/keys/{id}`: one key.

use axum::{Json, extract::State};
use domain::{
    Shop,
    api_key::{self, KeyView},
    ids::ApiKeyId,
};

use super::super::{problem::Problem, read::Path};

/// One key.
#[utoipa::path(
    get, path = "/api/keys/{id}", operation_id = "getKey", tag = "keys",
    params(("id" = ApiKeyId, Path, description = "Which key")),
    responses((status = 200, description = "The key", body = KeyView)),
    security(("session" = ["admin"]))
)]
pub async fn get_key(State(shop): State<Shop>, Path(id): Path<ApiKeyId>) -> Result<Json<KeyView>, Problem> {
    Ok(Json(api_key::find(&shop, id).await?))
}
