//! `/_control/carriers`: what is agreed with carriers, and what they were asked.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde_json::{Value, json};

use super::{Carrier, Credential};
use crate::event::Delivery;
use crate::provider::Provider;
use crate::world::Shared;

/// `GET /_control/carriers`: calls and subscriptions.
pub async fn show(State(world): State<Shared>) -> Json<Value> {
    Json(world.read(|state| {
        let store = &state.carriers;
        json!({ "calls": store.calls, "tokens": store.tokens.len(), "ups": store.ups, "dhl": store.dhl })
    }))
}

/// `POST /_control/carriers/{carrier}/credentials`: from now on only these open the account.
pub async fn agree(
    State(world): State<Shared>,
    Path(carrier): Path<Carrier>,
    Json(credential): Json<Credential>,
) -> StatusCode {
    world.change(|state| state.carriers.credentials.insert(carrier, credential));
    StatusCode::NO_CONTENT
}

/// `POST /_control/carriers/{carrier}/tokens/forget`: every token is taken back before its time.
pub async fn forget(State(world): State<Shared>, Path(carrier): Path<Carrier>) -> StatusCode {
    world.change(|state| state.carriers.tokens.retain(|_, token| token.carrier != carrier));
    StatusCode::NO_CONTENT
}

/// `POST /_control/carriers/fedex/missed`: what could not be delivered is sent again, as from FedEx's portal, where it
/// lies for a week. What was lost on purpose is not there.
pub async fn replay(State(world): State<Shared>) -> Json<Value> {
    let sent = world.change(|state| {
        let missed = state.events.iter().filter(|event| {
            let tried = event.tries.iter().any(|made| made.status.is_some() || !made.on_purpose());
            event.provider == Provider::Fedex && event.delivery == Delivery::Abandoned && tried
        });
        let missed: Vec<String> = missed.map(|event| event.id.clone()).collect();
        for id in &missed {
            if let Some(event) = state.events.get_mut(id) {
                event.delivery = Delivery::Pending;
            }
        }
        let sent = missed.len();
        state.to_deliver.extend(missed);
        sent
    });
    Json(json!({ "sent": sent }))
}
