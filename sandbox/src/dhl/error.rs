//! What DHL says when it refuses: a problem with title, detail and status.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::carrier::Trouble;

/// A refusal.
pub fn problem(status: StatusCode, title: &str, detail: &str) -> Response {
    (status, Json(json!({ "title": title, "detail": detail, "status": status.as_u16() }))).into_response()
}

/// No such shipment.
pub fn lost(number: &str) -> Response {
    let body = json!({
        "title": "No result found",
        "detail": "No shipment with given tracking number found.",
        "status": 404,
        "instance": format!("/shipment/{number}"),
    });
    (StatusCode::NOT_FOUND, Json(body)).into_response()
}

/// What the doorway refuses with.
pub fn trouble(trouble: Trouble) -> Response {
    match trouble {
        Trouble::Stranger | Trouble::Expired => {
            problem(StatusCode::UNAUTHORIZED, "Unauthorized", "Unauthorized for given resource.")
        }
        Trouble::Busy => problem(
            StatusCode::TOO_MANY_REQUESTS,
            "Too many requests",
            "Too many requests within defined time period, please try again later.",
        ),
        Trouble::Broken(status) => problem(status, "Internal server error", "The sandbox was told to fail."),
    }
}
