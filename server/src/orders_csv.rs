//! `GET /admin/orders.csv`: the list somebody sees, with the same query, as a file that is written while it is read.

use admin::{context::Viewer, filter_of_fields};
use axum::{
    Extension, Router,
    body::Body,
    extract::{Query, State},
    http::{StatusCode, header},
    response::{IntoResponse, Response},
    routing::get,
};
use domain::{Fault, export::orders_csv};
use futures::TryStreamExt;

use crate::state::AppState;

/// The door; who looks was found out before.
pub fn routes() -> Router<AppState> {
    Router::new().route("/admin/orders.csv", get(download))
}

async fn download(
    State(state): State<AppState>,
    Extension(Viewer(person)): Extension<Viewer>,
    Query(fields): Query<Vec<(String, String)>>,
) -> Response {
    let Some(person) = person else { return StatusCode::UNAUTHORIZED.into_response() };
    let pieces = match orders_csv(&state.shop, &person, filter_of_fields(fields)) {
        Ok(pieces) => pieces,
        Err(Fault::Refused(reason)) => {
            return (StatusCode::FORBIDDEN, reason.say(person.language)).into_response();
        }
        Err(fault) => {
            tracing::error!(%fault, "a file of orders could not be begun");
            return StatusCode::INTERNAL_SERVER_ERROR.into_response();
        }
    };
    // The download breaks off, so that nobody takes half a list for the whole.
    let pieces = pieces.inspect_err(|fault| tracing::error!(%fault, "a file of orders ended early"));
    let day = state.shop.clock.now().0.to_zoned(state.shop.about.zone.clone()).date();
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"orders-{day}.csv\"")),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, Body::from_stream(pieces)).into_response()
}
