//! `POST /api/keys`: a key is made, and its secret told once.

use axum::{
    Json,
    extract::State,
    http::{StatusCode, header},
    response::IntoResponse,
};
use domain::{
    Shop,
    api_key::{self, NewKey, Scope},
    clock::At,
    ids::ApiKeyId,
};
use serde::Deserialize;

use super::{
    super::{caller::RequestId, problem::Problem, read::Body},
    FreshApiKey,
};

/// A key as wished for.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewApiKey {
    /// What it is for: programs act under this name.
    #[schema(min_length = 1, max_length = 100)]
    name: String,
    /// What it may do.
    #[schema(min_items = 1)]
    scopes: Vec<Scope>,
    /// When it ends; never where nothing is said.
    expires_at: Option<At>,
    /// Sites whose pages may use it: `https://shop.example`. A program on a server needs none.
    #[serde(default)]
    #[schema(max_items = 20)]
    origins: Vec<String>,
}

/// Makes a key. Its secret stands in this answer and nowhere else.
#[utoipa::path(
    post, path = "/api/keys", operation_id = "createKey", tag = "keys",
    request_body = NewApiKey,
    responses((status = 201, description = "The key with its secret", body = FreshApiKey, headers(("Location" = String)))),
    security(("session" = ["admin"]))
)]
pub async fn create_key(
    State(shop): State<Shop>,
    RequestId(request): RequestId,
    Body(wish): Body<NewApiKey>,
) -> Result<impl IntoResponse, Problem> {
    let new =
        NewKey { name: wish.name, scopes: wish.scopes, expires_at: wish.expires_at, origins: wish.origins };
    let flaws = new.flaws(shop.clock.now());
    if !flaws.is_empty() {
        return Err(Problem::invalid(flaws));
    }
    let id = ApiKeyId(request);
    let secret = api_key::create(&shop, id, &new).await?;
    let fresh = FreshApiKey { secret, key: api_key::find(&shop, id).await? };
    Ok((StatusCode::CREATED, [(header::LOCATION, format!("/api/keys/{id}"))], Json(fresh)))
}
