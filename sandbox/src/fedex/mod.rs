//! `/fedex`: Track v1 behind FedEx's token endpoint, and Advanced Integrated Visibility, which pushes every scan of the
//! account's parcels to the address and under the token that were entered in its portal (`POST /_control/webhook-url`).
//!
//! | oddity | where |
//! |---|---|
//! | a number nobody knows is 200 with an `error` in its result | polling |
//! | a number that was used before has two results, the older first | polling, `reused` |
//! | dates with the place's offset beside dates without any | both |
//! | a push holds the newest scan only, and the latest status, which may be another | pushes |
//! | a repeated attempt is another body: its number stands in `outputMetaData` | pushes |
//! | three more attempts, then the push is missed until somebody replays it | pushes |

mod error;
mod push;
mod result;
mod said;
mod token;
mod track;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::post;

use crate::carrier::{self, Carrier};
use crate::world::Shared;

pub use push::push;

/// The API.
pub fn routes(world: Shared) -> Router<Shared> {
    Router::new()
        .route("/track/v1/trackingnumbers", post(track::numbers))
        .layer(from_fn_with_state(world, doorway))
        .route("/oauth/token", post(token::give))
}

async fn doorway(State(world): State<Shared>, request: Request, next: Next) -> Response {
    carrier::doorway(Carrier::Fedex, &world, request, next, error::trouble).await
}
