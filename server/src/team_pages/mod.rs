//! The doors of the pages about the team: plain pages and forms under `/admin/team`, for administrators alone.

mod form;
mod list;
mod one;

use axum::{
    Router,
    http::StatusCode,
    response::{IntoResponse, Response},
    routing::get,
};
use domain::Fault;

use crate::state::AppState;

/// The doors.
pub fn routes() -> Router<AppState> {
    Router::new()
        .route("/admin/team", get(list::show).post(list::invite))
        .route("/admin/team/{id}", get(one::show).post(one::press))
}

pub(crate) fn failed(fault: &Fault) -> Response {
    match fault {
        Fault::NotFound => StatusCode::NOT_FOUND.into_response(),
        _ => {
            tracing::error!(%fault, "a page about accounts failed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
