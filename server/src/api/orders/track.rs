//! `GET /api/orders/track/{trackingNumber}`: where a parcel is, by its number. Numbers can be guessed, so a customer finds only their own.

use axum::{Json, extract::State};
use domain::{
    Fault, Shop,
    customer::Who,
    ids::OrderId,
    order::{self, Status, TrackedOrder},
    parcel,
    tracking::number::keep,
};
use serde::Serialize;
use utoipa::ToSchema;

use super::{
    super::{
        caller::{Customer, OrderCaller},
        problem::Problem,
        read::Path,
    },
    tracking_info::TrackingInfo,
};

/// A parcel and its order.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct TrackedNumber {
    /// Names the order in this API's paths.
    order_id: String,
    /// As people read it.
    order_number: String,
    /// The order's headline.
    current_status: Status,
    /// The parcel.
    #[serde(flatten)]
    tracking_info: TrackingInfo,
}

/// Where a parcel is. Where several orders have its number, the newest of those one may see.
#[utoipa::path(
    get, path = "/api/orders/track/{trackingNumber}", operation_id = "trackNumber", tag = "tracking",
    params(("trackingNumber" = String, Path, description = "The carrier's number, as printed or as kept")),
    responses((status = 200, description = "Where it is", body = TrackedNumber)),
    security(("apiKey" = ["orders:read"]), ("session" = ["viewer"]), ("orderLink" = []))
)]
pub(super) async fn track_number(
    State(shop): State<Shop>,
    caller: OrderCaller,
    Path(typed): Path<String>,
) -> Result<Json<TrackedNumber>, Problem> {
    let customer = caller.customer();
    for id in parcel::orders_of_number(&shop, &typed).await? {
        if theirs(&shop, customer, id).await? {
            let order = order::track(&shop.pool, id).await?;
            return tracked(order, &typed).map(Json).ok_or_else(|| Fault::NotFound.into());
        }
    }
    Err(Fault::NotFound.into())
}

/// Whether somebody may see an order: who is no customer runs the shop.
async fn theirs(shop: &Shop, customer: Option<Customer<'_>>, order: OrderId) -> Result<bool, Problem> {
    Ok(match customer {
        None => true,
        Some(Customer::Of(opened)) => opened == order,
        Some(Customer::Owner(who)) => Who::bought(shop, order).await?.hash == who.hash,
    })
}

fn tracked(order: TrackedOrder, typed: &str) -> Option<TrackedNumber> {
    let kept = keep(typed, true).number;
    let is_it = |number: &Option<String>| {
        number.as_deref() == Some(typed.trim()) || (number.is_some() && *number == kept)
    };
    let parcel = order.parcels.into_iter().find(|parcel| is_it(&parcel.tracking_number))?;
    Some(TrackedNumber {
        order_id: order.number.to_string(),
        order_number: order.number.to_string(),
        current_status: order.status,
        tracking_info: parcel.into(),
    })
}
