//! `/ups`: Track v1 behind UPS's token endpoint, and Track Alert in both versions.
//!
//! | oddity | where |
//! |---|---|
//! | a number nobody knows is 200 with a warning; nonsense is 400 | polling |
//! | the newest activity comes first | polling |
//! | dates and hours in fields of their own, the place's and Greenwich's | both |
//! | an offset is `-05:00` here and `-04.00` there | polling, pushes |
//! | a space stands before the number of a label's push | pushes |
//! | version 1: empty strings, and `descriptionCode` a text; version 2: nothing, and a number | pushes |
//! | a push is sent once, whatever answers | pushes |
//! | nothing after fourteen days, nothing of what was before | subscriptions |

mod error;
mod package;
mod push;
mod said;
mod subscribe;
mod token;
mod track;

use axum::Router;
use axum::extract::{Request, State};
use axum::middleware::{Next, from_fn_with_state};
use axum::response::Response;
use axum::routing::{get, post};

use crate::carrier::{self, Carrier};
use crate::world::Shared;

pub use push::push;
pub use subscribe::Subscription;

/// The API.
pub fn routes(world: Shared) -> Router<Shared> {
    Router::new()
        .route("/api/track/v1/details/{number}", get(track::details))
        .route("/api/track/{version}/subscription/{kind}/package", post(subscribe::packages))
        .layer(from_fn_with_state(world, doorway))
        .route("/security/v1/oauth/token", post(token::give))
}

async fn doorway(State(world): State<Shared>, request: Request, next: Next) -> Response {
    carrier::doorway(Carrier::Ups, &world, request, next, error::trouble).await
}
