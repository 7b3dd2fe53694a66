//! Shippo's webhooks: an event's name and the object. No id and no date, so that a receiver must do without.

use serde_json::{Value, json};

use super::store::Store;
use crate::event;
use crate::provider::Provider;
use crate::state::State;

/// Sends a webhook once the change in progress is complete.
pub fn tell(state: &mut State, kind: &str, data: &Value) {
    if wanted(&state.shippo, kind) {
        let body = json!({ "event": kind, "test": true, "data": data });
        event::tell(state, Provider::Shippo, kind, body);
    }
}

/// Where endpoints were registered by API, only what they asked for is sent.
fn wanted(store: &Store, kind: &str) -> bool {
    let mut registered = store.webhooks.iter().filter(|row| super::webhook::is_live(row)).peekable();
    registered.peek().is_none()
        || registered.any(|row| row.wire["event"] == "all" || row.wire["event"] == kind)
}
