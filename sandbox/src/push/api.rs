//! `POST /push/{id}` (RFC 8030 §5).

use axum::body::Bytes;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use super::{Received, decrypt, vapid};
use crate::faults::{slowly, through};
use crate::provider::Api;
use crate::world::Shared;

const LARGEST: usize = 4096;

/// The faults.
pub async fn doorway(State(world): State<Shared>, request: Request, next: Next) -> Response {
    slowly(&world, Api::Push, &request).await;
    through(&world, Api::Push, request, next, |status| {
        (status, "The sandbox was told to fail.").into_response()
    })
    .await
}

/// Takes one message.
pub async fn take(
    State(world): State<Shared>,
    Path(id): Path<String>,
    headers: HeaderMap,
    body: Bytes,
) -> (StatusCode, String) {
    let header = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).map(str::to_owned);
    let Some(browser) = world.read(|state| state.push.get(&id).cloned()) else {
        return (StatusCode::NOT_FOUND, "no such subscription".to_owned());
    };
    if let Some(status) = browser.answers.and_then(|status| StatusCode::from_u16(status).ok()) {
        return (status, "as it was told".to_owned());
    }
    let bad = |why: &str| (StatusCode::BAD_REQUEST, why.to_owned());
    let Some(ttl) = header("ttl").filter(|ttl| ttl.parse::<u32>().is_ok()) else { return bad("no TTL") };
    if header("content-encoding").as_deref() != Some("aes128gcm") {
        return bad("Content-Encoding is not aes128gcm");
    }
    let urgency = header("urgency");
    let urgencies = ["very-low", "low", "normal", "high"];
    if urgency.as_deref().is_some_and(|urgency| !urgencies.contains(&urgency)) {
        return bad("no such Urgency");
    }
    let topic = header("topic");
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if topic.as_deref().is_some_and(|topic| topic.len() > 32 || !topic.chars().all(plain)) {
        return bad("no Topic can be so");
    }
    if body.len() > LARGEST {
        return (StatusCode::PAYLOAD_TOO_LARGE, "too large".to_owned());
    }
    let proof = header("authorization").unwrap_or_default();
    let proved = match vapid::prove(&proof, &world.http) {
        Ok(proved) => proved,
        Err(why) => return (StatusCode::UNAUTHORIZED, why.to_owned()),
    };
    if browser.for_key.as_ref().is_some_and(|key| *key != proved.key) {
        return (StatusCode::FORBIDDEN, "the subscription was made for another key".to_owned());
    }
    let text = match decrypt::decrypt(&browser, &body) {
        Ok(text) => text,
        // A real service cannot see this; a browser would drop the message without a word.
        Err(why) => return bad(why),
    };
    let received = Received { text, ttl, urgency, topic, contact: proved.contact };
    world.change(|state| {
        if let Some(browser) = state.push.get_mut(&id) {
            browser.received.push(received);
        }
    });
    (StatusCode::CREATED, String::new())
}
