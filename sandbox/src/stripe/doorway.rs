//! What every call passes first: a name for the request, the key, and the faults. Faults sit outside the idempotency
//! desk, like a broken line between client and Stripe, so that a retry with the same key finds what really happened.

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::error::ApiError;
use crate::event::{API_VERSION, Cause};
use crate::faults::through;
use crate::ids;
use crate::provider::Api;
use crate::world::Shared;

/// The middleware.
pub async fn doorway(State(world): State<Shared>, mut request: Request, next: Next) -> Response {
    let id = ids::request();
    let headers = request.headers();
    let version = headers.get("stripe-version").cloned().unwrap_or(HeaderValue::from_static(API_VERSION));
    let idempotency_key = headers.get("idempotency-key").and_then(|key| key.to_str().ok()).map(str::to_owned);
    let mut response = match identify(headers) {
        Err(refusal) => refusal.into_response(),
        Ok(()) => {
            request.extensions_mut().insert(Cause { id: Some(id.clone()), idempotency_key });
            through(&world, Api::Stripe, request, next, |status| ApiError::internal(status).into_response())
                .await
        }
    };
    let headers = response.headers_mut();
    if let Ok(id) = HeaderValue::try_from(id) {
        headers.insert("request-id", id);
    }
    headers.insert("stripe-version", version);
    response
}

/// Test keys only: a live key must never be shown to a stand-in.
fn identify(headers: &HeaderMap) -> Result<(), ApiError> {
    let authorization =
        headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let Some(key) = authorization.strip_prefix("Bearer ").map(str::trim) else {
        return Err(ApiError::unauthorized(
            "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer \
             auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY').",
        ));
    };
    let known =
        ["sk_test_", "rk_test_"].iter().any(|prefix| key.len() > prefix.len() && key.starts_with(prefix));
    if known {
        return Ok(());
    }
    let end: String = key.chars().rev().take(4).collect::<Vec<_>>().into_iter().rev().collect();
    Err(ApiError::unauthorized(format!(
        "Invalid API Key provided: {}****{end}",
        key.chars().take(8).collect::<String>()
    )))
}

/// Reads a whole body; Stripe's own limit is far above anything Clew sends.
pub async fn read(body: Body) -> Result<Vec<u8>, ApiError> {
    const LIMIT: usize = 1024 * 1024;
    let bytes = axum::body::to_bytes(body, LIMIT).await;
    bytes.map(Vec::from).map_err(|_| ApiError::refused("The request body could not be read."))
}
