//! `GET` and `POST /api/orders/{number}/parcels`: the boxes, and that it has left.

use axum::{Json, extract::State, response::Response};
use domain::{
    Shop,
    order::{self, FullOrder, FullParcel, Wish},
};
use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use super::{
    super::{
        caller::Clerk,
        problem::Problem,
        read::{Body, Path},
        standing::find,
    },
    answer::{Asking, details},
};

/// An order's boxes.
#[derive(Debug, Serialize, ToSchema)]
pub(super) struct Parcels {
    /// As they were made ready.
    items: Vec<FullParcel>,
}

/// A box to be added.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct NewParcel {
    /// A known carrier's key or name, or any other carrier's name. Told from the number where that leaves no doubt.
    #[serde(default)]
    #[schema(max_length = 100)]
    carrier: Option<String>,
    /// The carrier's number.
    #[serde(default)]
    tracking_number: Option<String>,
    /// The carrier's page for it; made where the carrier is known.
    #[serde(default)]
    tracking_url: Option<String>,
    /// Whether the order leaves with it: moves it to its workflow's next stage that stands for `shipped`.
    #[serde(default)]
    shipped: bool,
}

/// Every box, those on their way back and those given back included.
#[utoipa::path(
    get, path = "/api/orders/{number}/parcels", operation_id = "listParcels", tag = "shipping",
    params(("number" = String, Path, description = "The order's number, or its id")),
    responses((status = 200, description = "The boxes", body = Parcels)),
    security(("apiKey" = ["orders:read"]), ("session" = ["viewer"]))
)]
pub(super) async fn list_parcels(
    State(shop): State<Shop>,
    _: Clerk,
    Path(number): Path<String>,
) -> Result<Json<Parcels>, Problem> {
    let (id, _) = find(&shop, &number).await?;
    Ok(Json(Parcels { items: order::full(&shop, id).await?.parcels }))
}

/// Adds a box, or marks the order as shipped with it. The customer is told its number.
#[utoipa::path(
    post, path = "/api/orders/{number}/parcels", operation_id = "addParcel", tag = "shipping",
    params(
        ("number" = String, Path, description = "The order's number, or its id"),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of the order as it was seen"),
    ),
    request_body = NewParcel,
    responses((status = 200, description = "The order as it is now", body = FullOrder, headers(("ETag" = String, description = "Its version")))),
    security(("apiKey" = ["orders:write"]), ("session" = ["operator"]))
)]
pub(super) async fn add_parcel(
    State(shop): State<Shop>,
    asking: Asking,
    Path(number): Path<String>,
    Body(new): Body<NewParcel>,
) -> Result<Response, Problem> {
    let details = details(new.carrier, new.tracking_number, new.tracking_url)?;
    let wish = if new.shipped { Wish::Ship(details) } else { Wish::Add(details) };
    asking.order(&shop, &number, &wish).await
}
