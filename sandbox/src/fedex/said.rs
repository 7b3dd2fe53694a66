//! FedEx's codes. Which code means what is from `providers.md` (Track v1's status codes); the sentences are FedEx's own
//! where they were seen, and like them where not.

use crate::journey::{Scan, Stage};

/// What FedEx says of one stage.
#[derive(Debug, Clone, Copy)]
pub struct Said {
    stage: Stage,
    /// `eventType`, and `code` of the latest status.
    pub code: &'static str,
    /// `derivedStatusCode`: coarser.
    pub derived_code: &'static str,
    /// `derivedStatus`
    pub derived: &'static str,
    /// `eventDescription`
    pub description: &'static str,
    /// Why, as a code and a sentence.
    pub exception: Option<(&'static str, &'static str)>,
}

const fn said(
    stage: Stage,
    code: &'static str,
    (derived_code, derived): (&'static str, &'static str),
    description: &'static str,
    exception: Option<(&'static str, &'static str)>,
) -> Said {
    Said { stage, code, derived_code, derived, description, exception }
}

const LABEL: (&str, &str) = ("IN", "Label created");
const MOVING: (&str, &str) = ("IT", "In transit");
const EXCEPTION: (&str, &str) = ("DE", "Delivery exception");

const ALL: [Said; 15] = [
    said(Stage::PreTransit, "OC", LABEL, "Shipment information sent to FedEx", None),
    said(Stage::PickedUp, "PU", ("PU", "Picked up"), "Picked up", None),
    said(Stage::InTransit, "IT", MOVING, "In transit", None),
    said(
        Stage::Customs,
        "CD",
        ("CD", "Clearance delay"),
        "Clearance delay",
        Some(("A25", "Package available for clearance")),
    ),
    said(Stage::OutForDelivery, "OD", ("OD", "Out for delivery"), "On FedEx vehicle for delivery", None),
    said(Stage::AvailableForPickup, "HL", ("HL", "Ready for pickup"), "Ready for recipient pickup", None),
    said(
        Stage::Attempted,
        "DE",
        EXCEPTION,
        "Delivery exception",
        Some(("15", "Customer not available or business closed")),
    ),
    said(Stage::Delayed, "DY", ("DY", "Delay"), "Delay", Some(("S5", "Weather delay"))),
    said(
        Stage::AddressProblem,
        "SE",
        ("SE", "Shipment exception"),
        "Shipment exception",
        Some(("03", "Incorrect address")),
    ),
    said(
        Stage::Refused,
        "DE",
        EXCEPTION,
        "Delivery exception",
        Some(("07", "Shipment refused by recipient")),
    ),
    said(Stage::Delivered, "DL", ("DL", "Delivered"), "Delivered", None),
    said(Stage::Returning, "RS", ("RS", "Returning to shipper"), "Returning package to shipper", None),
    said(Stage::Returned, "RT", ("RT", "Returned to shipper"), "Returned to shipper", None),
    said(Stage::Failed, "CA", ("CA", "Shipment cancelled"), "Shipment cancelled by sender", None),
    said(Stage::Unknown, "ZZ", MOVING, "Status not available", None),
];

/// The scan's words; a code of the script's own has those of that code, if there are any.
pub fn of(scan: &Scan) -> Said {
    let usual = ALL.into_iter().find(|said| said.stage == scan.stage).unwrap_or(ALL[14]);
    match &scan.code {
        Some(code) if code != usual.code => ALL.into_iter().find(|said| said.code == code).unwrap_or(ALL[14]),
        _ => usual,
    }
}
