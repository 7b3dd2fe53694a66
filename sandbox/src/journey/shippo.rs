//! The same journey as Shippo tells it: under its own statuses, in Greenwich's time.

use serde_json::{Value, json};

use super::{Journey, Place, Scan, Stage, tell::lot};
use crate::carrier::Carrier;
use crate::shippo::moment;
use crate::shippo::track::{self, Scan as Shown, Track};
use crate::state::State;

/// Status, substatus and sentence of each stage.
fn words(stage: Stage) -> (&'static str, &'static str, &'static str) {
    match stage {
        Stage::PreTransit => ("PRE_TRANSIT", "information_received", "Shipment information received"),
        Stage::PickedUp => ("TRANSIT", "package_accepted", "Accepted at the origin facility"),
        Stage::InTransit => ("TRANSIT", "package_departed", "Departed from a facility"),
        Stage::Customs => ("TRANSIT", "package_held", "Held by customs"),
        Stage::OutForDelivery => ("TRANSIT", "out_for_delivery", "Out for delivery today"),
        Stage::AvailableForPickup => ("TRANSIT", "pickup_available", "Ready to be picked up"),
        Stage::Attempted => ("TRANSIT", "delivery_attempted", "Nobody was there"),
        Stage::Delayed => ("TRANSIT", "delayed", "Delayed"),
        Stage::AddressProblem => ("TRANSIT", "address_issue", "The address could not be found"),
        Stage::Refused => ("FAILURE", "package_undeliverable", "Refused by the recipient"),
        Stage::Delivered => ("DELIVERED", "delivered", "Delivered to the recipient"),
        Stage::Returning | Stage::Returned => ("RETURNED", "return_to_sender", "Returned to the sender"),
        Stage::Failed => ("FAILURE", "package_lost", "Lost"),
        Stage::Unknown => ("UNKNOWN", "other", "No information"),
    }
}

/// Shippo's name for a carrier's track.
pub fn key(carrier: Carrier, number: &str) -> String {
    track::key(token(carrier, number), number)
}

fn token(carrier: Carrier, number: &str) -> &'static str {
    match carrier {
        Carrier::Fedex => "fedex",
        Carrier::Ups => "ups",
        Carrier::Dhl if number.starts_with("JD") => "dhl_germany",
        Carrier::Dhl => "dhl_express",
        Carrier::Correos => "correos_espana",
    }
}

fn place(place: &Place) -> Value {
    json!({ "city": place.city, "state": place.state, "zip": place.zip, "country": place.country })
}

fn shown(scan: &Scan) -> Shown {
    let (status, substatus, details) = words(scan.stage);
    Shown::new(status, substatus, scan.at, place(&scan.place), scan.detail.as_deref().unwrap_or(details))
}

/// Makes Shippo know the parcel, with what was over before anybody was told. A label's own journey ends: this one is told instead.
pub fn begin(state: &mut State, journey: &Journey) {
    let key = key(journey.carrier, &journey.number);
    if state.shippo.tracks.get(&key).is_none() {
        let unknown = Track::unknown(token(journey.carrier, &journey.number), &journey.number);
        state.shippo.tracks.insert(unknown);
    }
    let Some(track) = state.shippo.tracks.get_mut(&key) else { return };
    track.steps = usize::MAX;
    track.scans = journey.scans.iter().filter(|scan| scan.told).map(shown).collect();
    (track.from, track.to) = (place(&journey.from), place(&journey.to));
    track.eta = journey.eta.map(moment::iso);
    track.original_eta.clone_from(&track.eta);
}

/// Tells of one scan.
pub fn tell(state: &mut State, journey: &Journey, which: usize) {
    let (carrier, number) = (journey.carrier, journey.number.as_str());
    let scan = &journey.scans[which];
    let before = state.to_deliver.len();
    track::note(state, &key(carrier, number), shown(scan), scan.eta.map(moment::iso), || {
        Track::unknown(token(carrier, number), number)
    });
    let sent = state.to_deliver[before..].to_vec();
    for id in sent {
        if let Some(event) = state.events.get_mut(&id) {
            event.lot = Some(format!("shippo/{}", lot(journey, which)));
        }
    }
}
