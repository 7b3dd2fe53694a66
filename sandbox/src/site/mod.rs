//! `GET /`: everything in one place for whoever runs the demo.

mod index;
mod money;
mod switches;

use axum::Router;
use axum::routing::{get, post};

use crate::world::Shared;

/// The index and the switches' form.
pub fn routes() -> Router<Shared> {
    Router::new().route("/", get(index::index)).route("/faults", post(switches::turn))
}
