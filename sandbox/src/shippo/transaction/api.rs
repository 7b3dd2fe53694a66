//! Looking at purchases.

use axum::Json;
use axum::extract::{Path, Query, State};
use serde_json::{Value, json};

use super::Transaction;
use crate::shippo::error::Refusal;
use crate::shippo::list;
use crate::world::Shared;

/// `GET /transactions/{id}`
pub async fn retrieve(State(world): State<Shared>, Path(id): Path<String>) -> Result<Json<Value>, Refusal> {
    let found = world.read(|state| state.shippo.transactions.get(&id).map(|row| row.wire(&state.shippo)));
    found.map(Json).ok_or_else(|| Refusal::lost(format!("transactions/{id}")))
}

/// `GET /transactions/`, by `rate`, `object_status` and `tracking_status`.
pub async fn list(
    State(world): State<Shared>,
    Query(query): Query<list::Query>,
) -> Result<Json<Value>, Refusal> {
    let rows = world.read(|state| {
        let store = &state.shippo;
        let says = |filter: &str, value: Option<&str>| {
            query
                .get(filter)
                .is_none_or(|wanted| value.is_some_and(|value| wanted.eq_ignore_ascii_case(value)))
        };
        let wanted = |row: &&Transaction| {
            says("rate", Some(&row.rate))
                && says("object_status", json!(row.status).as_str())
                && says("tracking_status", row.tracking_status(store).as_deref())
        };
        store.transactions.iter().rev().filter(wanted).map(|row| row.wire(store)).collect()
    });
    list::page(rows, &query, &format!("{}/shippo/transactions/", world.http)).map(Json)
}
