//! `GET /_control/events`

use axum::Json;
use axum::extract::State;
use serde_json::{Value, json};

use crate::world::Shared;

/// Every event, newest first, with every attempt to deliver it.
pub async fn list(State(world): State<Shared>) -> Json<Vec<Value>> {
    Json(world.read(|state| {
        let show = |event: &crate::event::Event| {
            json!({
                "id": event.id,
                "provider": event.provider,
                "type": event.kind,
                "created": event.created,
                "object": event.object["id"],
                "delivery": event.delivery,
                "attempts": event.tries,
            })
        };
        state.events.iter().rev().map(show).collect()
    }))
}
