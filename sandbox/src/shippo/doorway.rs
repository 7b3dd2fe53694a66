//! What every call passes first: the key, and the faults.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::error::Refusal;
use crate::faults::{slowly, through};
use crate::provider::Api;
use crate::world::Shared;

/// The middleware.
pub async fn doorway(State(world): State<Shared>, request: Request, next: Next) -> Response {
    if let Err(refusal) = identify(request.headers()) {
        return refusal.into_response();
    }
    slowly(&world, Api::Shippo, &request).await;
    through(&world, Api::Shippo, request, next, |status| {
        Refusal::Detail(status, "Something went wrong (the sandbox was told to fail).".to_owned())
            .into_response()
    })
    .await
}

/// Test keys only: a live key must never be shown to a stand-in.
fn identify(headers: &HeaderMap) -> Result<(), Refusal> {
    let said = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let refused = |sentence: &str| Err(Refusal::Detail(StatusCode::UNAUTHORIZED, sentence.to_owned()));
    match said.strip_prefix("ShippoToken ").map(str::trim) {
        Some(key) if key.strip_prefix("shippo_test_").is_some_and(|rest| !rest.is_empty()) => Ok(()),
        Some(key) if key.starts_with("shippo_live_") => {
            refused("The sandbox takes no live tokens. Use a test token (shippo_test_…).")
        }
        Some(_) => refused("Invalid token."),
        None => refused("Authentication credentials were not provided."),
    }
}
