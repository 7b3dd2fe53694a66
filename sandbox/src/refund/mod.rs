//! The Refund: money on its way back, which may yet turn round.

mod create;
mod settle;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::table::Row;

pub use create::{Refused, Wanted, create};
pub use settle::{NotRefunded, fail, watch};

/// Where the money is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// The bank has not taken it yet.
    Pending,
    /// With the customer.
    Succeeded,
    /// Back with the shop.
    Failed,
}

/// See the module.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Refund {
    /// `re_...`
    pub id: String,
    /// Unix seconds.
    pub created: i64,
    /// Minor units.
    pub amount: i64,
    /// Lowercase ISO code.
    pub currency: String,
    /// `ch_...`
    pub charge: String,
    /// `pi_...`
    pub payment_intent: String,
    /// Why, where the shop said so.
    pub reason: Option<String>,
    /// The shop's own words.
    pub metadata: BTreeMap<String, String>,
    /// Where the money is.
    pub status: Status,
}

impl Row for Refund {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Refund {
    /// The object as the API and the events show it.
    pub fn wire(&self) -> Value {
        let mut object = json!({
            "id": self.id,
            "object": "refund",
            "amount": self.amount,
            "balance_transaction": null,
            "charge": self.charge,
            "created": self.created,
            "currency": self.currency,
            "customer": null,
            "customer_account": null,
            "destination_details": {
                "card": { "reference_status": "pending", "reference_type": "acquirer_reference_number", "type": "refund" },
                "type": "card",
            },
            "metadata": self.metadata,
            "payment_intent": self.payment_intent,
            "payment_method": null,
            "reason": self.reason,
            "receipt_number": null,
            "source_transfer_reversal": null,
            "status": self.status,
            "transfer_reversal": null,
        });
        // Stripe leaves both out where they say nothing.
        match self.status {
            Status::Pending => object["pending_reason"] = json!("processing"),
            Status::Failed => object["failure_reason"] = json!("expired_or_canceled_card"),
            Status::Succeeded => {}
        }
        object
    }
}
