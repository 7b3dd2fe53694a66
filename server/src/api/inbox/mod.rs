//! `/api/inbox…`: webhooks received, what became of them, and one heard again.

mod list;
mod one;
mod replay;
mod view;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::state::AppState;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(list::list_inbox))
        .routes(routes!(one::get_received))
        .routes(routes!(replay::replay_received))
}
