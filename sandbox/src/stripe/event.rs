//! `/v1/events`: what a client that missed webhooks reads to catch up.

use axum::Json;
use axum::extract::{Path, State};
use serde_json::Value;

use super::error::ApiError;
use super::list;
use super::params::Params;
use crate::event::{Delivery, Event};
use crate::provider::Provider;
use crate::state::State as Memory;
use crate::world::Shared;

const KNOWN: &[&str] =
    &["created", "delivery_success", "ending_before", "expand", "limit", "starting_after", "type", "types"];

/// `GET /v1/events`, by `type` or `types[]`, `delivery_success`, `created[gt|gte|lt|lte]`.
pub async fn list(State(world): State<Shared>, params: Params) -> Result<Json<Value>, ApiError> {
    params.only("", KNOWN)?;
    let mut kinds = params.texts("/types");
    kinds.extend(params.text("/type"));
    let success = match params.text("/delivery_success") {
        None => None,
        Some("true") => Some(true),
        Some("false") => Some(false),
        Some(other) => {
            return Err(ApiError::invalid(
                "parameter_invalid",
                "delivery_success",
                format!("Invalid boolean: {other}"),
            ));
        }
    };
    let created = params.span("/created")?;
    let wanted = |event: &&Event| {
        (kinds.is_empty() || kinds.iter().any(|kind| fits(&event.kind, kind)))
            && success.is_none_or(|success| success == (event.delivery == Delivery::Delivered))
            && created(event.created)
    };
    world.read(|state| list::page(ours(state).filter(wanted), &params, "/v1/events", Event::wire).map(Json))
}

/// `GET /v1/events/{id}`
pub async fn retrieve(State(world): State<Shared>, Path(id): Path<String>) -> Result<Json<Value>, ApiError> {
    let found = world.read(|state| ours(state).find(|event| event.id == id).map(Event::wire));
    found.map(Json).ok_or_else(|| ApiError::no_such("event", &id, "id"))
}

/// Newest first; the table also keeps what other providers tell.
fn ours(state: &Memory) -> impl Iterator<Item = &Event> {
    state.events.iter().rev().filter(|event| event.provider == Provider::Stripe)
}

/// Stripe allows a trailing star: `checkout.session.*`.
fn fits(kind: &str, pattern: &str) -> bool {
    pattern.strip_suffix('*').map_or(kind == pattern, |start| kind.starts_with(start))
}
