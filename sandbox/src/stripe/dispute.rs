//! `/v1/disputes`.

use axum::Json;
use axum::extract::{Path, State};
use serde_json::Value;

use super::error::ApiError;
use super::list as pages;
use super::params::Params;
use crate::dispute::Dispute;
use crate::world::Shared;

const KNOWN: &[&str] =
    &["charge", "created", "ending_before", "expand", "limit", "payment_intent", "starting_after"];

/// `GET /v1/disputes/{id}`
pub async fn retrieve(State(world): State<Shared>, Path(id): Path<String>) -> Result<Json<Value>, ApiError> {
    let found = world.read(|state| state.disputes.get(&id).map(Dispute::wire));
    found.map(Json).ok_or_else(|| ApiError::no_such("dispute", &id, "dispute"))
}

/// `GET /v1/disputes`, by `payment_intent`, `charge` or `created[gte]`.
pub async fn list(State(world): State<Shared>, params: Params) -> Result<Json<Value>, ApiError> {
    params.only("", KNOWN)?;
    let (intent, charge) = (params.text("/payment_intent"), params.text("/charge"));
    let created = params.span("/created")?;
    let wanted = |dispute: &&Dispute| {
        intent.is_none_or(|intent| dispute.payment_intent == intent)
            && charge.is_none_or(|charge| dispute.charge == charge)
            && created(dispute.created)
    };
    world.read(|state| {
        let rows = state.disputes.iter().rev().filter(wanted);
        pages::page(rows, &params, "/v1/disputes", Dispute::wire).map(Json)
    })
}
