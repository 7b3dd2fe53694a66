//! `/api/notifications/…`: a customer's own program sets what they hear. Paths and names are the seed's.

mod caller;
mod devices;
mod history;
mod preferences;
mod try_out;
mod verify_phone;

use axum::{
    Router,
    routing::{get, post, put},
};

use crate::state::AppState;

pub(super) use try_out::limited;

/// The routes.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/api/notifications/preferences", get(preferences::show).put(preferences::change))
        .route("/api/notifications/verify-phone", post(verify_phone::verify_phone))
        .route("/api/notifications/devices", put(devices::add).delete(devices::remove))
        .route("/api/notifications/history", get(history::history))
        .route("/api/notifications/test", post(try_out::try_out))
}
