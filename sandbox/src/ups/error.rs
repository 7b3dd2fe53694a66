//! What UPS says when it refuses: `{response:{errors:[{code, message}]}}`, with the codes of its OpenAPI documents
//! (github UPS-API/api-documentation).

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::carrier::Trouble;

/// A refusal.
pub fn refusal(status: StatusCode, code: &str, message: &str) -> Response {
    (status, Json(json!({ "response": { "errors": [{ "code": code, "message": message }] } })))
        .into_response()
}

/// 400.
pub fn bad(code: &str, message: &str) -> Response {
    refusal(StatusCode::BAD_REQUEST, code, message)
}

/// What the doorway refuses with.
pub fn trouble(trouble: Trouble) -> Response {
    match trouble {
        Trouble::Stranger => {
            refusal(StatusCode::UNAUTHORIZED, "250002", "Invalid Authentication Information.")
        }
        Trouble::Expired => refusal(StatusCode::UNAUTHORIZED, "251004", "Bearer Token expired (oauth)"),
        Trouble::Busy => refusal(StatusCode::TOO_MANY_REQUESTS, "10429", "Too Many Requests"),
        Trouble::Broken(status) => refusal(
            status,
            "10004",
            "Something went wrong while processing your request, please try again later",
        ),
    }
}
