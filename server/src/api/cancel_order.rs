//! `POST /api/orders/{number}/cancel`: a storefront calls an order off for its customer, under the customer's rules.

use axum::{Json, extract::State};
use domain::{
    Shop,
    order::{self, By},
};

use super::{
    caller::Storefront,
    problem::Problem,
    read::Path,
    standing::{Standing, find, refused, standing},
};

/// Calls it off once, however often it is asked. The body is not looked at: there is nothing to choose.
#[utoipa::path(
    post, path = "/api/orders/{number}/cancel", operation_id = "cancelOrder", tag = "orders",
    params(("number" = String, Path, description = "The order's number, or its id")),
    responses((status = 200, description = "Called off", body = Standing)),
    security(("apiKey" = ["orders:create"]))
)]
pub async fn cancel_order(
    State(shop): State<Shop>,
    _: Storefront,
    Path(number): Path<String>,
) -> Result<Json<Standing>, Problem> {
    let (id, language) = find(&shop, &number).await?;
    let called_off = order::cancel(&shop, &By::Storefront, id, None).await;
    called_off.map_err(|fault| refused(&shop, fault, language))?;
    standing(&shop, id).await.map(Json)
}
