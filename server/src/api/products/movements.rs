//! `GET /api/products/{sku}/stock`: the product's ledger, which says why there are as many pieces as there are.

use axum::{Json, extract::State};
use domain::{
    Shop,
    product::{self, MovementEntry},
};
use serde::Deserialize;

use super::super::{
    paging::{Limit, Page},
    problem::Problem,
    read::{Path, Query},
};

/// Which page.
#[derive(Debug, Default, Deserialize, utoipa::IntoParams)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
#[into_params(parameter_in = Query)]
pub struct MovementQuery {
    /// `nextCursor` of the page before.
    #[param(value_type = Option<String>)]
    cursor: Option<i64>,
    /// How many at most.
    #[param(value_type = u8, minimum = 1, maximum = 100, default = 50)]
    limit: Limit,
}

/// What came and went, the newest first. Movements booked meanwhile shift no page.
#[utoipa::path(
    get, path = "/api/products/{sku}/stock", operation_id = "listStockMovements", tag = "products",
    params(("sku" = String, Path, description = "The product's key"), MovementQuery),
    responses((status = 200, description = "A page of the ledger", body = Page<MovementEntry>)),
    security(("apiKey" = ["products:read"]), ("session" = ["viewer"]))
)]
pub async fn list_stock_movements(
    State(shop): State<Shop>,
    Path(sku): Path<String>,
    Query(query): Query<MovementQuery>,
) -> Result<Json<Page<MovementEntry>>, Problem> {
    let (items, next) = product::ledger(&shop, &sku, query.cursor, query.limit.0).await?;
    Ok(Json(Page { items, next_cursor: next.map(|id| id.to_string()) }))
}
