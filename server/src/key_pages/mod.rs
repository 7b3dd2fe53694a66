//! The doors of the pages about API keys: plain pages and forms under `/admin/keys`, for administrators alone.

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
        .route("/admin/keys", get(list::show).post(list::make))
        .route("/admin/keys/{id}", get(one::show).post(one::press))
}

fn failed(fault: &Fault) -> Response {
    match fault {
        Fault::NotFound => StatusCode::NOT_FOUND.into_response(),
        _ => {
            tracing::error!(%fault, "a page about keys failed");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
