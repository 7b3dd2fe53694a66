//! The Event: what a provider says happened, and every attempt to tell Clew about it.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::provider::Provider;
use crate::state::State;
use crate::table::Row;
use crate::{clock, ids};

/// The version our events are written in; the newest one the endpoint could be pinned to.
pub const API_VERSION: &str = "2026-10-28.endive";

/// The API request that caused an event; empty when a customer did.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Cause {
    /// `req_...`
    pub id: Option<String>,
    /// The request's `Idempotency-Key`.
    pub idempotency_key: Option<String>,
}

/// Whether the world still owes Clew this event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Delivery {
    /// Being delivered.
    Pending,
    /// Answered 2xx.
    Delivered,
    /// Given up, or dropped on purpose.
    Abandoned,
}

/// One knock at Clew's door.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Try {
    /// Unix seconds.
    pub at: i64,
    /// HTTP status, when there was an answer.
    pub status: Option<u16>,
    /// Why there was none.
    pub error: Option<String>,
}

impl Try {
    /// Whether a switch saw to it that nobody knocked.
    pub fn on_purpose(&self) -> bool {
        self.error.as_deref().is_some_and(|error| error.ends_with("on purpose"))
    }
}

/// An address of a subscriber's own, and the headers it wants to know us by.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Door {
    /// Where.
    pub url: String,
    /// With what.
    pub headers: Vec<(String, String)>,
}

/// See the module.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Event {
    /// `evt_...`
    pub id: String,
    /// Who says so.
    #[serde(default)]
    pub provider: Provider,
    /// `checkout.session.completed` and so on.
    pub kind: String,
    /// Unix seconds.
    pub created: i64,
    /// The object as it was then; for others than Stripe, the whole body.
    pub object: Value,
    /// The address that is signed, where it is not the one it is sent to: the public one, of which only the shop knows.
    #[serde(default)]
    pub signs: Option<String>,
    /// Where it goes, when whoever asked for it said so.
    #[serde(default)]
    pub door: Option<Door>,
    /// What its luck is drawn by; its own id where there is nothing that is the same in every run.
    #[serde(default)]
    pub lot: Option<String>,
    /// What its changed fields were before; only where something was updated.
    #[serde(default)]
    pub previous: Option<Value>,
    /// What caused it.
    pub cause: Cause,
    /// Whether it arrived.
    pub delivery: Delivery,
    /// Every attempt.
    pub tries: Vec<Try>,
}

impl Row for Event {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Event {
    fn of(id: String, provider: Provider, kind: &str, object: Value) -> Self {
        Self {
            id,
            provider,
            kind: kind.to_owned(),
            created: clock::now(),
            object,
            signs: None,
            door: None,
            lot: None,
            previous: None,
            cause: Cause::default(),
            delivery: Delivery::Pending,
            tries: Vec::new(),
        }
    }

    /// What is sent, as the provider writes it: Twilio writes forms.
    pub fn body(&self) -> String {
        if self.provider != Provider::Twilio {
            return self.wire().to_string();
        }
        let fields = self.object.as_object().into_iter().flatten();
        let fields = fields.filter_map(|(name, value)| Some((name, value.as_str()?)));
        url::form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
    }

    /// What is sent: Stripe's envelope around the object, others as they are.
    pub fn wire(&self) -> Value {
        if self.provider == Provider::Fedex {
            let failed =
                self.tries.iter().filter(|made| !made.status.is_some_and(|status| status < 300)).count();
            let attempt = json!([{ "attempt": failed + 1, "timestamp": clock::iso(self.created) }]);
            return json!({ "outputMetaData": attempt, "output": self.object["output"] });
        }
        if self.provider != Provider::Stripe {
            return self.object.clone();
        }
        let mut data = json!({ "object": self.object });
        if let Some(previous) = &self.previous {
            data["previous_attributes"] = previous.clone();
        }
        json!({
            "id": self.id,
            "object": "event",
            "api_version": API_VERSION,
            "created": self.created,
            "data": data,
            "livemode": false,
            "pending_webhooks": i64::from(self.delivery == Delivery::Pending),
            "request": self.cause,
            "type": self.kind,
        })
    }
}

/// Records that something happened at Stripe; it is sent as soon as the change that caused it is complete.
pub fn record(state: &mut State, kind: &str, object: Value, cause: &Cause) {
    let id = ids::event();
    insert(state, Event { cause: cause.clone(), ..Event::of(id, Provider::Stripe, kind, object) });
}

/// Records that something at Stripe is no longer what it was.
pub fn record_update(state: &mut State, kind: &str, object: Value, previous: Value, cause: &Cause) {
    let event = Event::of(ids::event(), Provider::Stripe, kind, object);
    insert(state, Event { cause: cause.clone(), previous: Some(previous), ..event });
}

/// [`tell`], signed for this address.
pub fn tell_signed(state: &mut State, provider: Provider, kind: &str, body: Value, signs: Option<String>) {
    let event = Event::of(ids::message(), provider, kind, body);
    insert(state, Event { signs, ..event });
}

/// A carrier's push of one scan: to this door, or where the portal says; its luck is drawn by `lot`.
pub fn push(state: &mut State, provider: Provider, kind: &str, body: Value, door: Option<Door>, lot: String) {
    let event = Event::of(ids::message(), provider, kind, body);
    insert(state, Event { door, lot: Some(lot), ..event });
}

/// Sends `body` as it stands to the provider's address; answers the message's id.
pub fn tell(state: &mut State, provider: Provider, kind: &str, body: Value) -> String {
    let id = ids::message();
    insert(state, Event::of(id.clone(), provider, kind, body));
    id
}

fn insert(state: &mut State, event: Event) {
    state.to_deliver.push(event.id.clone());
    state.events.insert(event);
}
