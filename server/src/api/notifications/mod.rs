//! `/api/notifications/…`: a customer's own program sets what they hear. Paths and names are the seed's.

mod caller;
mod history;
mod preferences;
mod try_out;

use axum::{
    Router,
    routing::{get, post},
};

use crate::state::AppState;

/// The routes.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/api/notifications/preferences", get(preferences::show).put(preferences::change))
        .route("/api/notifications/history", get(history::history))
        .route("/api/notifications/test", post(try_out::try_out))
}
