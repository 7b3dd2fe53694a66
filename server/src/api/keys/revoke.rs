//! `DELETE /api/keys/{id}`: a key opens nothing any more.

use axum::{extract::State, http::StatusCode};
use domain::{Shop, api_key, ids::ApiKeyId};

use super::super::{problem::Problem, read::Path};

/// Revokes a key at once, with the secret before the last rotation. Twice is once.
#[utoipa::path(
    delete, path = "/api/keys/{id}", operation_id = "revokeKey", tag = "keys",
    params(("id" = ApiKeyId, Path, description = "Which key")),
    responses((status = 204, description = "It opens nothing any more")),
    security(("session" = ["admin"]))
)]
pub async fn revoke_key(State(shop): State<Shop>, Path(id): Path<ApiKeyId>) -> Result<StatusCode, Problem> {
    api_key::revoke(&shop, id).await?;
    Ok(StatusCode::NO_CONTENT)
}
