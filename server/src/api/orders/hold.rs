//! `POST /api/orders/{number}/hold` and `…/release`: its clock stands, and runs on.

use axum::{extract::State, response::Response};
use domain::{
    Shop,
    order::{FullOrder, Wish},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    super::{
        problem::Problem,
        read::{Body, Path},
    },
    answer::Asking,
};

/// Why.
#[derive(Debug, Deserialize, ToSchema)]
#[schema(as = OrderHold)]
#[serde(deny_unknown_fields)]
pub(super) struct Why {
    /// For staff.
    #[serde(default)]
    #[schema(max_length = 500)]
    why: String,
}

/// Puts it on hold: no list of work shows it until it is released.
#[utoipa::path(
    post, path = "/api/orders/{number}/hold", operation_id = "holdOrder", tag = "orders",
    params(
        ("number" = String, Path, description = "The order's number, or its id"),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of the order as it was seen"),
    ),
    request_body = Why,
    responses((status = 200, description = "The order as it is now", body = FullOrder, headers(("ETag" = String, description = "Its version")))),
    security(("apiKey" = ["orders:write"]), ("session" = ["operator"]))
)]
pub(super) async fn hold_order(
    State(shop): State<Shop>,
    asking: Asking,
    Path(number): Path<String>,
    Body(Why { why }): Body<Why>,
) -> Result<Response, Problem> {
    asking.order(&shop, &number, &Wish::Hold { why }).await
}

/// Releases it, to the priority it had before. The body is not looked at.
#[utoipa::path(
    post, path = "/api/orders/{number}/release", operation_id = "releaseOrder", tag = "orders",
    params(
        ("number" = String, Path, description = "The order's number, or its id"),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of the order as it was seen"),
    ),
    responses((status = 200, description = "The order as it is now", body = FullOrder, headers(("ETag" = String, description = "Its version")))),
    security(("apiKey" = ["orders:write"]), ("session" = ["operator"]))
)]
pub(super) async fn release_order(
    State(shop): State<Shop>,
    asking: Asking,
    Path(number): Path<String>,
) -> Result<Response, Problem> {
    asking.order(&shop, &number, &Wish::Release).await
}
