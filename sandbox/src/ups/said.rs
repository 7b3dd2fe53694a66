//! UPS's types and codes. Which code means what is from `providers.md`; the sentences are UPS's own where they were
//! seen, and like them where not. For a parcel held at a border no code is known to us: `X HC` is made up, so that there
//! is an exception with a code nobody has heard of.

use crate::journey::{Scan, Stage};

/// What UPS says of one stage.
#[derive(Debug, Clone)]
pub struct Said {
    /// `M`, `I`, `X`, `D` …
    pub kind: String,
    /// Two letters.
    pub code: String,
    /// Three digits: coarser.
    pub status_code: &'static str,
    /// Coarser still, in words.
    pub simple: &'static str,
    /// The sentence.
    pub description: String,
}

type Row = (Stage, &'static str, &'static str, &'static str, &'static str, &'static str);

const ALL: [Row; 15] = [
    (
        Stage::PreTransit,
        "M",
        "MP",
        "003",
        "Shipment Ready for UPS",
        "Shipper created a label, UPS has not received the package yet. ",
    ),
    (Stage::PickedUp, "I", "OR", "005", "On the Way", "Origin Scan"),
    (Stage::InTransit, "I", "DP", "005", "On the Way", "Departed from Facility"),
    (
        Stage::Customs,
        "X",
        "HC",
        "012",
        "Clearance in Progress",
        "Your package is being held by the customs agency.",
    ),
    (Stage::OutForDelivery, "I", "OT", "021", "Out for Delivery", "Out For Delivery Today"),
    (
        Stage::AvailableForPickup,
        "I",
        "RP",
        "040",
        "Ready for Customer Pickup",
        "Your package is ready for pickup.",
    ),
    (
        Stage::Attempted,
        "X",
        "UR",
        "022",
        "Delivery Attempted",
        "The receiver was not available at the time of the delivery attempt.",
    ),
    (Stage::Delayed, "X", "DY", "048", "Delay", "Severe weather conditions have delayed delivery."),
    (
        Stage::AddressProblem,
        "X",
        "UF",
        "013",
        "Exception: Action Required",
        "The address is incomplete or incorrect.",
    ),
    (
        Stage::Refused,
        "X",
        "RF",
        "013",
        "Exception: Action Required",
        "The receiver does not want the product and refused the delivery.",
    ),
    (Stage::Delivered, "D", "FS", "011", "Delivered", "DELIVERED "),
    (
        Stage::Returning,
        "X",
        "RS",
        "035",
        "Returning to Sender",
        "The package will be returned to the sender.",
    ),
    (Stage::Returned, "X", "RT", "035", "Returned to Sender", "The package was returned to the sender."),
    (Stage::Failed, "X", "CC", "013", "Exception", "The package could not be delivered."),
    (Stage::Unknown, "I", "ZZ", "999", "On the Way", "Status not available"),
];

/// The scan's words. A code of the script's own is `OT` or, with its type, `I/OT`; it has the words of that code, if there are any.
pub fn of(scan: &Scan) -> Said {
    let usual = ALL.into_iter().find(|row| row.0 == scan.stage).unwrap_or(ALL[14]);
    let own = scan
        .code
        .as_deref()
        .map(|code| code.split_once('/').map_or((None, code), |(kind, code)| (Some(kind), code)));
    let row = match own {
        Some((_, code)) if code != usual.2 => ALL.into_iter().find(|row| row.2 == code).unwrap_or((
            usual.0,
            usual.1,
            "",
            "999",
            "On the Way",
            "Status not available",
        )),
        _ => usual,
    };
    Said {
        kind: own.and_then(|(kind, _)| kind).unwrap_or(row.1).to_owned(),
        code: own.map_or(row.2, |(_, code)| code).to_owned(),
        status_code: row.3,
        simple: row.4,
        description: scan.detail.clone().unwrap_or_else(|| row.5.to_owned()),
    }
}
