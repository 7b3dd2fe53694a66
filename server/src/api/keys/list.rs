//! `GET /api/keys`: every key.

use axum::{Json, extract::State};
use domain::{
    Shop,
    api_key::{self, KeyView},
};

use super::super::{
    paging::{Page, PageQuery},
    problem::Problem,
    read::Query,
};

/// Keys, those that open something first. What they are is never told, only how each begins.
#[utoipa::path(
    get, path = "/api/keys", operation_id = "listKeys", tag = "keys",
    params(PageQuery),
    responses((status = 200, description = "A page of keys", body = Page<KeyView>)),
    security(("session" = ["admin"]))
)]
pub async fn list_keys(
    State(shop): State<Shop>,
    Query(query): Query<PageQuery>,
) -> Result<Json<Page<KeyView>>, Problem> {
    let keys = api_key::list(&shop).await?;
    Ok(Json(query.of(keys, |key| key.id.to_string())))
}
