//! `GET /admin/orders/views/{slug}`: a kept list's own address leads to what it shows now.

use admin::{context::Viewer, view_address};
use axum::{
    Extension, Router,
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
    routing::get,
};
use domain::{Fault, views};

use crate::state::AppState;

/// The door; who looks was found out before.
pub fn routes() -> Router<AppState> {
    Router::new().route("/admin/orders/views/{slug}", get(open))
}

async fn open(
    State(state): State<AppState>,
    Extension(Viewer(person)): Extension<Viewer>,
    Path(slug): Path<String>,
) -> Response {
    let Some(person) = person else { return StatusCode::UNAUTHORIZED.into_response() };
    match views::find(&state.shop, &person, &slug).await {
        Ok(view) => Redirect::to(&view_address(&view)).into_response(),
        // It was deleted, or was never this person's: the whole list is what there is.
        Err(Fault::NotFound) => Redirect::to("/admin/orders").into_response(),
        Err(fault) => {
            tracing::error!(%fault, "a kept list could not be found");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
