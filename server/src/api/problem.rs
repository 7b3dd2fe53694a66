//! A refusal a program can read: `application/problem+json` (RFC 9457).

use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};
use domain::Fault;
use serde::Serialize;

/// One refusal.
#[derive(Debug, Clone, Serialize)]
pub struct Problem {
    /// A stable name, as a URI reference.
    #[serde(rename = "type")]
    kind: String,
    title: &'static str,
    status: u16,
    detail: String,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    errors: Vec<FieldError>,
    #[serde(skip)]
    retry_after: Option<u64>,
}

/// What is wrong with one field.
#[derive(Debug, Clone, Serialize)]
struct FieldError {
    /// JSON pointer (RFC 6901) as a URI fragment.
    pointer: String,
    detail: String,
}

impl Problem {
    /// A refusal by its stable name, in words.
    pub fn new(status: StatusCode, name: &str, title: &'static str, detail: impl Into<String>) -> Self {
        Self {
            kind: format!("/problems/{name}"),
            title,
            status: status.as_u16(),
            detail: detail.into(),
            errors: Vec::new(),
            retry_after: None,
        }
    }

    /// Names the fields: (pointer, what is wrong).
    #[must_use]
    pub fn with_errors(mut self, errors: Vec<(String, String)>) -> Self {
        self.errors = errors
            .into_iter()
            .map(|(path, detail)| FieldError { pointer: format!("#{path}"), detail })
            .collect();
        self
    }

    /// Says when trying again makes sense.
    #[must_use]
    pub const fn retry_after(mut self, seconds: u64) -> Self {
        self.retry_after = Some(seconds);
        self
    }
}

impl From<Fault> for Problem {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::NotFound => {
                Self::new(StatusCode::NOT_FOUND, "not-found", "Not found", "There is no such thing.")
            }
            Fault::Refused(reason) => Self::new(
                StatusCode::UNPROCESSABLE_ENTITY,
                "refused",
                "Refused",
                reason.say(domain::Language::En),
            ),
            Fault::Conflict(changed) => Self::new(
                StatusCode::CONFLICT,
                "conflict",
                "Changed meanwhile",
                changed.say(domain::Language::En),
            ),
            Fault::Down { provider, detail } => {
                tracing::warn!(provider, detail, "a provider is down");
                Self::new(
                    StatusCode::SERVICE_UNAVAILABLE,
                    "provider-down",
                    "A provider does not answer",
                    "What you sent is kept. Send the same request with the same Idempotency-Key again.",
                )
                .retry_after(5)
            }
            Fault::Bug(error) => {
                tracing::error!(error = format!("{error:#}"), "a request failed");
                Self::new(
                    StatusCode::INTERNAL_SERVER_ERROR,
                    "internal",
                    "Something went wrong",
                    "Send the same request with the same Idempotency-Key again.",
                )
            }
        }
    }
}

impl IntoResponse for Problem {
    fn into_response(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::INTERNAL_SERVER_ERROR);
        let mut response = (status, axum::Json(&self)).into_response();
        let headers = response.headers_mut();
        headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/problem+json"));
        if let Some(seconds) = self.retry_after {
            headers.insert(header::RETRY_AFTER, HeaderValue::from(seconds));
        }
        if status == StatusCode::UNAUTHORIZED {
            headers.insert(header::WWW_AUTHENTICATE, HeaderValue::from_static("Bearer"));
        }
        response
    }
}
