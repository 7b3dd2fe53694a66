//! The TrackingStatus: somebody pointed a scanner at a parcel.

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use super::Track;
use crate::shippo::object::fresh_id;
use crate::shippo::{moment, tell};
use crate::state::State;

/// Every status there is.
pub const STATUSES: [&str; 6] = ["PRE_TRANSIT", "TRANSIT", "DELIVERED", "RETURNED", "FAILURE", "UNKNOWN"];

/// The substatuses that ask the recipient or the sender to do something.
const ACTION: [&str; 12] = [
    "address_issue",
    "contact_carrier",
    "delivery_attempted",
    "location_inaccessible",
    "notice_left",
    "package_damaged",
    "package_held",
    "pickup_available",
    "reschedule_delivery",
    "package_unclaimed",
    "package_undeliverable",
    "package_lost",
];

/// See the module.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Scan {
    /// `object_id`
    pub id: String,
    /// When Shippo heard of it, as it is shown.
    pub created: String,
    /// `TRANSIT` and so on.
    pub status: String,
    /// The code of the substatus, or all of it, or nothing.
    pub substatus: Value,
    /// The carrier's date, as it is shown.
    pub at: String,
    /// City, state, postcode and country.
    pub location: Value,
    /// A sentence.
    pub details: String,
    /// Whether `object_updated` is there; it is not in test mode.
    pub updates: bool,
}

impl Scan {
    /// One made at this moment of the carriers' clock.
    pub fn new(status: &str, substatus: &str, at: i64, location: Value, details: &str) -> Self {
        Self {
            id: fresh_id(),
            created: moment::iso(moment::now()),
            status: status.to_owned(),
            substatus: json!(substatus),
            at: moment::iso(at),
            location,
            details: details.to_owned(),
            updates: true,
        }
    }

    /// The object as the API shows it.
    pub fn wire(&self) -> Value {
        let substatus = match &self.substatus {
            Value::String(code) => json!({
                "code": code, "text": words(code), "action_required": ACTION.contains(&code.as_str()),
            }),
            other => other.clone(),
        };
        json!({
            "object_id": self.id,
            "object_created": self.created,
            "object_updated": self.updates.then_some(&self.created),
            "status": self.status,
            "substatus": substatus,
            "status_date": self.at,
            "status_details": self.details,
            "location": self.location,
        })
    }
}

fn words(code: &str) -> String {
    match code {
        "information_received" => "Information about the package received.".to_owned(),
        "package_accepted" => "Package has been accepted into the carrier network for delivery.".to_owned(),
        "package_departed" => "Package has departed from an intermediate location.".to_owned(),
        "out_for_delivery" => "Package is out for delivery.".to_owned(),
        "delivered" => "Package has been delivered.".to_owned(),
        "delivery_attempted" => {
            "Delivery of package has been attempted. Contact carrier to ensure delivery.".to_owned()
        }
        "package_undeliverable" => "Package is not able to be delivered.".to_owned(),
        "return_to_sender" => "Package is to be returned to sender.".to_owned(),
        other => {
            let words = other.replace('_', " ");
            let mut letters = words.chars();
            let first = letters.next().map(|letter| letter.to_ascii_uppercase());
            format!("{}.", first.into_iter().chain(letters).collect::<String>())
        }
    }
}

/// Adds a scan to a track, making the track if there was none, and tells everybody who registered for it.
pub fn note(state: &mut State, key: &str, scan: Scan, eta: Option<String>, make: impl FnOnce() -> Track) {
    if state.shippo.tracks.get(key).is_none() {
        state.shippo.tracks.insert(make());
    }
    let Some(track) = state.shippo.tracks.get_mut(key) else { return };
    track.scans.push(scan);
    if eta.is_some() {
        track.original_eta = track.original_eta.take().or(eta.clone());
        track.eta = eta;
    }
    let (wire, times) = (track.wire_at(track.scans.len()), track.registered.max(1));
    for _ in 0..times {
        tell::tell(state, "track_updated", &wire);
    }
}
