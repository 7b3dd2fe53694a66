//! What the carriers' clock brings: scans become known, and whoever asked to be told is told.

use std::time::Duration;

use super::{key, shippo, tell};
use crate::shippo::{moment, track};
use crate::state::State;
use crate::world::Shared;

/// How often the carriers' clock is looked at; scans are hours apart.
const LOOK: Duration = Duration::from_secs(5);

fn due(state: &State) -> impl Iterator<Item = (i64, i64, &String, usize)> {
    let now = moment::carriers_now(&state.shippo);
    state.carriers.journeys.iter().flat_map(move |(key, journey)| {
        let scans = journey.scans.iter().enumerate();
        let due = scans.filter(move |(_, scan)| !scan.told && scan.known <= now);
        due.map(move |(at, scan)| (scan.known, scan.at, key, at))
    })
}

/// Tells of every scan that has become known, oldest first; how many.
pub fn catch_up(state: &mut State) -> usize {
    let mut scans: Vec<_> =
        due(state).map(|(known, at, key, which)| (known, at, key.clone(), which)).collect();
    scans.sort();
    for (_, _, key, which) in &scans {
        let Some(journey) = state.carriers.journeys.get_mut(key) else { continue };
        journey.scans[*which].told = true;
        let journey = journey.clone();
        tell::push(state, &journey, *which);
        if journey.shippo {
            shippo::tell(state, &journey, *which);
        }
    }
    scans.len()
}

/// Puts the carriers' clock forward by so many milliseconds; how many scans that brought, Shippo's own labels' included.
pub fn forward(state: &mut State, by: i64) -> usize {
    state.shippo.ahead_ms += by;
    track::catch_up(state) + catch_up(state)
}

/// Makes a parcel's next scan now, and what follows it the same while earlier; false when there is none.
pub fn next(state: &mut State, carrier: crate::carrier::Carrier, number: &str) -> bool {
    let now = moment::carriers_now(&state.shippo);
    let Some(journey) = state.carriers.journeys.get_mut(&key(carrier, number)) else { return false };
    let waiting = || journey.scans.iter().filter(|scan| !scan.told);
    let Some(first) = waiting().map(|scan| scan.known).min() else { return false };
    let earlier = (first - now).max(0);
    for scan in journey.scans.iter_mut().filter(|scan| !scan.told) {
        scan.at -= earlier;
        scan.known -= earlier;
    }
    catch_up(state);
    true
}

/// Looks at the clock for as long as the world exists.
#[expect(clippy::disallowed_methods, reason = "a scan is a moment on the clock")]
pub async fn watch(world: Shared) {
    loop {
        if world.read(|state| due(state).next().is_some()) {
            world.change(catch_up);
        }
        tokio::time::sleep(LOOK).await;
    }
}
