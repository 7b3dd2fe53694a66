//! The Track: one parcel's scans, by carrier and number.

mod api;
mod itinerary;
mod scan;
mod test_carrier;

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

use super::body::text;
use super::moment::{self, HOUR};
use super::rate::Rate;
use super::shipment::Shipment;
use super::transaction::Transaction;
use crate::table::Row;

pub use api::{create, retrieve};
pub use itinerary::{TRAVEL_HOURS, any_due, can_move, catch_up, next_step};
pub use scan::{STATUSES, Scan, note};

/// The carrier whose numbers are names of what becomes of them.
pub const TEST_CARRIER: &str = "shippo";

/// See the module.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Track {
    id: String,
    /// The carrier's token.
    pub carrier: String,
    /// The number.
    pub number: String,
    /// The label, if it was bought here.
    pub transaction: Option<String>,
    /// The client's own words.
    pub metadata: String,
    /// City, state, postcode and country of the sender.
    pub from: Value,
    /// The same of the recipient.
    pub to: Value,
    /// Token and name of the service.
    pub service: Value,
    /// When it should arrive.
    pub eta: Option<String>,
    /// When it first should have.
    pub original_eta: Option<String>,
    /// Milliseconds on the carriers' clock when the journey began.
    pub began: i64,
    /// How many steps of the journey have been made.
    pub steps: usize,
    /// Everything seen of it, in the order it became known.
    pub scans: Vec<Scan>,
    /// How often it was registered: every time means one more notification of the same.
    pub registered: u32,
}

impl Row for Track {
    fn id(&self) -> &str {
        &self.id
    }
}

/// How a track is found.
pub fn key(carrier: &str, number: &str) -> String {
    format!("{carrier}/{number}")
}

impl Track {
    /// One of which nothing is known.
    pub fn unknown(carrier: &str, number: &str) -> Self {
        Self {
            id: key(carrier, number),
            carrier: carrier.to_owned(),
            number: number.to_owned(),
            transaction: None,
            metadata: String::new(),
            from: Value::Null,
            to: Value::Null,
            service: json!({ "token": null, "name": null }),
            eta: None,
            original_eta: None,
            began: 0,
            steps: usize::MAX,
            scans: Vec::new(),
            registered: 0,
        }
    }

    /// One of a label bought here; these are registered by themselves.
    pub fn of_label(label: &Transaction, rate: &Rate, shipment: &Shipment, carriers_now: i64) -> Self {
        let eta = Some(moment::iso(carriers_now + TRAVEL_HOURS * HOUR));
        Self {
            transaction: Some(label.id.clone()),
            metadata: label.metadata.clone(),
            from: place(&shipment.from()),
            to: place(&shipment.to()),
            service: json!({ "token": rate.service, "name": rate.name }),
            eta: eta.clone(),
            original_eta: eta,
            began: carriers_now,
            steps: 0,
            registered: 1,
            ..Self::unknown(&label.carrier, &label.tracking_number)
        }
    }

    /// The newest scan by the carrier's own dates.
    pub fn latest(&self) -> Option<&Scan> {
        self.scans.iter().max_by(|one, other| one.at.cmp(&other.at))
    }

    /// Whether a carrier has had it in hands.
    pub fn is_under_way(&self) -> bool {
        self.scans.iter().any(|scan| !matches!(scan.status.as_str(), "PRE_TRANSIT" | "UNKNOWN"))
    }

    /// Whether nothing more is to come.
    pub fn has_ended(&self) -> bool {
        self.scans.iter().any(|scan| matches!(scan.status.as_str(), "DELIVERED" | "RETURNED" | "FAILURE"))
    }

    /// The object as the API shows it.
    pub fn wire(&self) -> Value {
        self.shown(self.latest(), self.scans.len())
    }

    /// The object as it was told of when its `known`th scan came.
    pub fn wire_at(&self, known: usize) -> Value {
        self.shown(known.checked_sub(1).and_then(|last| self.scans.get(last)), known)
    }

    fn shown(&self, current: Option<&Scan>, known: usize) -> Value {
        let mut history: Vec<&Scan> = self.scans.iter().take(known).collect();
        history.sort_by(|one, other| one.at.cmp(&other.at));
        json!({
            "carrier": self.carrier,
            "tracking_number": self.number,
            "address_from": self.from,
            "address_to": self.to,
            "eta": self.eta,
            "original_eta": self.original_eta,
            "servicelevel": self.service,
            "metadata": self.metadata,
            "tracking_status": current.map(Scan::wire),
            "tracking_history": history.into_iter().map(Scan::wire).collect::<Vec<_>>(),
            "messages": [],
            "transaction": self.transaction,
            "test": true,
        })
    }
}

fn place(address: &Map<String, Value>) -> Value {
    json!({
        "city": text(address, "city"),
        "state": text(address, "state"),
        "zip": text(address, "zip"),
        "country": text(address, "country"),
    })
}
