//! `/api/workflows…`: the shop's own stages, for programs that show or move orders.

mod list;
mod one;
mod view;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::state::AppState;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new().routes(routes!(list::list_workflows)).routes(routes!(one::get_workflow))
}
