//! `/tracks/`

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde_json::Value;

use super::{TEST_CARRIER, Track, key, test_carrier};
use crate::shippo::body::{self, Body, text};
use crate::shippo::error::Refusal;
use crate::shippo::{carriers, tell};
use crate::world::Shared;

/// `POST /tracks/`: registers for news; twice means every news twice.
pub async fn create(
    State(world): State<Shared>,
    Body(sent): Body,
) -> Result<(StatusCode, Json<Value>), Refusal> {
    body::require(&sent, &["carrier", "tracking_number"])?;
    let (carrier, number, metadata) =
        (text(&sent, "carrier"), text(&sent, "tracking_number"), body::metadata(&sent)?);
    if !carriers::trackable(&carrier) {
        return Err(Refusal::field("carrier", format!("Invalid value specified for provider '{carrier}'")));
    }
    let wire = world.change(|state| {
        if carrier == TEST_CARRIER {
            let mut track = test_carrier::track(&number).unwrap_or_else(|| Track::unknown(&carrier, &number));
            track.metadata = metadata;
            let wire = track.wire();
            if track.latest().is_some() {
                tell::tell(state, "track_updated", &wire);
            }
            return wire;
        }
        let key = key(&carrier, &number);
        if state.shippo.tracks.get(&key).is_none() {
            state.shippo.tracks.insert(Track::unknown(&carrier, &number));
        }
        let Some(track) = state.shippo.tracks.get_mut(&key) else { return Value::Null };
        track.registered += 1;
        if !metadata.is_empty() {
            track.metadata = metadata;
        }
        track.wire()
    });
    Ok((StatusCode::CREATED, Json(wire)))
}

/// `GET /tracks/{carrier}/{number}`
pub async fn retrieve(
    State(world): State<Shared>,
    Path((carrier, number)): Path<(String, String)>,
) -> Result<Json<Value>, Refusal> {
    if !carriers::trackable(&carrier) {
        return Err(Refusal::detail(format!("Carrier with name '{carrier}' is not supported.")));
    }
    let found = if carrier == TEST_CARRIER {
        test_carrier::track(&number).map(|track| track.wire())
    } else {
        world.read(|state| state.shippo.tracks.get(&key(&carrier, &number)).map(Track::wire))
    };
    found.map(Json).ok_or_else(|| Refusal::lost(format!("tracks/{carrier}/{number}")))
}
