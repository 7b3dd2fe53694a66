//! `/_control/journeys`: what becomes of parcels, for programs.

use axum::Json;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use super::script::Script;
use super::{Journey, Scan, due, key, shippo};
use crate::carrier::Carrier;
use crate::shippo::moment;
use crate::state::State as Memory;
use crate::world::Shared;

type Answer = Result<Json<Value>, (StatusCode, Json<Value>)>;

/// Which journeys.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Which {
    carrier: Option<Carrier>,
}

/// A journey with moments that can be read, and what has been seen of it by now.
fn shown(journey: &Journey, now: i64) -> Value {
    let at = |moment: Option<i64>| moment.map(moment::iso);
    let scan = |scan: &Scan| {
        json!({
            "at": moment::iso(scan.at),
            "known": moment::iso(scan.known),
            "state": scan.stage,
            "code": scan.code,
            "place": scan.place,
            "detail": scan.detail,
            "eta": at(scan.eta),
            "seen": scan.known <= now,
        })
    };
    json!({
        "carrier": journey.carrier,
        "number": journey.number,
        "began": moment::iso(journey.began),
        "eta": at(journey.eta(now)),
        "state": journey.seen(now).last().map(|scan| scan.stage),
        "shippo": journey.shippo,
        "scripted": journey.scripted,
        "asked": journey.asked,
        "scans": journey.scans.iter().map(scan).collect::<Vec<_>>(),
    })
}

/// A journey begins, in place of what was known of the number before.
pub fn begin(state: &mut Memory, script: Script) -> Result<Value, String> {
    let now = moment::carriers_now(&state.shippo);
    let journey = script.journey(now)?;
    let key = key(journey.carrier, &journey.number);
    if journey.shippo {
        shippo::begin(state, &journey);
    }
    state.carriers.journeys.insert(key.clone(), journey);
    due::catch_up(state);
    Ok(state.carriers.journeys.get(&key).map_or(Value::Null, |journey| shown(journey, now)))
}

/// `POST /_control/journeys`
pub async fn write(State(world): State<Shared>, Json(script): Json<Script>) -> Answer {
    let begun = world.change(|state| begin(state, script));
    begun.map(Json).map_err(|why| (StatusCode::BAD_REQUEST, Json(json!({ "error": why }))))
}

/// `GET /_control/journeys`, all or of one `carrier`.
pub async fn list(State(world): State<Shared>, Query(which): Query<Which>) -> Json<Vec<Value>> {
    Json(world.read(|state| {
        let now = moment::carriers_now(&state.shippo);
        let journeys = state.carriers.journeys.values();
        let wanted =
            journeys.filter(|journey| which.carrier.is_none_or(|carrier| carrier == journey.carrier));
        wanted.map(|journey| shown(journey, now)).collect()
    }))
}

fn lost() -> (StatusCode, Json<Value>) {
    (StatusCode::NOT_FOUND, Json(json!({ "error": "no such journey, or its end was reached" })))
}

fn one(state: &Memory, carrier: Carrier, number: &str) -> Answer {
    let now = moment::carriers_now(&state.shippo);
    let found = state.carriers.journeys.get(&key(carrier, number));
    found.map(|journey| Json(shown(journey, now))).ok_or_else(lost)
}

/// `GET /_control/journeys/{carrier}/{number}`
pub async fn retrieve(
    State(world): State<Shared>,
    Path((carrier, number)): Path<(Carrier, String)>,
) -> Answer {
    world.read(|state| one(state, carrier, &number))
}

/// `POST /_control/journeys/{carrier}/{number}/next`
pub async fn next(State(world): State<Shared>, Path((carrier, number)): Path<(Carrier, String)>) -> Answer {
    world.change(
        |state| if due::next(state, carrier, &number) { one(state, carrier, &number) } else { Err(lost()) },
    )
}

/// `DELETE /_control/journeys`: nobody knows of any parcel, and nobody is to be told of one.
pub async fn clear(State(world): State<Shared>) -> StatusCode {
    world.change(|state| {
        state.carriers.journeys.clear();
        state.carriers.ups.clear();
        state.carriers.dhl.clear();
    });
    StatusCode::NO_CONTENT
}
