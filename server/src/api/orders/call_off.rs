//! `POST /api/orders/{number}/call-off`: the shop calls an order off, by its own rules and not by its customer's.

use axum::{extract::State, response::Response};
use domain::{
    Shop,
    order::{FullOrder, Wish},
};

use super::{
    super::{problem::Problem, read::Path},
    answer::Asking,
};

/// Calls it off, until it has left the shop; twice is once. The body is not looked at: there is nothing to choose.
///
/// All that was taken and has not gone back yet is paid back, held money is given free, slot and stock are given back, and labels nobody has
/// used are voided. That is decided at once; Stripe and the carriers are asked after that. Whoever else took the money has to give it back: an
/// alert says so.
#[utoipa::path(
    post, path = "/api/orders/{number}/call-off", operation_id = "callOffOrder", tag = "orders",
    params(
        ("number" = String, Path, description = "The order's number, or its id"),
        ("Idempotency-Key" = String, Header, description = "Under it the order is called off, and money paid back, once.", min_length = 1, max_length = 255),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of the order as it was seen: one that has changed since is not called off"),
    ),
    responses((status = 200, description = "The order as it is now", body = FullOrder, headers(("ETag" = String, description = "Its version")))),
    security(("apiKey" = ["orders:write", "refunds:write"]), ("session" = ["admin"]))
)]
pub(super) async fn call_off_order(
    State(shop): State<Shop>,
    asking: Asking,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    asking.order(&shop, &number, &Wish::Cancel).await
}
