//! `/dhl`: Shipment Tracking – Unified, and Unified Push.
//!
//! | oddity | where |
//! |---|---|
//! | what really happened stands in free text; `statusCode` has five values | both |
//! | a moment is the place's own, without a zone | both |
//! | an id of digits is a number in polling and a text in a push | both |
//! | a number that was used before is two shipments, the older first | polling, `reused` |
//! | a push tells the newest status only | pushes |
//! | a subscription pushes nothing until its secret was sent back (`DHL-API-Hook-Secret`) | subscriptions |

mod error;
mod hook;
mod push;
mod said;
mod shipment;
mod subscribe;
mod track;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{get, post};

use crate::carrier::{self, Carrier};
use crate::world::Shared;

pub use hook::Subscription;
pub use push::push;

/// The API.
pub fn routes(world: Shared) -> Router<Shared> {
    let one = get(subscribe::retrieve).post(subscribe::activate).delete(subscribe::delete);
    Router::new()
        .route("/track/shipments", get(track::shipments))
        .route("/tracking/push/v1/subscription", post(subscribe::create))
        .route("/tracking/push/v1/subscriptions", get(subscribe::list))
        .route("/tracking/push/v1/subscription/{id}", one)
        .layer(from_fn_with_state(world, doorway))
}

async fn doorway(State(world): State<Shared>, request: Request, next: Next) -> Response {
    carrier::doorway(Carrier::Dhl, &world, request, next, error::trouble).await
}
