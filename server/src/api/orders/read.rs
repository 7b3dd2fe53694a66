//! `GET /api/orders/{number}`: one order, for who runs the shop or for who bought it.

use axum::{Json, extract::State, http::HeaderMap, response::Response};
use domain::{
    Shop,
    order::{self, FullOrder},
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    super::{caller::OrderCaller, conditional::with_etag, problem::Problem, read::Path, standing::find},
    public::PublicOrder,
};

/// An order: everything for programs and staff of the shop; for its customer what is theirs to know.
#[derive(Debug, Serialize, ToSchema)]
#[serde(untagged)]
pub(super) enum OrderAnswer {
    /// For the shop.
    Full(Box<FullOrder>),
    /// For its customer.
    Public(Box<PublicOrder>),
}

/// The order as it stands.
///
/// `ETag` is its version; with `If-None-Match` an order that has not changed is not sent again.
#[utoipa::path(
    get, path = "/api/orders/{number}", operation_id = "getOrder", tag = "orders",
    params(
        ("number" = String, Path, description = "The order's number, or its id"),
        ("If-None-Match" = Option<String>, Header, description = "The `ETag` of what is known already"),
    ),
    responses(
        (status = 200, description = "The order", body = OrderAnswer, headers(("ETag" = String, description = "Its version"))),
        (status = 304, description = "It has not changed"),
    ),
    security(("apiKey" = ["orders:read"]), ("session" = ["viewer"]), ("orderLink" = []))
)]
pub(super) async fn get_order(
    State(shop): State<Shop>,
    caller: OrderCaller,
    headers: HeaderMap,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    let (id, _) = find(&shop, &number).await?;
    let customer = caller.is_customer();
    caller.by(&shop, id).await?;
    if customer {
        let order = order::track(&shop.pool, id).await?;
        let version = order.version;
        let answer = OrderAnswer::Public(Box::new(PublicOrder::of(order, shop.clock.now())));
        return Ok(with_etag(&headers, version, Json(answer)));
    }
    let order = order::full(&shop, id).await?;
    Ok(with_etag(&headers, order.version, Json(OrderAnswer::Full(Box::new(order)))))
}
