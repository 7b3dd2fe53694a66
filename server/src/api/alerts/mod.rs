//! `/api/alerts…`: what needs a person.

mod clear;
mod list;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::state::AppState;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list::list_alerts)).routes(routes!(clear::clear_alert))
}
