//! `PATCH /api/keys/{id}`: what a key is called, what it may do, when it ends, and from where.

use axum::{Json, extract::State};
use domain::{
    Shop,
    api_key::{self, KeyChange, KeyView, Scope},
    clock::At,
    ids::ApiKeyId,
};
use serde::{Deserialize, Deserializer};

use super::super::{
    problem::Problem,
    read::{Body, Path},
};

/// What is to be different. What is not named stays.
#[derive(Debug, Deserialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ApiKeyChange {
    #[schema(min_length = 1, max_length = 100)]
    name: Option<String>,
    /// Instead of all before.
    #[schema(min_items = 1)]
    scopes: Option<Vec<Scope>>,
    /// `null`: never. One that has passed ends it now.
    #[serde(default, deserialize_with = "said")]
    #[schema(value_type = Option<String>, format = DateTime)]
    expires_at: Option<Option<At>>,
    /// Instead of all before.
    #[schema(max_items = 20)]
    origins: Option<Vec<String>>,
}

/// `null` is something else than nothing.
fn said<'de, D: Deserializer<'de>>(from: D) -> Result<Option<Option<At>>, D::Error> {
    Option::deserialize(from).map(Some)
}

/// Changes what a key may do, from where and until when; its secret stays.
#[utoipa::path(
    patch, path = "/api/keys/{id}", operation_id = "changeKey", tag = "keys",
    params(("id" = ApiKeyId, Path, description = "Which key")),
    request_body = ApiKeyChange,
    responses((status = 200, description = "The key as it is now", body = KeyView)),
    security(("session" = ["admin"]))
)]
pub async fn change_key(
    State(shop): State<Shop>,
    Path(id): Path<ApiKeyId>,
    Body(wish): Body<ApiKeyChange>,
) -> Result<Json<KeyView>, Problem> {
    let now = shop.clock.now();
    let change = KeyChange {
        name: wish.name,
        scopes: wish.scopes,
        expires_at: wish.expires_at.map(|end| end.map(|end| end.max(now))),
        origins: wish.origins,
    };
    let flaws = change.flaws();
    if !flaws.is_empty() {
        return Err(Problem::invalid(flaws));
    }
    api_key::change(&shop, id, &change).await?;
    Ok(Json(api_key::find(&shop, id).await?))
}
