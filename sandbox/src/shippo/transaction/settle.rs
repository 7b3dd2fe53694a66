//! The carrier's answer to a purchase.

use serde_json::{Value, json};

use super::{Status, number};
use crate::shippo::moment::{self, HOUR};
use crate::shippo::track::{self, Track};
use crate::shippo::{carriers, tell};
use crate::state::State;

/// Ends a queued purchase and tells; does nothing to one that has ended.
pub fn settle(state: &mut State, id: &str, http: &str) {
    if label(state, id, http) {
        let wire = wire(state, id);
        tell::tell(state, "transaction_updated", &wire);
        first_scan(state, id);
    }
}

/// The purchase as it stands.
pub(super) fn wire(state: &State, id: &str) -> Value {
    state.shippo.transactions.get(id).map_or(Value::Null, |row| row.wire(&state.shippo))
}

/// Makes the label, or does not if the purchase is doomed; true when this call ended it.
pub(super) fn label(state: &mut State, id: &str, http: &str) -> bool {
    let store = &mut state.shippo;
    let carriers_now = moment::carriers_now(store);
    let Some(row) = store.transactions.get_mut(id).filter(|row| row.status == Status::Queued) else {
        return false;
    };
    let (Some(rate), Some(carrier)) = (store.rates.get(&row.rate), carriers::of(&row.carrier)) else {
        return false;
    };
    row.updated = moment::now();
    if row.doomed {
        row.status = Status::Error;
        let text =
            format!("{} error: The label could not be created (the sandbox was told to fail).", carrier.name);
        row.messages = vec![json!({ "source": carrier.name, "code": "", "text": text })];
        return true;
    }
    let ending = match row.file_type.as_str() {
        "ZPLII" => "zpl",
        file if file.starts_with("PNG") => "png",
        _ => "pdf",
    };
    row.status = Status::Success;
    row.tracking_number = number::fresh(carrier.token);
    row.tracking_url = format!("{}{}", carrier.page, row.tracking_number);
    row.label_url = format!("{http}/shippo/labels/{id}.{ending}");
    row.eta = Some(moment::iso(carriers_now + track::TRAVEL_HOURS * HOUR));
    if let Some(shipment) = store.shipments.get(&rate.shipment) {
        let track = Track::of_label(row, rate, shipment, carriers_now);
        store.tracks.insert(track);
    }
    true
}

/// A label that was made is announced to the carrier at once.
pub(super) fn first_scan(state: &mut State, id: &str) {
    let Some(row) = state.shippo.transactions.get(id).filter(|row| row.status == Status::Success) else {
        return;
    };
    let key = track::key(&row.carrier, &row.tracking_number);
    track::next_step(state, &key, None);
}
