//! `GET /api/products`: products by key.

use axum::{Json, extract::State};
use domain::{
    Shop,
    product::{self, Product, ProductFilter},
};
use serde::Deserialize;

use super::super::{
    paging::{Limit, Page},
    problem::Problem,
    read::Query,
};

/// Which products.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct ProductQuery {
    /// Part of a key, of a name or of a group's name, any case.
    search: String,
    /// Only those at or below their reorder point.
    low: bool,
    /// `nextCursor` of the page before.
    cursor: Option<String>,
    /// How many at most.
    #[param(value_type = u8, minimum = 1, maximum = 100, default = 50)]
    limit: Limit,
}

/// Products, by key.
#[utoipa::path(
    get, path = "/api/products", operation_id = "listProducts", tag = "products",
    params(ProductQuery),
    responses((status = 200, description = "A page of products", body = Page<Product>)),
    security(("apiKey" = ["products:read"]), ("session" = ["viewer"]))
)]
pub async fn list_products(
    State(shop): State<Shop>,
    Query(query): Query<ProductQuery>,
) -> Result<Json<Page<Product>>, Problem> {
    let filter = ProductFilter { search: query.search, low: query.low, after: query.cursor };
    let (items, next_cursor) = product::some(&shop, &filter, query.limit.0).await?;
    Ok(Json(Page { items, next_cursor }))
}
