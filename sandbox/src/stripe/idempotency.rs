//! `Idempotency-Key`: the same request twice happens once. A client that lost our answer depends on this for money.

use std::sync::Arc;

use axum::body::Body;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, Method, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use url::form_urlencoded;

use super::doorway::read;
use super::error::ApiError;
use crate::faults::slowly;
use crate::provider::Api;
use crate::world::{Shared, World, lock};

/// The answer kept for a key.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Stored {
    fingerprint: String,
    status: u16,
    body: String,
    request: Option<String>,
}

/// Only POST is protected, as at Stripe.
pub async fn desk(State(world): State<Shared>, request: Request, next: Next) -> Response {
    let key = request.headers().get("idempotency-key").and_then(|key| key.to_str().ok()).map(str::to_owned);
    let Some(key) = key.filter(|_| request.method() == Method::POST) else {
        slowly(&world, Api::Stripe, &request).await;
        return next.run(request).await;
    };
    let answered = once(&world, &key, request, next).await;
    let mut response = answered.unwrap_or_else(IntoResponse::into_response);
    if let Ok(key) = HeaderValue::try_from(key) {
        response.headers_mut().insert("idempotency-key", key);
    }
    response
}

async fn once(world: &Shared, key: &str, request: Request, next: Next) -> Result<Response, ApiError> {
    if key.len() > 255 {
        return Err(ApiError::refused("Idempotency keys can be at most 255 characters long."));
    }
    let (parts, body) = request.into_parts();
    let bytes = read(body).await?;
    let fingerprint = fingerprint(parts.uri.path(), &bytes);
    let running = Running::claim(world, key).ok_or_else(|| ApiError::key_in_use(key))?;
    if let Some(stored) = world.read(|state| state.answers.get(key).cloned()) {
        return if stored.fingerprint == fingerprint {
            Ok(stored.replay())
        } else {
            Err(ApiError::key_reused(key))
        };
    }
    let cause = parts.extensions.get::<crate::event::Cause>().and_then(|cause| cause.id.clone());
    let request = Request::from_parts(parts, Body::from(bytes));
    slowly(world, Api::Stripe, &request).await;
    let response = next.run(request).await;
    let (parts, body) = response.into_parts();
    let bytes = read(body).await?;
    // A request that failed its checks never began, so its key may be used again.
    if parts.status != StatusCode::BAD_REQUEST && parts.status != StatusCode::NOT_FOUND {
        let body = String::from_utf8_lossy(&bytes).into_owned();
        let stored = Stored { fingerprint, status: parts.status.as_u16(), body, request: cause };
        world.change(|state| state.answers.insert(key.to_owned(), stored));
    }
    drop(running);
    Ok(Response::from_parts(parts, Body::from(bytes)))
}

/// Two requests are the same when their parameters are: a client that keeps metadata in a hash map writes it in another
/// order every time. The sort is stable, so the order within a repeated `list[]` still counts.
fn fingerprint(path: &str, form: &[u8]) -> String {
    let mut params: Vec<_> = form_urlencoded::parse(form).collect();
    params.sort_by(|(one, _), (other, _)| one.cmp(other));
    let mut digest = Sha256::new().chain_update(path);
    for (name, value) in params {
        digest.update(b"\0");
        digest.update(name.as_bytes());
        digest.update(b"\0");
        digest.update(value.as_bytes());
    }
    hex::encode(digest.finalize())
}

impl Stored {
    fn replay(self) -> Response {
        let status = StatusCode::from_u16(self.status).unwrap_or(StatusCode::OK);
        let mut response = (status, [(header::CONTENT_TYPE, "application/json")], self.body).into_response();
        response.headers_mut().insert("idempotent-replayed", HeaderValue::from_static("true"));
        if let Some(Ok(original)) = self.request.map(HeaderValue::try_from) {
            response.headers_mut().insert("original-request", original);
        }
        response
    }
}

/// A key in use; released even when the client hangs up half way.
struct Running {
    world: Arc<World>,
    key: String,
}

impl Running {
    fn claim(world: &Shared, key: &str) -> Option<Self> {
        let free = lock(&world.in_flight).insert(key.to_owned());
        free.then(|| Self { world: world.clone(), key: key.to_owned() })
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        lock(&self.world.in_flight).remove(&self.key);
    }
}
