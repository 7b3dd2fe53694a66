//! What FedEx says when it refuses: `{transactionId, errors:[{code, message}]}`.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::carrier::Trouble;
use crate::ids;

/// A refusal.
pub fn refusal(status: StatusCode, code: &str, message: &str) -> Response {
    let body = json!({ "transactionId": ids::uuid(), "errors": [{ "code": code, "message": message }] });
    (status, Json(body)).into_response()
}

/// What the doorway refuses with.
pub fn trouble(trouble: Trouble) -> Response {
    match trouble {
        Trouble::Stranger => refusal(
            StatusCode::UNAUTHORIZED,
            "NOT.AUTHORIZED.ERROR",
            "The given client credentials were not valid. Please modify your request and try again.",
        ),
        Trouble::Expired => refusal(
            StatusCode::UNAUTHORIZED,
            "NOT.AUTHORIZED.ERROR",
            "Access token expired. Please modify your request and try again.",
        ),
        Trouble::Busy => refusal(
            StatusCode::TOO_MANY_REQUESTS,
            "RATE.LIMIT.EXCEEDED",
            "We have received too many requests in a short duration. Please wait a while to try again.",
        ),
        Trouble::Broken(status) if status == StatusCode::SERVICE_UNAVAILABLE => refusal(
            status,
            "SERVICE.UNAVAILABLE.ERROR",
            "The service is currently unavailable and we are working to resolve the issue.",
        ),
        Trouble::Broken(status) => refusal(
            status,
            "INTERNAL.SERVER.ERROR",
            "We encountered an unexpected error and are working to resolve the issue.",
        ),
    }
}
