//! Stripe's error object.

use axum::Json;
use axum::http::{Method, StatusCode};
use axum::response::{IntoResponse, Response};
use serde::Serialize;
use serde_json::Value;

/// A refusal as the wire shows it.
#[derive(Debug, Clone, Serialize)]
pub struct ApiError {
    #[serde(skip)]
    status: StatusCode,
    #[serde(rename = "type")]
    kind: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    code: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    doc_url: Option<String>,
    message: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    param: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    payment_intent: Option<Box<Value>>,
}

impl ApiError {
    fn new(status: StatusCode, kind: &'static str, message: impl Into<String>) -> Self {
        Self {
            status,
            kind,
            code: None,
            doc_url: None,
            message: message.into(),
            param: None,
            payment_intent: None,
        }
    }

    /// A parameter that cannot stand.
    pub fn invalid(code: &'static str, param: &str, message: impl Into<String>) -> Self {
        let doc_url = format!("https://stripe.com/docs/error-codes/{}", code.replace('_', "-"));
        let plain = Self::new(StatusCode::BAD_REQUEST, "invalid_request_error", message);
        Self { code: Some(code), doc_url: Some(doc_url), param: Some(param.to_owned()), ..plain }
    }

    /// A request that makes no sense now, whatever its parameters.
    pub fn refused(message: impl Into<String>) -> Self {
        Self::new(StatusCode::BAD_REQUEST, "invalid_request_error", message)
    }

    /// The object is not in a state for that.
    pub fn unexpected(code: &'static str, message: impl Into<String>) -> Self {
        let error = Self::invalid(code, "", message);
        Self { param: None, ..error }
    }

    /// The same, blaming a parameter.
    pub fn on(self, param: &str) -> Self {
        Self { param: Some(param.to_owned()), ..self }
    }

    /// The same, with the intent as it is.
    pub fn about(self, payment_intent: Option<Value>) -> Self {
        Self { payment_intent: payment_intent.map(Box::new), ..self }
    }

    /// A parameter that must be there.
    pub fn missing(param: &str) -> Self {
        Self::invalid("parameter_missing", param, format!("Missing required param: {param}."))
    }

    /// A parameter Stripe does not know: most often a typing mistake, so never ignored.
    pub fn unknown(param: &str) -> Self {
        Self::invalid("parameter_unknown", param, format!("Received unknown parameter: {param}"))
    }

    /// No such object.
    pub fn no_such(kind: &str, id: &str, param: &str) -> Self {
        let error = Self::invalid("resource_missing", param, format!("No such {kind}: '{id}'"));
        Self { status: StatusCode::NOT_FOUND, ..error }
    }

    /// No such path.
    pub fn unrecognized(method: &Method, path: &str) -> Self {
        let message =
            format!("Unrecognized request URL ({method}: {path}). Please see https://stripe.com/docs.");
        Self::new(StatusCode::NOT_FOUND, "invalid_request_error", message)
    }

    /// No key, or not one of ours.
    pub fn unauthorized(message: impl Into<String>) -> Self {
        Self::new(StatusCode::UNAUTHORIZED, "invalid_request_error", message)
    }

    /// The key was used for something else.
    pub fn key_reused(key: &str) -> Self {
        let message = format!(
            "Keys for idempotent requests can only be used with the same parameters they were first used with. \
             Try using a key other than '{key}' if you meant to execute a different request."
        );
        Self::new(StatusCode::BAD_REQUEST, "idempotency_error", message)
    }

    /// The key's first request has not finished.
    pub fn key_in_use(key: &str) -> Self {
        let message = format!(
            "There is currently another in-progress request using this Idempotent Key '{key}' (that probably means you \
             submitted twice, and the other request is still going through). Please try again later."
        );
        let error = Self::new(StatusCode::CONFLICT, "idempotency_error", message);
        Self { code: Some("idempotency_key_in_use"), ..error }
    }

    /// Stripe's own trouble.
    pub fn internal(status: StatusCode) -> Self {
        let message = "An unknown error occurred (the sandbox was told to fail).";
        Self::new(status, "api_error", message)
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        (self.status, Json(serde_json::json!({ "error": self }))).into_response()
    }
}
