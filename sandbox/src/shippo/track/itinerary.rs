//! The journey every label makes on the carriers' clock: two days, without adventures. Those come by control.

use serde_json::Value;

use super::{Scan, Track, note};
use crate::shippo::moment::{self, HOUR};
use crate::shippo::store::Store;
use crate::shippo::transaction::Status;
use crate::state::State;
use crate::table::Row;

/// From purchase to door.
pub const TRAVEL_HOURS: i64 = 48;

struct Step {
    hours: i64,
    status: &'static str,
    substatus: &'static str,
    details: &'static str,
    arrived: bool,
}

const fn step(
    hours: i64,
    status: &'static str,
    substatus: &'static str,
    details: &'static str,
    arrived: bool,
) -> Step {
    Step { hours, status, substatus, details, arrived }
}

const STEPS: [Step; 5] = [
    step(0, "PRE_TRANSIT", "information_received", "Shipment information received", false),
    step(6, "TRANSIT", "package_accepted", "Accepted at the origin facility", false),
    step(20, "TRANSIT", "package_departed", "Departed from the origin facility", false),
    step(44, "TRANSIT", "out_for_delivery", "Out for delivery today", true),
    step(TRAVEL_HOURS, "DELIVERED", "delivered", "Delivered to the recipient", true),
];

/// A label that was given back does not travel, nor does a parcel whose story is over.
fn travels(store: &Store, track: &Track) -> bool {
    let label = track.transaction.as_ref().and_then(|id| store.transactions.get(id));
    let valid = label.is_some_and(|label| matches!(label.status, Status::Success | Status::RefundRejected));
    valid && track.steps < STEPS.len() && !track.has_ended()
}

fn due(store: &Store) -> impl Iterator<Item = (i64, &str)> {
    let now = moment::carriers_now(store);
    store.tracks.iter().filter(|track| travels(store, track)).flat_map(move |track| {
        let steps = STEPS.iter().skip(track.steps).map(|step| track.began + step.hours * HOUR);
        steps.filter(move |at| *at <= now).map(|at| (at, track.id()))
    })
}

/// Whether a track has a next scan.
pub fn can_move(store: &Store, key: &str) -> bool {
    store.tracks.get(key).is_some_and(|track| travels(store, track))
}

/// Whether some scan has fallen due.
pub fn any_due(store: &Store) -> bool {
    due(store).next().is_some()
}

/// Makes every scan that has fallen due, oldest first; how many.
pub fn catch_up(state: &mut State) -> usize {
    let mut scans: Vec<(i64, String)> = due(&state.shippo).map(|(at, key)| (at, key.to_owned())).collect();
    scans.sort_by_key(|(at, _)| *at);
    scans.iter().filter(|(at, key)| next_step(state, key, Some(*at))).count()
}

/// Makes a track's next scan, at the moment given or now; false when there is none.
pub fn next_step(state: &mut State, key: &str, at: Option<i64>) -> bool {
    let store = &mut state.shippo;
    let at = at.unwrap_or_else(|| moment::carriers_now(store));
    let Some(step) =
        store.tracks.get(key).filter(|track| travels(store, track)).and_then(|track| STEPS.get(track.steps))
    else {
        return false;
    };
    let Some(track) = store.tracks.get_mut(key) else { return false };
    track.steps += 1;
    let location: Value = if step.arrived { track.to.clone() } else { track.from.clone() };
    let scan = Scan::new(step.status, step.substatus, at, location, step.details);
    // The track is there: it was just counted on.
    note(state, key, scan, None, || Track::unknown("", ""));
    true
}
