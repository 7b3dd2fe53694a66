//! `/api/products…`: what the shop sells, and how many pieces there are.

mod list;
mod movements;
mod one;
mod stock;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::state::AppState;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list::list_products))
        .routes(routes!(one::get_product))
        .routes(routes!(movements::list_stock_movements, stock::change_stock))
}
