//! DHL's five codes and its free text.

use crate::journey::{Scan, Stage};

/// What DHL says of one stage.
#[derive(Debug, Clone)]
pub struct Said {
    /// `pre-transit`, `transit`, `delivered`, `failure`, `unknown`
    pub code: String,
    /// A few words.
    pub status: &'static str,
    /// A sentence.
    pub description: String,
    /// What else, and what comes next.
    pub remark: Option<(&'static str, &'static str)>,
}

type Row = (Stage, &'static str, &'static str, &'static str);

const ALL: [Row; 15] = [
    (
        Stage::PreTransit,
        "pre-transit",
        "SHIPMENT INFORMATION RECEIVED",
        "The instruction data for this shipment have been provided by the sender to DHL electronically",
    ),
    (Stage::PickedUp, "transit", "PICKED UP", "Shipment picked up"),
    (Stage::InTransit, "transit", "IN TRANSIT", "Shipment has departed from a DHL facility"),
    (Stage::Customs, "transit", "CUSTOMS STATUS UPDATED", "Clearance event"),
    (Stage::OutForDelivery, "transit", "OUT FOR DELIVERY", "Shipment is out with courier for delivery"),
    (
        Stage::AvailableForPickup,
        "transit",
        "AVAILABLE FOR PICKUP",
        "The shipment is ready for pick-up at the DHL service point",
    ),
    (Stage::Attempted, "transit", "DELIVERY ATTEMPTED", "Delivery attempted; recipient not home"),
    (Stage::Delayed, "transit", "SHIPMENT DELAYED", "Shipment is delayed"),
    (
        Stage::AddressProblem,
        "transit",
        "ADDRESS INFORMATION NEEDED",
        "Address information needed; contact DHL",
    ),
    (Stage::Refused, "failure", "DELIVERY REFUSED", "Recipient refused delivery"),
    (Stage::Delivered, "delivered", "DELIVERED", "Delivered"),
    (Stage::Returning, "transit", "RETURNING TO SHIPPER", "The shipment is being returned to the shipper"),
    (Stage::Returned, "failure", "RETURNED TO SHIPPER", "The shipment was returned to the shipper"),
    (Stage::Failed, "failure", "DELIVERY NOT POSSIBLE", "The shipment could not be delivered"),
    (Stage::Unknown, "unknown", "UNKNOWN", "Status not available"),
];

/// The scan's words; the script's own code, where it has one.
pub fn of(scan: &Scan) -> Said {
    let (_, code, status, description) = ALL.into_iter().find(|row| row.0 == scan.stage).unwrap_or(ALL[14]);
    Said {
        code: scan.code.clone().unwrap_or_else(|| code.to_owned()),
        status,
        description: scan.detail.clone().unwrap_or_else(|| description.to_owned()),
        remark: match scan.stage {
            Stage::Customs => Some((
                "The shipment is pending completion of customs inspection.",
                "The status will be updated following customs inspection.",
            )),
            Stage::Delayed => Some(("The weather is bad.", "A new date of delivery will be announced.")),
            Stage::AddressProblem => Some(("The address is incomplete.", "Please contact DHL.")),
            _ => None,
        },
    }
}
