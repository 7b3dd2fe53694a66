//! `POST /api/admin/orders/{number}/status`: an order is moved by the status it is to have. The path is the seed's; the way is an arrow of the
//! order's workflow, as for everybody.

use axum::{extract::State, response::Response};
use domain::{
    Shop,
    order::{FullOrder, LONGEST_NOTE, Status, Wish},
};
use serde::Deserialize;
use utoipa::ToSchema;

use super::{
    super::{
        problem::Problem,
        read::{Body, Path},
    },
    answer::{Asking, details},
};

/// Which status, and what goes with it.
#[derive(Debug, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct StatusUpdate {
    /// The status of the stage it is to enter: one that follows.
    status: Status,
    /// With `shipped`: the carrier.
    #[serde(default)]
    #[schema(max_length = 100)]
    carrier: Option<String>,
    /// With `shipped`: the carrier's number.
    #[serde(default)]
    tracking_number: Option<String>,
    /// With `shipped`: the carrier's page.
    #[serde(default)]
    tracking_url: Option<String>,
    /// A note for staff.
    #[serde(default)]
    #[schema(max_length = 4000)]
    notes: Option<String>,
}

impl StatusUpdate {
    fn wish(self) -> Result<Wish, Problem> {
        let flaw = |field: &str, flaw: &str| Err(Problem::invalid(vec![(field.to_owned(), flaw.to_owned())]));
        let details = details(self.carrier, self.tracking_number, self.tracking_url)?;
        let note = self.notes.filter(|note| !note.trim().is_empty());
        match self.status {
            Status::Cancelled => {
                flaw("/status", "an order is called off with POST /api/orders/{number}/call-off")
            }
            Status::Returned => {
                flaw("/status", "what came back is received with POST /api/orders/{number}/returns/receive")
            }
            status if status != Status::Shipped && !details.is_empty() => {
                flaw("/trackingNumber", "a box belongs to an order that is being shipped")
            }
            _ if note.as_ref().is_some_and(|note| note.trim().chars().count() > LONGEST_NOTE) => {
                flaw("/notes", "is longer than 4000 characters")
            }
            status => Ok(Wish::Reach { status, details, note }),
        }
    }
}

/// Moves it to the stage that follows and stands for a status. One that has it already stays.
#[utoipa::path(
    post, path = "/api/admin/orders/{number}/status", operation_id = "setOrderStatus", tag = "orders",
    params(
        ("number" = String, Path, description = "The order's number, or its id"),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of the order as it was seen"),
    ),
    request_body = StatusUpdate,
    responses((status = 200, description = "The order as it is now", body = FullOrder, headers(("ETag" = String, description = "Its version")))),
    security(("apiKey" = ["orders:write"]), ("session" = ["operator"]))
)]
pub(super) async fn set_order_status(
    State(shop): State<Shop>,
    asking: Asking,
    Path(number): Path<String>,
    Body(update): Body<StatusUpdate>,
) -> Result<Response, Problem> {
    asking.order(&shop, &number, &update.wish()?).await
}
