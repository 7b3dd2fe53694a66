//! `/api/bulk…`: what staff do to many orders at once, for programs: looked at, begun once per `Idempotency-Key`, and taken back.

mod action;
mod one;
pub(super) mod selection;
mod start;
mod undo;
mod view;

use utoipa_axum::{router::OpenApiRouter, routes};

use crate::state::AppState;

/// The routes.
pub(super) fn routes() -> OpenApiRouter<AppState> {
    OpenApiRouter::new()
        .routes(routes!(start::start_bulk))
        .routes(routes!(one::get_bulk))
        .routes(routes!(undo::undo_bulk))
}
