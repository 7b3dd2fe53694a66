//! `GET /api/figures/overview`: the shop at a glance, as staff's first page has it.

use axum::{Json, extract::State};
use domain::{
    Shop,
    order::{self, Figures},
};

use super::super::problem::Problem;

/// How many orders stand where, what is late, what came in today.
#[utoipa::path(
    get, path = "/api/figures/overview", operation_id = "getOverview", tag = "shop",
    responses((status = 200, description = "The figures of this moment", body = Figures)),
    security(("apiKey" = ["figures:read"]), ("session" = ["viewer"]))
)]
pub async fn get_overview(State(shop): State<Shop>) -> Result<Json<Figures>, Problem> {
    Ok(Json(order::figures(&shop).await?))
}
