//! `/_control/faults`

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde_json::{Map, Value};

use crate::faults::Faults;
use crate::world::Shared;

/// The switches as they stand.
pub async fn show(State(world): State<Shared>) -> Json<Faults> {
    Json(world.faults().clone())
}

/// Turns the given switches, leaves the others.
pub async fn turn(
    State(world): State<Shared>,
    Json(turned): Json<Map<String, Value>>,
) -> Result<Json<Faults>, (StatusCode, String)> {
    let mut faults = world.faults();
    *faults = faults.with(turned).map_err(|error| (StatusCode::BAD_REQUEST, error.to_string()))?;
    Ok(Json(faults.clone()))
}

/// Everything works again.
pub async fn reset(State(world): State<Shared>) -> Json<Faults> {
    *world.faults() = Faults::default();
    Json(Faults::default())
}
