//! `POST /api/keys/{id}/rotate`: a key gets a new secret while the one before still opens.

use axum::{Json, extract::State};
use domain::{
    Shop,
    api_key::{self, LONGEST_OVERLAP},
    ids::ApiKeyId,
};
use serde::Deserialize;

use super::{
    super::{
        caller::RequestId,
        problem::Problem,
        read::{Body, Path},
    },
    FreshApiKey,
};

/// How a key is rotated.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Rotation {
    /// For how long the secret before still opens: at most thirty days; a day where nothing is said.
    #[serde(default = "a_day")]
    #[schema(minimum = 0, maximum = 2_592_000, default = 86_400)]
    overlap_seconds: i64,
}

const fn a_day() -> i64 {
    24 * 3600
}

/// Gives a key a new secret, which stands in this answer and nowhere else. A second rotation ends the secret before the first.
#[utoipa::path(
    post, path = "/api/keys/{id}/rotate", operation_id = "rotateKey", tag = "keys",
    params(("id" = ApiKeyId, Path, description = "Which key")),
    request_body = Rotation,
    responses((status = 200, description = "The key with its new secret", body = FreshApiKey)),
    security(("session" = ["admin"]))
)]
pub async fn rotate_key(
    State(shop): State<Shop>,
    RequestId(request): RequestId,
    Path(id): Path<ApiKeyId>,
    Body(rotation): Body<Rotation>,
) -> Result<Json<FreshApiKey>, Problem> {
    if !(0..=LONGEST_OVERLAP).contains(&rotation.overlap_seconds) {
        let what = format!("must be from 0 to {LONGEST_OVERLAP}");
        return Err(Problem::invalid(vec![("/overlapSeconds".to_owned(), what)]));
    }
    let secret = api_key::rotate(&shop, id, rotation.overlap_seconds, request).await?;
    Ok(Json(FreshApiKey { secret, key: api_key::find(&shop, id).await? }))
}
