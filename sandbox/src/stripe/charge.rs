//! `/v1/charges`.

use axum::Json;
use axum::extract::{Path, State};
use serde_json::Value;

use super::error::ApiError;
use super::list as pages;
use super::params::Params;
use crate::charge::Charge;
use crate::world::Shared;

/// `GET /v1/charges/{id}`
pub async fn retrieve(State(world): State<Shared>, Path(id): Path<String>) -> Result<Json<Value>, ApiError> {
    let found = world.read(|state| state.charges.get(&id).map(Charge::wire));
    found.map(Json).ok_or_else(|| ApiError::no_such("charge", &id, "id"))
}

/// `GET /v1/charges`, by `payment_intent`.
pub async fn list(State(world): State<Shared>, params: Params) -> Result<Json<Value>, ApiError> {
    params.only("", &["ending_before", "expand", "limit", "payment_intent", "starting_after"])?;
    let intent = params.text("/payment_intent");
    world.read(|state| {
        let rows = state.charges.iter().rev();
        let wanted = rows.filter(|charge| intent.is_none_or(|intent| charge.payment_intent() == intent));
        pages::page(wanted, &params, "/v1/charges", Charge::wire).map(Json)
    })
}
