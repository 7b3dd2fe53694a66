//! The PaymentIntent: the money's own object, which outlives the checkout that made it.

mod cancel;
mod capture;
mod wire;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::session::Session;
use crate::table::Row;
use crate::{clock, ids};

pub use cancel::{cancel, lapse};
pub use capture::{Uncapturable, capture};

/// Where the money stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// No card yet, or the last one was refused.
    RequiresPaymentMethod,
    /// The bank wants the customer.
    RequiresAction,
    /// A delayed method is under way.
    Processing,
    /// Set aside at the bank, to be taken or given back.
    RequiresCapture,
    /// Here.
    Succeeded,
    /// Nothing will be paid.
    Canceled,
}

/// See the module.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct PaymentIntent {
    /// `pi_...`
    pub id: String,
    /// The checkout that made it.
    #[serde(default)]
    pub session: String,
    /// Its client secret.
    pub client_secret: String,
    /// Unix seconds.
    pub created: i64,
    /// Minor units.
    pub amount: i64,
    /// Lowercase ISO code.
    pub currency: String,
    /// From `payment_intent_data[metadata]`, never from the session's.
    pub metadata: BTreeMap<String, String>,
    /// `payment_intent_data`, for the fields that are only repeated back.
    pub params: Value,
    /// Where the money stands.
    pub status: Status,
    /// Why the last attempt failed.
    pub last_payment_error: Option<Value>,
    /// `ch_...` of the last attempt that reached a bank.
    pub latest_charge: Option<String>,
    /// `pm_...`
    pub payment_method: Option<String>,
    /// When and if it was canceled.
    pub canceled_at: Option<i64>,
    /// Why; nothing was said where its checkout expired.
    #[serde(default)]
    pub cancellation_reason: Option<String>,
    /// What was taken, where that is less than the amount.
    #[serde(default)]
    pub captured: Option<i64>,
}

impl Row for PaymentIntent {
    fn id(&self) -> &str {
        &self.id
    }
}

impl PaymentIntent {
    /// The intent of a session's first attempt to pay.
    pub fn of(session: &Session) -> Self {
        let params = session.params.get("payment_intent_data").cloned().unwrap_or_default();
        let metadata = params.get("metadata").cloned().unwrap_or_default();
        let id = ids::payment_intent();
        Self {
            client_secret: format!("{id}_{}", ids::other("secret")),
            id,
            session: session.id.clone(),
            created: clock::now(),
            amount: session.amount_total(),
            currency: session.currency.clone(),
            metadata: serde_json::from_value(metadata).unwrap_or_default(),
            params,
            status: Status::RequiresPaymentMethod,
            last_payment_error: None,
            latest_charge: None,
            payment_method: None,
            canceled_at: None,
            cancellation_reason: None,
            captured: None,
        }
    }

    /// Whether the money is only set aside at first.
    pub fn manual(&self) -> bool {
        self.params.get("capture_method").is_some_and(|method| method == "manual")
    }

    /// What could be taken now.
    pub fn capturable(&self) -> i64 {
        if self.status == Status::RequiresCapture { self.amount } else { 0 }
    }
}
