//! The journey nobody wrote: two days, without adventures, the same hours as Shippo's labels have, so that one parcel of
//! which both tell has one story.

use super::{Journey, Place, Scan, Stage, key, number};
use crate::carrier::Carrier;
use crate::shippo::moment::{self, HOUR};
use crate::shippo::track;
use crate::state::State;

const STEPS: [(i64, Stage, bool); 5] = [
    (0, Stage::PreTransit, false),
    (6, Stage::PickedUp, false),
    (20, Stage::InTransit, false),
    (44, Stage::OutForDelivery, true),
    (track::TRAVEL_HOURS, Stage::Delivered, true),
];

/// From a shop in Spain to where the carrier is at home.
pub fn places(carrier: Carrier) -> (Place, Place) {
    let goal = match carrier {
        Carrier::Fedex => "New York",
        Carrier::Ups => "București",
        Carrier::Dhl => "Köln",
        Carrier::Correos => "Barcelona",
    };
    let town = |name| Place::town(name).unwrap_or_default();
    (town("Madrid"), town(goal))
}

/// The usual journey between two places.
pub fn journey(carrier: Carrier, number: &str, began: i64, from: Place, to: Place) -> Journey {
    let scan = |(hours, stage, arrived): (i64, Stage, bool)| {
        let at = began + hours * HOUR;
        Scan {
            at,
            known: at,
            stage,
            code: None,
            reason: None,
            place: if arrived { to.clone() } else { from.clone() },
            detail: None,
            eta: None,
            until: None,
            signed_by: (stage == Stage::Delivered).then(|| "A. Pop".to_owned()),
            told: false,
        }
    };
    let scans = STEPS.map(scan).to_vec();
    Journey {
        carrier,
        number: number.to_owned(),
        began,
        eta: Some(began + track::TRAVEL_HOURS * HOUR),
        from,
        to,
        scans,
        shippo: false,
        reused: false,
        scripted: false,
        asked: 0,
    }
}

/// Makes the usual journey of a number that could be the carrier's, if it has none. A label bought at Shippo has been
/// on its way since it was bought, between its own two places; Shippo tells that by itself.
pub fn ensure(state: &mut State, carrier: Carrier, said: &str) {
    let number = number::plain(said);
    let key = key(carrier, &number);
    if state.carriers.journeys.contains_key(&key) || !number::is_valid(carrier, &number) {
        return;
    }
    let (from, to) = places(carrier);
    let now = moment::carriers_now(&state.shippo);
    let label = state.shippo.tracks.get(&super::shippo::key(carrier, &number));
    let label = label.filter(|track| track.transaction.is_some());
    let place = |address, usual| Place::of_shippo(address).unwrap_or(usual);
    let mut journey = match label {
        Some(track) => journey(carrier, &number, track.began, place(&track.from, from), place(&track.to, to)),
        None => journey(carrier, &number, now, from, to),
    };
    journey.scans.iter_mut().for_each(|scan| scan.told = scan.known < now);
    state.carriers.journeys.insert(key, journey);
    super::catch_up(state);
}
