//! What every call passes first: the account and its token, and the faults.

use axum::extract::{Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;

use super::error::Refusal;
use crate::faults::{slowly, through};
use crate::provider::Api;
use crate::world::{Shared, World};

/// The middleware.
pub async fn doorway(State(world): State<Shared>, request: Request, next: Next) -> Response {
    if !knows(&world, request.headers()) {
        let message = "Authentication Error - invalid username".to_owned();
        return Refusal { status: StatusCode::UNAUTHORIZED, code: 20003, message }.into_response();
    }
    slowly(&world, Api::Twilio, &request).await;
    through(&world, Api::Twilio, request, next, |status| {
        let (code, message) = match status {
            StatusCode::TOO_MANY_REQUESTS => (20429, "Too Many Requests"),
            _ => (20500, "Internal Server Error (the sandbox was told to fail)"),
        };
        Refusal { status, code, message: message.to_owned() }.into_response()
    })
    .await
}

/// The token that signs webhooks also opens the account; where none was agreed, any does.
fn knows(world: &World, headers: &HeaderMap) -> bool {
    let said = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let pair = said.strip_prefix("Basic ").and_then(|pair| STANDARD.decode(pair).ok()).unwrap_or_default();
    let pair = String::from_utf8(pair).unwrap_or_default();
    let Some((account, token)) = pair.split_once(':') else { return false };
    let target = world.routes.twilio.target.borrow();
    let ours = target.as_ref().and_then(|target| target.secret.as_deref());
    account.starts_with("AC") && !token.is_empty() && ours.is_none_or(|ours| ours == token)
}
