//! The carrier `shippo`: its numbers say what becomes of the parcel, and its dates have no zone.

use serde_json::{Value, json};

use super::{Scan, TEST_CARRIER, Track};
use crate::shippo::moment::{self, HOUR};

/// The track of a `SHIPPO_…` number; nothing for any other.
pub fn track(number: &str) -> Option<Track> {
    let status = number.strip_prefix("SHIPPO_").filter(|status| super::STATUSES.contains(status))?;
    let origin = json!({ "city": "San Francisco", "state": "CA", "zip": "94103", "country": "US" });
    let goal = json!({ "city": "Chicago", "state": "IL", "zip": "60611", "country": "US" });
    let now = moment::now();
    let scan = |status: &str, hours_ago: i64, location: &Value, details: &str| Scan {
        created: moment::bare(now),
        at: moment::bare(now - hours_ago * HOUR),
        substatus: Value::Null,
        updates: false,
        ..Scan::new(status, "", now, location.clone(), details)
    };
    let departed = ("TRANSIT", 26, &origin, "Your shipment has departed from the origin.");
    let announced =
        |status| (status, 50, &origin, "The carrier has received the electronic shipment information.");
    let story = match status {
        "UNKNOWN" | "PRE_TRANSIT" => vec![announced(status)],
        "TRANSIT" => vec![announced("UNKNOWN"), departed],
        "DELIVERED" => {
            vec![announced("UNKNOWN"), departed, ("DELIVERED", 2, &goal, "Your shipment has been delivered.")]
        }
        "RETURNED" => vec![
            announced("UNKNOWN"),
            departed,
            ("RETURNED", 2, &goal, "Your shipment is being returned to the sender."),
        ],
        _ => vec![
            announced("UNKNOWN"),
            departed,
            ("FAILURE", 2, &goal, "The carrier could not deliver your shipment."),
        ],
    };
    let eta = Some(moment::bare(now + 72 * HOUR));
    Some(Track {
        from: origin.clone(),
        to: goal.clone(),
        service: json!({ "token": "shippo_priority", "name": "Priority Mail" }),
        metadata: "Shippo test tracking".to_owned(),
        eta: eta.clone(),
        original_eta: eta,
        scans: story
            .into_iter()
            .map(|(status, ago, place, details)| scan(status, ago, place, details))
            .collect(),
        ..Track::unknown(TEST_CARRIER, number)
    })
}
