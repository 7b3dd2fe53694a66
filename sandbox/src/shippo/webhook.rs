//! `/webhooks`: endpoints registered by API. The newest one that is active takes the place of the configured one.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde_json::{Map, Value, json};

use super::body::{self, Body, flag, text};
use super::error::Refusal;
use super::object::Object;
use super::parcel::choice;
use super::{list, moment};
use crate::webhook::Target;
use crate::world::Shared;

const EVENTS: [&str; 6] = [
    "transaction_created",
    "transaction_updated",
    "track_updated",
    "batch_created",
    "batch_purchased",
    "all",
];

/// Whether news go there.
pub fn is_live(row: &Object) -> bool {
    row.wire["active"] == true && exists(row)
}

fn exists(row: &Object) -> bool {
    !row.wire.is_null()
}

/// Sends news to the newest live endpoint, or where it was configured when there is none.
pub fn point(world: &Shared) {
    let url = world.read(|state| {
        let newest = state.shippo.webhooks.iter().rev().find(|row| is_live(row))?;
        newest.wire["url"].as_str().map(str::to_owned)
    });
    let now = world.routes.shippo.target.borrow().clone();
    let target = world.change(|state| match url {
        Some(url) => {
            let configured = state.shippo.configured.get_or_insert(now);
            // The secret is agreed with Shippo's support, whatever the address.
            let secret = configured.as_ref().and_then(|target| target.secret.clone());
            Some(Some(Target { url, secret }))
        }
        None => state.shippo.configured.take(),
    });
    if let Some(target) = target {
        world.routes.shippo.target.send_replace(target);
    }
}

/// `POST /webhooks`
pub async fn create(
    State(world): State<Shared>,
    Body(sent): Body,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    let webhook = Object::new(Value::Object(from_sent(&sent)?));
    let wire = webhook.wire.clone();
    world.change(|state| state.shippo.webhooks.insert(webhook));
    point(&world);
    Ok((StatusCode::CREATED, Json(wire)))
}

/// `GET /webhooks`
pub async fn list(
    State(world): State<Shared>,
    Query(query): Query<list::Query>,
) -> Result<Json<Value>, Refusal> {
    let rows: Vec<Value> = world.read(|state| {
        state.shippo.webhooks.iter().rev().filter(|row| exists(row)).map(|row| row.wire.clone()).collect()
    });
    let count = rows.len();
    let mut page = list::page(rows, &query, &format!("{}/shippo/webhooks", world.http))?;
    page["count"] = json!(count);
    Ok(Json(page))
}

/// `GET /webhooks/{id}`
pub async fn retrieve(State(world): State<Shared>, Path(id): Path<String>) -> Result<Json<Value>, Refusal> {
    let found = world
        .read(|state| state.shippo.webhooks.get(&id).filter(|row| exists(row)).map(|row| row.wire.clone()));
    found.map(Json).ok_or_else(|| Refusal::lost(format!("webhooks/{id}")))
}

/// `PUT /webhooks/{id}`
pub async fn update(
    State(world): State<Shared>,
    Path(id): Path<String>,
    Body(sent): Body,
) -> Result<Json<Value>, Refusal> {
    let fields = from_sent(&sent)?;
    let wire = world.change(|state| {
        let row = state.shippo.webhooks.get_mut(&id).filter(|row| exists(row));
        let row = row.ok_or_else(|| Refusal::lost(format!("webhooks/{id}")))?;
        if let Value::Object(wire) = &mut row.wire {
            wire.extend(fields);
            wire.insert("object_updated".to_owned(), json!(moment::iso(moment::now())));
        }
        Ok(row.wire.clone())
    })?;
    point(&world);
    Ok(Json(wire))
}

/// `DELETE /webhooks/{id}`
pub async fn delete(State(world): State<Shared>, Path(id): Path<String>) -> Result<StatusCode, Refusal> {
    world.change(|state| {
        let row = state.shippo.webhooks.get_mut(&id).filter(|row| exists(row));
        row.map(|row| row.wire = Value::Null).ok_or_else(|| Refusal::lost(format!("webhooks/{id}")))
    })?;
    point(&world);
    Ok(StatusCode::NO_CONTENT)
}

fn from_sent(sent: &Map<String, Value>) -> Result<Map<String, Value>, Refusal> {
    body::require(sent, &["event", "url"])?;
    choice(sent, "event", &EVENTS)?;
    let url = text(sent, "url");
    if url.chars().count() >= 200 || url::Url::parse(&url).is_err() {
        return Err(Refusal::field("url", "Enter a valid URL."));
    }
    let fields = json!({
        "event": text(sent, "event"),
        "url": url,
        "active": flag(sent, "active", true),
        "is_test": flag(sent, "is_test", true),
    });
    Ok(fields.as_object().cloned().unwrap_or_default())
}
