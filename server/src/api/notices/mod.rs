//! `/api/notices…`: every message there is, what became of it, and once more for one that was given up.

mod list;
mod one;
mod retry;
mod view;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::state::AppState;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list::list_notices))
        .routes(routes!(one::get_notice))
        .routes(routes!(retry::retry_notice))
}
