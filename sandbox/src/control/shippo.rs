//! `/_control/shippo`: what carriers do, without waiting for them.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::journey;
use crate::shippo::moment;
use crate::shippo::track::{self, STATUSES, Scan, Track};
use crate::world::Shared;

/// How far to put the carriers' clock forward.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Forward {
    hours: f64,
}

/// One scan.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scanned {
    carrier: String,
    tracking_number: String,
    status: String,
    /// A code, or the whole object.
    #[serde(default)]
    substatus: Value,
    /// The carrier's date, as it is to be shown; now on the carriers' clock when not given.
    status_date: Option<String>,
    status_details: Option<String>,
    #[serde(default)]
    location: Value,
    eta: Option<String>,
    /// To say the same again.
    object_id: Option<String>,
}

type Answer = Result<Json<Value>, (StatusCode, Json<Value>)>;

fn refused(why: impl Into<String>) -> (StatusCode, Json<Value>) {
    (StatusCode::BAD_REQUEST, Json(json!({ "error": why.into() })))
}

/// `POST /_control/clock` and `/_control/shippo/clock`, for all carriers have one clock: sends what is now due, oldest first.
pub async fn clock(State(world): State<Shared>, Json(forward): Json<Forward>) -> Answer {
    if !(0.0..=24.0 * 365.0).contains(&forward.hours) {
        return Err(refused("the carriers' clock goes forward, by a year at most"));
    }
    let (sent, now) = world.change(|state| {
        let sent = journey::forward(state, (forward.hours * moment::HOUR as f64) as i64);
        (sent, moment::carriers_now(&state.shippo))
    });
    Ok(Json(json!({ "now": moment::iso(now), "sent": sent })))
}

/// `POST /_control/shippo/tracks`: answers with the track as it stands then.
pub async fn scan(State(world): State<Shared>, Json(scanned): Json<Scanned>) -> Answer {
    if !STATUSES.contains(&scanned.status.as_str()) {
        return Err(refused(format!("no such status: {}", scanned.status)));
    }
    let key = track::key(&scanned.carrier, &scanned.tracking_number);
    let wire = world.change(|state| {
        let now = moment::carriers_now(&state.shippo);
        let mut scan = Scan::new(&scanned.status, "", now, scanned.location, "");
        scan.substatus = scanned.substatus;
        scan.details = scanned.status_details.unwrap_or_default();
        scan.at = scanned.status_date.unwrap_or(scan.at);
        scan.id = scanned.object_id.unwrap_or(scan.id);
        track::note(state, &key, scan, scanned.eta, || {
            Track::unknown(&scanned.carrier, &scanned.tracking_number)
        });
        state.shippo.tracks.get(&key).map_or(Value::Null, Track::wire)
    });
    Ok(Json(wire))
}

/// `GET /_control/shippo/transactions`: every purchase, newest first.
pub async fn transactions(State(world): State<Shared>) -> Json<Vec<Value>> {
    Json(world.read(|state| {
        let store = &state.shippo;
        let show = |row: &crate::shippo::Transaction| {
            let mut wire = row.wire(store);
            // The API does not say whose label it is; a test wants to know.
            wire["carrier"] = json!(row.carrier);
            wire["servicelevel_token"] = json!(store.rates.get(&row.rate).map(|rate| &rate.service));
            wire["shipment"] = json!(store.rates.get(&row.rate).map(|rate| &rate.shipment));
            wire
        };
        store.transactions.iter().rev().map(show).collect()
    }))
}
