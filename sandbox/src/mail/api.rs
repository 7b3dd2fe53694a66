//! The mailbox for programs.

use std::time::Duration;

use axum::Json;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::time::{Instant, timeout_at};

use super::Mail;
use crate::world::{Shared, World};

/// Which messages.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Which {
    to: Option<String>,
    subject: Option<String>,
    order: Option<String>,
    /// How many to wait for, or at most how many to list.
    count: Option<usize>,
    timeout_ms: Option<u64>,
    /// Only what tells messages apart: thousands of whole ones are a lot to read.
    brief: bool,
}

impl Which {
    fn takes(&self, mail: &Mail) -> bool {
        let holds = |text: Option<&str>, part: &str| text.is_some_and(|text| text.contains(part));
        self.to.as_deref().is_none_or(|to| mail.is_to(to))
            && self.subject.as_deref().is_none_or(|part| mail.subject.contains(part))
            && self.order.as_deref().is_none_or(|order| {
                mail.subject.contains(order)
                    || mail.headers.iter().any(|field| field.value == order)
                    || holds(mail.text.as_deref(), order)
                    || holds(mail.html.as_deref(), order)
            })
    }

    fn newest(&self, world: &World, most: usize) -> Vec<Value> {
        let wanted = |mail: &&Mail| self.takes(mail);
        let shown = |mail: &Mail| if self.brief { in_brief(mail) } else { json!(mail) };
        world.read(|state| state.mail.iter().rev().filter(wanted).take(most).map(shown).collect())
    }

    fn count(&self, world: &World) -> usize {
        world.read(|state| state.mail.iter().filter(|mail| self.takes(mail)).count())
    }
}

fn in_brief(mail: &Mail) -> Value {
    json!({
        "id": mail.id, "message_id": mail.message_id, "to": mail.to, "subject": mail.subject,
        "reply_confirmed": mail.reply_confirmed, "received_at": mail.received_at,
    })
}

/// `GET /_control/mail`: newest first; `to` is an address, `subject` a part, `order` a word anywhere in the message.
pub async fn list(State(world): State<Shared>, Query(which): Query<Which>) -> Json<Vec<Value>> {
    Json(which.newest(&world, which.count.unwrap_or(usize::MAX)))
}

/// `GET /_control/mail/wait`: answers as soon as `count` messages are there, or 408 with those that are.
pub async fn wait(State(world): State<Shared>, Query(which): Query<Which>) -> (StatusCode, Json<Vec<Value>>) {
    let until = Instant::now() + Duration::from_millis(which.timeout_ms.unwrap_or(10_000));
    let mut changes = world.changes();
    loop {
        changes.mark_unchanged();
        // Counted before it is written out: while thousands come in, each is a reason to look again.
        if which.count(&world) >= which.count.unwrap_or(1) {
            return (StatusCode::OK, Json(which.newest(&world, usize::MAX)));
        }
        if !matches!(timeout_at(until, changes.changed()).await, Ok(Ok(()))) {
            return (StatusCode::REQUEST_TIMEOUT, Json(which.newest(&world, usize::MAX)));
        }
    }
}

/// `DELETE /_control/mail`
pub async fn clear(State(world): State<Shared>) -> StatusCode {
    world.change(|state| state.mail.clear());
    StatusCode::NO_CONTENT
}
