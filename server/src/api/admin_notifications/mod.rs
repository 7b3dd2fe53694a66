//! `/api/admin/notifications/…`: what staff do with messages, for a program with an operator's key or a browser that has signed in. Paths
//! are the seed's.

mod analytics;
mod bulk_send;
mod templates;

use axum::{
    Router,
    routing::{get, post},
};

use crate::state::AppState;

/// The routes.
pub(super) fn routes() -> Router<AppState> {
    Router::new()
        .route("/api/admin/notifications/analytics", get(analytics::analytics))
        .route("/api/admin/notifications/bulk-send", post(bulk_send::send))
        .route("/api/admin/notifications/bulk-send/{id}", get(bulk_send::show).delete(bulk_send::take_back))
        .route("/api/admin/notifications/templates", get(templates::list).post(templates::create))
        .route("/api/admin/notifications/templates/{id}", get(templates::show).put(templates::change))
}
