//! `GET /admin/bulk/{id}/outcome.csv`: what came of each order of a bulk change, as a file.

use admin::context::Viewer;
use axum::{
    Extension, Router,
    extract::{Path, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use domain::{Fault, bulk::outcome_csv, ids::BulkId};
use uuid::Uuid;

use crate::state::AppState;

/// The door; who looks was found out before.
pub fn routes() -> Router<AppState> {
    Router::new().route("/admin/bulk/{id}/outcome.csv", get(download))
}

async fn download(
    State(state): State<AppState>,
    Extension(Viewer(person)): Extension<Viewer>,
    Path(id): Path<Uuid>,
) -> Response {
    let Some(person) = person else { return StatusCode::UNAUTHORIZED.into_response() };
    match outcome_csv(&state.shop, &person, BulkId(id)).await {
        Ok(file) => {
            let name = format!("attachment; filename=\"bulk-{id}.csv\"");
            let headers = [
                (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
                (header::CONTENT_DISPOSITION, name),
            ];
            (headers, file).into_response()
        }
        Err(Fault::NotFound) => StatusCode::NOT_FOUND.into_response(),
        Err(Fault::Refused(_)) => StatusCode::FORBIDDEN.into_response(),
        Err(fault) => {
            tracing::error!(%fault, "a bulk change's file could not be made");
            StatusCode::INTERNAL_SERVER_ERROR.into_response()
        }
    }
}
