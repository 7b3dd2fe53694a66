//! `POST /api/orders/{number}/stage`: on, back, or back to the customer.

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

/// Where to. An empty object is the stage that follows.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[schema(as = OrderMove)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub(super) struct Way {
    /// Key of the stage; the one that follows when absent, or with `back` the nearest before.
    #[serde(default)]
    stage: Option<String>,
    /// Back instead of on: while nothing has left the shop.
    #[serde(default)]
    back: bool,
    /// Sends it back to the review of its specs, and writes this to its customer. Alone.
    #[serde(default)]
    #[schema(max_length = 2000)]
    message: Option<String>,
}

impl Way {
    fn wish(self) -> Result<Wish, Problem> {
        match self {
            Self { message: None, stage, back } => Ok(Wish::Move { stage, back }),
            Self { message: Some(message), stage: None, back: false } => Ok(Wish::SendBack { message }),
            _ => {
                let flaw = "stands alone: where it goes back to is known";
                Err(Problem::invalid(vec![("/message".to_owned(), flaw.to_owned())]))
            }
        }
    }
}

/// Moves it along an arrow of its workflow, one step back, or back to its customer with a message.
#[utoipa::path(
    post, path = "/api/orders/{number}/stage", operation_id = "moveOrder", tag = "orders",
    params(
        ("number" = String, Path, description = "The order's number, or its id"),
        ("If-Match" = Option<String>, Header, description = "The `ETag` of the order as it was seen: one that has changed since is not moved"),
    ),
    request_body = Way,
    responses((status = 200, description = "The order as it is now", body = FullOrder, headers(("ETag" = String, description = "Its version")))),
    security(("apiKey" = ["orders:write"]), ("session" = ["operator"]))
)]
pub(super) async fn move_order(
    State(shop): State<Shop>,
    asking: Asking,
    Path(number): Path<String>,
    Body(way): Body<Way>,
) -> Result<Response, Problem> {
    asking.order(&shop, &number, &way.wish()?).await
}
