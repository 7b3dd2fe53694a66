//! `messages:send`.

use axum::Json;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::PROJECT;
use crate::faults::{slowly, through};
use crate::provider::Api;
use crate::world::Shared;
use crate::{clock, ids};

/// The faults.
pub async fn doorway(State(world): State<Shared>, request: Request, next: Next) -> Response {
    slowly(&world, Api::Fcm, &request).await;
    through(&world, Api::Fcm, request, next, |status| {
        let busy = status == StatusCode::TOO_MANY_REQUESTS;
        refused(status, if busy { "QUOTA_EXCEEDED" } else { "UNAVAILABLE" }, "The sandbox was told to fail.")
    })
    .await
}

fn refused(status: StatusCode, code: &str, message: &str) -> Response {
    let detail = json!({ "@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", "errorCode": code });
    let error = json!({ "code": status.as_u16(), "message": message, "status": code, "details": [detail] });
    (status, Json(json!({ "error": error }))).into_response()
}

/// Takes one message.
pub async fn send(
    State(world): State<Shared>,
    Path(project): Path<String>,
    headers: HeaderMap,
    Json(sent): Json<Value>,
) -> Response {
    let said = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let token = said.strip_prefix("Bearer ").unwrap_or_default();
    let until = world.read(|state| state.fcm.tokens.get(token).copied());
    if until.is_none_or(|until| until <= clock::now()) {
        return refused(StatusCode::UNAUTHORIZED, "UNAUTHENTICATED", "Request had invalid credentials.");
    }
    if project != PROJECT {
        return refused(StatusCode::FORBIDDEN, "PERMISSION_DENIED", "Not your project.");
    }
    let to = sent["message"]["token"].as_str().unwrap_or_default();
    let strings = sent["message"]["data"].as_object().is_none_or(|data| data.values().all(Value::is_string));
    if to.is_empty() || to.starts_with("bad") || !strings {
        let message = "The registration token is not a valid FCM registration token";
        return refused(StatusCode::BAD_REQUEST, "INVALID_ARGUMENT", message);
    }
    if to.starts_with("gone") {
        return refused(StatusCode::NOT_FOUND, "UNREGISTERED", "Requested entity was not found.");
    }
    if to.starts_with("other") {
        return refused(StatusCode::FORBIDDEN, "SENDER_ID_MISMATCH", "SenderId mismatch");
    }
    let name = format!("projects/{PROJECT}/messages/{}", ids::uuid());
    let mut message = sent["message"].clone();
    message["name"] = json!(name);
    world.change(|state| state.fcm.messages.push(message));
    Json(json!({ "name": name })).into_response()
}
