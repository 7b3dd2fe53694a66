//! Text messages for programs: what was sent, and what its readers do.

use std::time::Duration;

use axum::Json;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::{Instant, timeout_at};

use super::message::Message;
use super::status;
use crate::world::{Shared, World};

/// Which messages.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    to: Option<String>,
    from: Option<String>,
    status: Option<String>,
    /// How many to wait for.
    count: Option<usize>,
    timeout_ms: Option<u64>,
}

impl Which {
    fn takes(&self, message: &Message) -> bool {
        // A plus sign in a query is a space to most clients.
        let number = |text: &str| text.trim_start_matches([' ', '+']).to_owned();
        let same = |wanted: &Option<String>, said: &str| {
            wanted.as_deref().is_none_or(|wanted| number(wanted) == number(said))
        };
        same(&self.to, &message.to)
            && same(&self.from, &message.from)
            && self.status.as_deref().is_none_or(|status| status == message.status)
    }

    fn newest(&self, world: &World) -> Vec<Value> {
        let wanted = |message: &&Message| self.takes(message);
        world.read(|state| state.twilio.messages.iter().rev().filter(wanted).map(Message::wire).collect())
    }
}

/// Somebody writes.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Inbound {
    from: String,
    body: String,
}

/// `GET /_control/sms`: newest first, in both directions.
pub async fn list(State(world): State<Shared>, Query(which): Query<Which>) -> Json<Vec<Value>> {
    Json(which.newest(&world))
}

/// `GET /_control/sms/wait`: answers as soon as `count` messages are there, or 408 with those that are.
pub async fn wait(State(world): State<Shared>, Query(which): Query<Which>) -> (StatusCode, Json<Vec<Value>>) {
    let until = Instant::now() + Duration::from_millis(which.timeout_ms.unwrap_or(10_000));
    let mut changes = world.changes();
    loop {
        changes.mark_unchanged();
        let found = which.newest(&world);
        if found.len() >= which.count.unwrap_or(1) {
            return (StatusCode::OK, Json(found));
        }
        if !matches!(timeout_at(until, changes.changed()).await, Ok(Ok(()))) {
            return (StatusCode::REQUEST_TIMEOUT, Json(found));
        }
    }
}

/// `DELETE /_control/sms`
pub async fn clear(State(world): State<Shared>) -> StatusCode {
    world.change(|state| state.twilio.messages.clear());
    StatusCode::NO_CONTENT
}

/// `POST /_control/sms/inbound`
pub async fn inbound(State(world): State<Shared>, Json(said): Json<Inbound>) -> Json<Value> {
    let sid = world.change(|state| status::hear(state, &said.from, &said.body));
    Json(json!({ "sid": sid }))
}

/// What the next message is called.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Name {
    sid: String,
}

/// `POST /_control/sms/next-sid`
pub async fn name(State(world): State<Shared>, Json(name): Json<Name>) -> StatusCode {
    world.change(|state| state.twilio.next_sid = Some(name.sid));
    StatusCode::NO_CONTENT
}

/// `GET /_control/sms/codes`: every code that was sent, newest first.
pub async fn codes(State(world): State<Shared>) -> Json<Vec<Value>> {
    Json(world.read(|state| state.twilio.proofs.iter().rev().map(|proof| json!(proof)).collect()))
}
