//! Browsers for programs: they ask, they stop, and they tell what they got.

use std::time::Duration;

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::SecretKey;
use p256::elliptic_curve::sec1::ToSec1Point;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::{Instant, timeout_at};

use super::Subscription;
use crate::ids;
use crate::world::Shared;

/// What a page says when it asks.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Asking {
    /// `applicationServerKey`
    key: Option<String>,
}

/// `POST /_control/push/subscriptions`: answers what `PushSubscription.toJSON()` gives.
pub async fn subscribe(
    State(world): State<Shared>,
    asking: Option<Json<Asking>>,
) -> Result<Json<Value>, StatusCode> {
    let id = ids::mail().replace("mail_", "sub");
    let key = std::iter::repeat_with(rand::random::<[u8; 32]>).take(8);
    let mut keys = key.filter_map(|bytes| SecretKey::from_slice(&bytes).ok());
    let key = keys.next().ok_or(StatusCode::INTERNAL_SERVER_ERROR)?;
    let public = URL_SAFE_NO_PAD.encode(key.public_key().to_sec1_point(false).as_bytes());
    let auth = URL_SAFE_NO_PAD.encode(rand::random::<[u8; 16]>());
    let endpoint = format!("{}/push/{id}", world.http);
    let browser = Subscription {
        id: id.clone(),
        private: URL_SAFE_NO_PAD.encode(key.to_bytes()),
        public: public.clone(),
        auth: auth.clone(),
        for_key: asking.and_then(|Json(asking)| asking.key),
        answers: None,
        received: Vec::new(),
    };
    world.change(|state| state.push.insert(browser));
    Ok(Json(json!({
        "id": id,
        "endpoint": endpoint,
        "expirationTime": null,
        "keys": { "p256dh": public, "auth": auth },
    })))
}

/// What the service answers from now on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Answers {
    answers: Option<u16>,
}

/// `POST /_control/push/subscriptions/{id}`: the browser is gone, say, and the service answers 410.
pub async fn answer(
    State(world): State<Shared>,
    Path(id): Path<String>,
    Json(turned): Json<Answers>,
) -> StatusCode {
    let known = world.change(|state| {
        let browser = state.push.get_mut(&id);
        browser.map(|browser| browser.answers = turned.answers).is_some()
    });
    if known { StatusCode::NO_CONTENT } else { StatusCode::NOT_FOUND }
}

/// `GET /_control/push/subscriptions`
pub async fn list(State(world): State<Shared>) -> Json<Vec<Value>> {
    Json(world.read(|state| state.push.iter().rev().map(|browser| json!(browser)).collect()))
}

/// `GET /_control/push/subscriptions/{id}`
pub async fn one(State(world): State<Shared>, Path(id): Path<String>) -> Result<Json<Value>, StatusCode> {
    let found = world.read(|state| state.push.get(&id).map(|browser| json!(browser)));
    found.map(Json).ok_or(StatusCode::NOT_FOUND)
}

/// How many to wait for.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Waiting {
    count: Option<usize>,
    timeout_ms: Option<u64>,
}

/// `GET /_control/push/wait/{id}`: answers as soon as so many messages came, or 408 with those that did.
pub async fn wait(
    State(world): State<Shared>,
    Path(id): Path<String>,
    Query(waiting): Query<Waiting>,
) -> (StatusCode, Json<Value>) {
    let until = Instant::now() + Duration::from_millis(waiting.timeout_ms.unwrap_or(10_000));
    let mut changes = world.changes();
    loop {
        changes.mark_unchanged();
        let received = world.read(|state| state.push.get(&id).map(|browser| browser.received.clone()));
        let received = received.unwrap_or_default();
        if received.len() >= waiting.count.unwrap_or(1) {
            return (StatusCode::OK, Json(json!(received)));
        }
        if !matches!(timeout_at(until, changes.changed()).await, Ok(Ok(()))) {
            return (StatusCode::REQUEST_TIMEOUT, Json(json!(received)));
        }
    }
}
