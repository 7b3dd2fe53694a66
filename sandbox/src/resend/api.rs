//! The Emails resource, its key, and its idempotency.

use axum::Json;
use axum::body::Bytes;
use axum::extract::{Path, Request, State};
use axum::http::{HeaderMap, StatusCode, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::control::{Happening, happen};
use crate::faults::{slowly, through};
use crate::mail::Mail;
use crate::provider::Api;
use crate::world::Shared;
use crate::{clock, ids};

/// What every call passes first.
pub async fn doorway(State(world): State<Shared>, request: Request, next: Next) -> Response {
    let said = request.headers().get(header::AUTHORIZATION).and_then(|value| value.to_str().ok());
    match said.unwrap_or_default().strip_prefix("Bearer ") {
        Some(key) if key.starts_with("re_") => {}
        Some(_) => return refusal(StatusCode::FORBIDDEN, "invalid_api_key", "API key is invalid"),
        None => return refusal(StatusCode::UNAUTHORIZED, "missing_api_key", "Missing API Key"),
    }
    slowly(&world, Api::Resend, &request).await;
    through(&world, Api::Resend, request, next, |status| {
        let name =
            if status == StatusCode::TOO_MANY_REQUESTS { "rate_limit_exceeded" } else { "application_error" };
        refusal(status, name, "The sandbox was told to fail.")
    })
    .await
}

fn refusal(status: StatusCode, name: &str, message: &str) -> Response {
    (status, Json(json!({ "statusCode": status.as_u16(), "name": name, "message": message }))).into_response()
}

fn invalid(message: &str) -> Response {
    refusal(StatusCode::UNPROCESSABLE_ENTITY, "validation_error", message)
}

/// `POST /emails`
pub async fn send(State(world): State<Shared>, headers: HeaderMap, body: Bytes) -> Response {
    let Ok(sent) = serde_json::from_slice::<Value>(&body) else { return invalid("The body is no JSON.") };
    let text = |name: &str| sent[name].as_str().unwrap_or_default().to_owned();
    let to: Vec<String> = match &sent["to"] {
        Value::String(one) => vec![one.clone()],
        many => many.as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned).collect(),
    };
    if !text("from").contains('@') {
        return invalid("Invalid `from` field.");
    }
    if to.is_empty() || to.len() > 50 || !to.iter().all(|to| to.contains('@')) {
        return invalid(
            "Invalid `to` field. The email address needs to follow the `email@example.com` format.",
        );
    }
    if text("subject").is_empty() || (text("text").is_empty() && text("html").is_empty()) {
        return invalid("Missing `subject`, or `html` and `text`.");
    }
    let key = headers.get("idempotency-key").and_then(|key| key.to_str().ok()).map(str::to_owned);
    if key.as_ref().is_some_and(|key| key.is_empty() || key.len() > 256) {
        return refusal(StatusCode::BAD_REQUEST, "invalid_idempotency_key", "1 to 256 characters, please.");
    }
    let id = ids::uuid();
    let print = String::from_utf8_lossy(&body).into_owned();
    let answer = world.change(|state| {
        if let Some(key) = key {
            if let Some((same, id)) = state.resend.keys.get(&key) {
                return if *same == print { Ok((id.clone(), false)) } else { Err(()) };
            }
            state.resend.keys.insert(key, (print, id.clone()));
        }
        state.resend.emails.insert(id.clone(), sent.clone());
        state.mail.insert(Mail::read(text("from"), to.clone(), &as_mail(&sent, &to)));
        Ok((id.clone(), true))
    });
    let Ok((id, new)) = answer else {
        let message = "This idempotency key was used with a different request body.";
        return refusal(StatusCode::CONFLICT, "invalid_idempotent_request", message);
    };
    if new {
        let address = to.first().map(String::as_str).unwrap_or_default();
        let happenings: &[Happening] = match address {
            "suppressed@resend.dev" => &[Happening::Suppressed],
            "bounced@resend.dev" => &[Happening::Sent, Happening::Bounced],
            "complained@resend.dev" => &[Happening::Sent, Happening::Delivered, Happening::Complained],
            other if other.ends_with("@bounce.test") => &[Happening::Sent, Happening::Bounced],
            _ => &[Happening::Sent, Happening::Delivered],
        };
        world.change(|state| happenings.iter().for_each(|happening| happen(state, &id, *happening)));
    }
    Json(json!({ "id": id })).into_response()
}

/// As the mailbox reads mails: a message of its own making, base64 throughout.
fn as_mail(sent: &Value, to: &[String]) -> Vec<u8> {
    use base64::Engine;
    use base64::engine::general_purpose::STANDARD;
    let text = |name: &str| sent[name].as_str().unwrap_or_default();
    let plain = |value: &str| value.replace(['\r', '\n'], " ");
    let subject = format!("=?utf-8?B?{}?=", STANDARD.encode(text("subject")));
    let mut mail = format!(
        "From: {}\r\nTo: {}\r\nSubject: {subject}\r\nMIME-Version: 1.0\r\nX-Way: resend\r\n",
        plain(text("from")),
        plain(&to.join(", ")),
    );
    for (name, value) in sent["headers"].as_object().into_iter().flatten() {
        mail += &format!("{}: {}\r\n", plain(name), plain(value.as_str().unwrap_or_default()));
    }
    mail += "Content-Type: multipart/alternative; boundary=sandbox\r\n\r\n";
    for (kind, body) in [("plain", text("text")), ("html", text("html"))] {
        if !body.is_empty() {
            mail += &format!(
                "--sandbox\r\nContent-Type: text/{kind}; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n{}\r\n",
                STANDARD.encode(body)
            );
        }
    }
    (mail + "--sandbox--\r\n").into_bytes()
}

/// `GET /emails/{id}`
pub async fn retrieve(State(world): State<Shared>, Path(id): Path<String>) -> Response {
    match world.read(|state| state.resend.emails.get(&id).cloned()) {
        Some(mut email) => {
            email["id"] = json!(id);
            email["object"] = json!("email");
            email["created_at"] = json!(clock::iso(clock::now()));
            Json(email).into_response()
        }
        None => refusal(StatusCode::NOT_FOUND, "not_found", "Email not found"),
    }
}

/// `GET /domains`
pub async fn domains() -> Json<Value> {
    Json(json!({ "object": "list", "has_more": false, "data": [] }))
}
