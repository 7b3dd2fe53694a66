//! Advanced Integrated Visibility: each scan as an update of the parcel's state, signed over the whole body.

use serde_json::json;

use super::result;
use crate::event;
use crate::journey::{Journey, push_lot};
use crate::provider::Provider;
use crate::state::State;

/// Sends one scan. The attempt's number is written when it is made.
pub fn push(state: &mut State, journey: &Journey, which: usize) {
    let scan = &journey.scans[which];
    let result = result::result(journey, scan.known, true, Some(scan));
    let results = json!([{ "trackingNumber": journey.number, "trackResults": [result] }]);
    let body = json!({ "output": { "completeTrackResults": results } });
    event::push(state, Provider::Fedex, "fedex.aiv", body, None, push_lot(journey, which));
}
