//! `/v1/payment_intents`.

use axum::Json;
use axum::extract::{Path, State};
use serde_json::Value;

use super::error::ApiError;
use super::expand;
use super::params::Params;
use crate::world::Shared;

/// `GET /v1/payment_intents/{id}`
pub async fn retrieve(
    State(world): State<Shared>,
    Path(id): Path<String>,
    params: Params,
) -> Result<Json<Value>, ApiError> {
    let with_charge = params.texts("/expand").contains(&"latest_charge");
    let found = world.read(|state| expand::intent(state, &id, with_charge));
    found.map(Json).ok_or_else(|| ApiError::no_such("payment_intent", &id, "intent"))
}
