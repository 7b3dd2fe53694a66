//! The Messages resource.

use std::collections::BTreeMap;

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::{Form, Json};
use serde_json::{Value, json};

use super::error::Refusal;
use super::message::Message;
use super::status;
use crate::state::State as Memory;
use crate::world::Shared;

type Fields = BTreeMap<String, String>;

/// `GET …/Accounts/{account}.json`
pub async fn account(Path(account): Path<String>) -> Json<Value> {
    let sid = account.trim_end_matches(".json");
    Json(json!({ "sid": sid, "friendly_name": "Clew sandbox", "status": "active", "type": "Trial" }))
}

/// `POST …/Messages.json`
pub async fn create(
    State(world): State<Shared>,
    Path(account): Path<String>,
    Form(sent): Form<Fields>,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let field = |name: &str| sent.get(name).map(String::as_str).filter(|value| !value.is_empty());
    let to = field("To").ok_or_else(|| Refusal::bad(21604, "A 'To' phone number is required."))?;
    let from = field("From").or_else(|| field("MessagingServiceSid"));
    let from = from.ok_or_else(|| Refusal::bad(21603, "A 'From' phone number is required."))?;
    let body = field("Body").ok_or_else(|| Refusal::bad(21602, "Message body is required."))?;
    if body.chars().count() > 1600 {
        return Err(Refusal::bad(21617, "The concatenated message body exceeds the 1600 character limit"));
    }
    let callback = field("StatusCallback").map(str::to_owned);
    let made = world.change(|state| {
        refuse(state, to)?;
        let mut message = Message::new(&account, to, from, body, callback);
        message.sid = state.twilio.next_sid.take().unwrap_or(message.sid);
        let wire = message.wire();
        state.twilio.messages.insert(message);
        Ok(wire)
    })?;
    status::later(&world, made["sid"].as_str().unwrap_or_default());
    Ok((StatusCode::CREATED, Json(made)))
}

/// Magic numbers, nonsense, and those who wrote STOP.
fn refuse(state: &Memory, to: &str) -> Result<(), Refusal> {
    let digits = to.strip_prefix('+').unwrap_or_default();
    let number = (8..=15).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_digit());
    match to {
        "+15005550004" => Err(stopped()),
        "+15005550009" => Err(Refusal::bad(21614, format!("To number: {to}, is not a mobile number"))),
        "+15005550001" => Err(Refusal::bad(21211, format!("Invalid 'To' Phone Number: {to}"))),
        _ if !number => Err(Refusal::bad(21211, format!("Invalid 'To' Phone Number: {to}"))),
        _ if state.twilio.stopped.contains(to) => Err(stopped()),
        _ => Ok(()),
    }
}

fn stopped() -> Refusal {
    Refusal::bad(21610, "Attempt to send to unsubscribed recipient")
}

/// `GET …/Messages.json`: newest first; `To` and `From` filter.
pub async fn list(
    State(world): State<Shared>,
    Path(account): Path<String>,
    Query(query): Query<Fields>,
) -> Json<Value> {
    let size = query.get("PageSize").and_then(|size| size.parse().ok()).unwrap_or(50_usize).min(1000);
    let is = |name: &str, value: &str| query.get(name).is_none_or(|wanted| wanted == value);
    let wanted =
        |message: &&Message| message.account == account && is("To", &message.to) && is("From", &message.from);
    let hidden = world.faults().twilio.list_lags;
    let messages: Vec<Value> = world.read(|state| {
        let newest = state.twilio.messages.iter().rev().filter(wanted).filter(|_| !hidden);
        newest.take(size).map(Message::wire).collect()
    });
    Json(json!({ "messages": messages, "page": 0, "page_size": size, "next_page_uri": null }))
}

/// `GET …/Messages/{sid}.json`
pub async fn retrieve(
    State(world): State<Shared>,
    Path((_, file)): Path<(String, String)>,
) -> Result<Json<Value>, Refusal> {
    let sid = file.trim_end_matches(".json");
    let found = world.read(|state| state.twilio.messages.get(sid).map(Message::wire));
    found.map(Json).ok_or_else(|| Refusal::lost(&file))
}
