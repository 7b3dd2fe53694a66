//! `/api/admin/notifications/…`: what staff do with messages, for a program with a key or a browser that has signed in. Paths are the seed's.

mod analytics;
mod bulk_send;
mod templates;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::state::AppState;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(analytics::analytics))
        .routes(routes!(bulk_send::send))
        .routes(routes!(bulk_send::show, bulk_send::take_back))
        .routes(routes!(templates::list, templates::create))
        .routes(routes!(templates::show, templates::change))
}
