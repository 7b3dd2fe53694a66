//! Where a parcel stands, in the words of scripts. Each twin has its own words for each; they are the carriers' codes.

use serde::{Deserialize, Serialize};
use serde_json::json;

/// See the module.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Stage {
    /// A label was made.
    PreTransit,
    /// The carrier has it.
    PickedUp,
    /// It moves.
    InTransit,
    /// It is looked at on a border.
    Customs,
    /// It comes today.
    OutForDelivery,
    /// It waits to be fetched.
    AvailableForPickup,
    /// Nobody was there.
    Attempted,
    /// It will be late.
    Delayed,
    /// The address cannot be found.
    AddressProblem,
    /// It was not wanted.
    Refused,
    /// It was handed over.
    Delivered,
    /// It goes back.
    Returning,
    /// It came back.
    Returned,
    /// It will not arrive.
    Failed,
    /// The carrier says something nobody knows.
    Unknown,
}

impl Stage {
    /// As a person reads it.
    pub fn words(self) -> String {
        json!(self).as_str().unwrap_or_default().replace('_', " ")
    }
}
