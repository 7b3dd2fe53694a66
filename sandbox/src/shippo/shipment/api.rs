//! `/shipments/`

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde_json::Value;

use super::make::made;
use crate::shippo::body::Body;
use crate::shippo::error::Refusal;
use crate::shippo::list;
use crate::world::Shared;

/// `POST /shipments/`
pub async fn create(
    State(world): State<Shared>,
    Body(sent): Body,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    world.change(|state| {
        let shipment = made(&mut state.shippo, &sent)?;
        let wire = shipment.wire(&state.shippo);
        state.shippo.shipments.insert(shipment);
        Ok((StatusCode::CREATED, Json(wire)))
    })
}

/// `GET /shipments/`
pub async fn list(
    State(world): State<Shared>,
    Query(query): Query<list::Query>,
) -> Result<Json<Value>, Refusal> {
    let rows =
        world.read(|state| state.shippo.shipments.iter().rev().map(|row| row.wire(&state.shippo)).collect());
    list::page(rows, &query, &format!("{}/shippo/shipments/", world.http)).map(Json)
}

/// `GET /shipments/{id}`
pub async fn retrieve(State(world): State<Shared>, Path(id): Path<String>) -> Result<Json<Value>, Refusal> {
    let found = world.read(|state| state.shippo.shipments.get(&id).map(|row| row.wire(&state.shippo)));
    found.map(Json).ok_or_else(|| Refusal::lost(format!("shipments/{id}")))
}

/// `GET /shipments/{id}/rates`
pub async fn rates(
    State(world): State<Shared>,
    Path(id): Path<String>,
    Query(query): Query<list::Query>,
) -> Result<Json<Value>, Refusal> {
    let at = format!("{}/shippo/shipments/{id}/rates", world.http);
    let rows = world.read(|state| {
        let shipment = state.shippo.shipments.get(&id)?;
        Some(shipment.ready_rates(&state.shippo).map(|rate| rate.wire()).collect())
    });
    list::page(rows.ok_or_else(|| Refusal::lost(format!("shipments/{id}/rates")))?, &query, &at).map(Json)
}

/// `GET /shipments/{id}/rates/{currency}`
pub async fn rates_in(
    State(world): State<Shared>,
    Path((id, currency)): Path<(String, String)>,
    Query(query): Query<list::Query>,
) -> Result<Json<Value>, Refusal> {
    let currency = currency.to_uppercase();
    let at = format!("{}/shippo/shipments/{id}/rates/{currency}", world.http);
    let rows = world.read(|state| {
        let shipment = state.shippo.shipments.get(&id);
        let shipment = shipment.ok_or_else(|| Refusal::lost(format!("shipments/{id}/rates/{currency}")))?;
        let shown: Option<Vec<Value>> =
            shipment.ready_rates(&state.shippo).map(|rate| rate.wire_in(&currency)).collect();
        shown.ok_or_else(|| Refusal::detail(format!("Currency {currency} is not supported.")))
    })?;
    list::page(rows, &query, &at).map(Json)
}
