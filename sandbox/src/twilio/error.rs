//! What Twilio says when it refuses.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// A refusal as the wire shows it.
#[derive(Debug, Clone)]
pub struct Refusal {
    /// HTTP's.
    pub status: StatusCode,
    /// Twilio's.
    pub code: u32,
    /// A sentence.
    pub message: String,
}

impl Refusal {
    /// 400.
    pub fn bad(code: u32, message: impl Into<String>) -> Self {
        Self { status: StatusCode::BAD_REQUEST, code, message: message.into() }
    }

    /// 404.
    pub fn lost(what: &str) -> Self {
        let message = format!("The requested resource {what} was not found");
        Self { status: StatusCode::NOT_FOUND, code: 20404, message }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        let Self { status, code, message } = self;
        let more = format!("https://www.twilio.com/docs/errors/{code}");
        let body = json!({ "code": code, "message": message, "more_info": more, "status": status.as_u16() });
        (status, Json(body)).into_response()
    }
}
