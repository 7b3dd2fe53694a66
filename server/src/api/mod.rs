//! The JSON API for storefronts: bearer keys, RFC 9457 refusals, `Idempotency-Key`.

mod create_order;
mod key;
mod problem;

use axum::{Router, routing::post};

use crate::state::AppState;

/// The API's routes.
pub fn routes() -> Router<AppState> {
    Router::new().route("/api/orders", post(create_order::create_order))
}
