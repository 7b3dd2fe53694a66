//! The handover as an order's customer may see it.

use serde::{Deserialize, Deserializer};

use super::{BoxAt, DeliveryWish, Facts};
use crate::{clock::At, order::TrackedOrder};

/// What they asked for, and whether they said that it did not come.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct TrackedHandover {
    /// What they asked for.
    #[serde(flatten)]
    pub wish: DeliveryWish,
    /// When they said that it did not come.
    pub told_at: Option<At>,
    /// Where we answer, recognisable for its owner only.
    #[serde(rename = "email", deserialize_with = "masked")]
    pub answer_to: String,
}

/// The address itself never comes as far as this type.
fn masked<'de, D: Deserializer<'de>>(field: D) -> Result<String, D::Error> {
    String::deserialize(field).map(|email| crate::customer::masked(&email))
}

impl TrackedOrder {
    /// What the rules of the handover look at.
    pub fn handover_facts(&self) -> Facts<'_> {
        Facts {
            status: self.status,
            workflow: &self.workflow,
            booked: self.booking.is_some(),
            boxes: self.parcels.iter().map(|parcel| BoxAt { status: parcel.status, at: parcel.at }).collect(),
            delivered_at: self.delivered_at,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::handover::Way;

    #[test]
    fn the_address_is_masked_where_it_is_read() {
        let row = serde_json::json!({ "order_id": "x", "way": "neighbour", "note": "López", "instructions": "",
            "told_at": "2026-11-26T13:00:00+00:00", "email": "ana@customer.test" });
        let read: TrackedHandover = serde_json::from_value(row).unwrap();
        assert_eq!((read.wish.way, &*read.answer_to), (Way::Neighbour, "a•••@customer.test"));
        assert!(read.told_at.is_some());
    }
}
