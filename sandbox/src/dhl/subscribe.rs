//! `/dhl/tracking/push/v1/subscription`: made, proved to be wanted, shown and ended. DHL calls the hook with a secret, and
//! whoever owns the hook posts it to the subscription's own address in `DHL-API-Hook-Secret`; so three public
//! integrations do it (DHL's own pages were not to be had).

use axum::Json;
use axum::extract::{Path, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::{Value, json};

use super::Subscription;
use super::error::problem;
use crate::carrier::Carrier;
use crate::event::Door;
use crate::ids;
use crate::journey::ensure;
use crate::world::Shared;

/// So many parcels in one subscription.
const MOST: usize = 10;
const EVENTS: [&str; 5] = ["Pre-Transit", "Transit", "Delivered", "Failure", "Unknown"];

fn bad(detail: &str) -> Response {
    problem(StatusCode::BAD_REQUEST, "Bad request", detail)
}

fn lost(id: &str) -> Response {
    problem(StatusCode::NOT_FOUND, "Not found", &format!("No subscription {id}."))
}

fn from_sent(sent: &Value, http: &str) -> Result<Subscription, &'static str> {
    let text = |pointer: &str| sent.pointer(pointer).and_then(Value::as_str).unwrap_or_default().to_owned();
    let list = |name: &str| -> Vec<String> {
        let list = sent[name].as_array().into_iter().flatten();
        list.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    let (url, kind, numbers, events) =
        (text("/hook/uri"), text("/type"), list("shipmentIDs"), list("events"));
    if url::Url::parse(&url).is_err() {
        return Err("hook.uri is not an address.");
    }
    if text("/service").is_empty() {
        return Err("Unknown service");
    }
    match kind.as_str() {
        "Shipment" if numbers.is_empty() || numbers.len() > MOST => {
            return Err("shipmentIDs must have between 1 and 10 entries.");
        }
        "Account" if text("/accountID").is_empty() => return Err("accountID is missing."),
        "Shipment" | "Account" => {}
        _ => return Err("type must be Account or Shipment."),
    }
    if events.iter().any(|event| !EVENTS.contains(&event.as_str())) {
        return Err("Unknown event");
    }
    let (header, token) = (text("/hook/authentication/header"), text("/hook/authentication/token"));
    let headers = if header.is_empty() { Vec::new() } else { vec![(header, token)] };
    let id = ids::uuid();
    Ok(Subscription {
        own: format!("{http}/dhl/tracking/push/v1/subscription/{id}"),
        id,
        door: Door { url, headers },
        kind,
        service: text("/service"),
        events,
        numbers,
        secret: ids::other("hook"),
        active: false,
    })
}

/// `POST …/subscription`
pub async fn create(State(world): State<Shared>, Json(sent): Json<Value>) -> Response {
    let made = match from_sent(&sent, &world.http) {
        Ok(made) => made,
        Err(why) => return bad(why),
    };
    let own = made.own.clone();
    world.change(|state| {
        for number in &made.numbers {
            ensure(state, Carrier::Dhl, number);
        }
        let scope = "subscription.validate";
        made.call(state, scope, json!({ "scope": scope, "self": own, "secret": made.secret }));
        state.carriers.dhl.push(made);
    });
    (StatusCode::CREATED, Json(json!({ "scope": "subscription.created", "self": own }))).into_response()
}

/// `POST …/subscription/{id}`
pub async fn activate(State(world): State<Shared>, Path(id): Path<String>, headers: HeaderMap) -> Response {
    let said = headers.get("dhl-api-hook-secret").and_then(|said| said.to_str().ok()).unwrap_or_default();
    world.change(|state| {
        let Some(found) = state.carriers.dhl.iter_mut().find(|one| one.id == id) else { return lost(&id) };
        if found.secret != said {
            return problem(StatusCode::UNAUTHORIZED, "Unauthorized", "The hook's secret is not right.");
        }
        found.active = true;
        let (found, scope) = (found.clone(), "subscription.ready");
        found.call(state, scope, json!({ "scope": scope, "self": found.own }));
        StatusCode::NO_CONTENT.into_response()
    })
}

/// `GET …/subscriptions`
pub async fn list(State(world): State<Shared>) -> Json<Vec<Value>> {
    Json(world.read(|state| state.carriers.dhl.iter().map(Subscription::wire).collect()))
}

/// `GET …/subscription/{id}`
pub async fn retrieve(State(world): State<Shared>, Path(id): Path<String>) -> Response {
    let found = world.read(|state| {
        let found = state.carriers.dhl.iter().find(|one| one.id == id);
        found.map(Subscription::wire)
    });
    found.map_or_else(|| lost(&id), |wire| Json(wire).into_response())
}

/// `DELETE …/subscription/{id}`
pub async fn delete(State(world): State<Shared>, Path(id): Path<String>) -> Response {
    let before = world.read(|state| state.carriers.dhl.len());
    let after = world.change(|state| {
        state.carriers.dhl.retain(|one| one.id != id);
        state.carriers.dhl.len()
    });
    if before == after { lost(&id) } else { StatusCode::NO_CONTENT.into_response() }
}
