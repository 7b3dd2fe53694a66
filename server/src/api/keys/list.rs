//! `GET /api/keys`: every key.

use axum::{Json, extract::State};
use domain::{
    Shop,
    api_key::{self, KeyView},
};
use serde::Deserialize;

use super::super::{
    paging::{Limit, Page},
    problem::Problem,
    read::Query,
};

/// Which page.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct KeyQuery {
    /// `nextCursor` of the page before.
    cursor: Option<String>,
    /// How many at most.
    #[param(value_type = u8, minimum = 1, maximum = 100, default = 50)]
    limit: Limit,
}

/// Keys, those that open something first. What they are is never told, only how each begins.
#[utoipa::path(
    get, path = "/api/keys", operation_id = "listKeys", tag = "keys",
    params(KeyQuery),
    responses((status = 200, description = "A page of keys", body = Page<KeyView>)),
    security(("session" = ["admin"]))
)]
pub async fn list_keys(
    State(shop): State<Shop>,
    Query(query): Query<KeyQuery>,
) -> Result<Json<Page<KeyView>>, Problem> {
    let keys = api_key::list(&shop).await?;
    Ok(Json(Page::cut(keys, query.cursor.as_deref(), query.limit, |key| key.id.to_string())))
}
