//! `PATCH /api/orders/{number}`: how urgent it is, whose it is, what its buyer asks for.

use axum::{extract::State, response::Response};
use domain::{
    Shop,
    order::{FullOrder, OrderChange, Wish},
};

use super::{
    super::{
        problem::Problem,
        read::{Body, Path},
    },
    answer::Asking,
};

/// Changes what may be changed: all of it or nothing, and what is absent stays.
#[utoipa::path(
    patch, path = "/api/orders/{number}", operation_id = "changeOrder", tag = "orders",
    params(
        ("number" = String, Path, description = "The order's number, or its id"),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of the order as it was seen: one that has changed since is not changed"),
    ),
    request_body = OrderChange,
    responses((status = 200, description = "The order as it is now", body = FullOrder, headers(("ETag" = String, description = "Its version")))),
    security(("apiKey" = ["orders:write"]), ("session" = ["operator"]))
)]
pub(super) async fn change_order(
    State(shop): State<Shop>,
    asking: Asking,
    Path(number): Path<String>,
    Body(change): Body<OrderChange>,
) -> Result<Response, Problem> {
    let flaws = change.flaws();
    if !flaws.is_empty() {
        return Err(Problem::invalid(flaws));
    }
    asking.order(&shop, &number, &Wish::Change(change)).await
}
