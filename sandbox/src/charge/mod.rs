//! The Charge: one card, asked once, and what came of it.

mod wire;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::cards::{Card, Decline, Quirk};
use crate::intent::PaymentIntent;
use crate::session::Buyer;
use crate::table::Row;
use crate::{clock, ids};

/// A bank holds money for a week.
const HOLD: i64 = 7 * 24 * 60 * 60;

/// See the module.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Charge {
    id: String,
    created: i64,
    amount: i64,
    currency: String,
    payment_intent: String,
    payment_method: String,
    metadata: BTreeMap<String, String>,
    card: Card,
    buyer: Buyer,
    failure: Option<Failure>,
    #[serde(default)]
    hold: Hold,
    /// Refunds that have not failed.
    #[serde(default)]
    amount_refunded: i64,
    #[serde(default)]
    disputed: bool,
}

/// Whether the money was taken or only set aside.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Hold {
    /// Taken at once.
    #[default]
    None,
    /// Set aside; the bank lets go of it at this Unix second.
    Until(i64),
    /// Taken later, all or part of it, which this is.
    Captured(i64),
    /// Given back untouched.
    Released,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
struct Failure {
    code: String,
    reason: String,
    message: String,
}

impl Row for Charge {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Charge {
    /// One attempt on `intent`; with a decline it failed.
    pub fn of(intent: &PaymentIntent, card: Card, buyer: Buyer, decline: Option<&Decline>) -> Self {
        Self {
            id: ids::charge(),
            created: clock::now(),
            amount: intent.amount,
            currency: intent.currency.clone(),
            payment_intent: intent.id.clone(),
            payment_method: ids::other("pm"),
            metadata: intent.metadata.clone(),
            card,
            buyer,
            failure: decline.map(|decline| Failure {
                code: decline.code.to_owned(),
                reason: decline.decline_code.unwrap_or(decline.code).to_owned(),
                message: decline.message.to_owned(),
            }),
            hold: Hold::None,
            amount_refunded: 0,
            disputed: false,
        }
    }

    /// The same, with the money only set aside.
    pub fn held(self) -> Self {
        Self { hold: Hold::Until(self.created + HOLD), ..self }
    }

    /// `pm_...`
    pub fn payment_method(&self) -> &str {
        &self.payment_method
    }

    /// `pi_...`
    pub fn payment_intent(&self) -> &str {
        &self.payment_intent
    }

    /// Lowercase ISO code.
    pub fn currency(&self) -> &str {
        &self.currency
    }

    /// What is peculiar about its card.
    pub fn quirk(&self) -> Quirk {
        self.card.quirk
    }

    /// The card's brand.
    pub fn brand(&self) -> &str {
        &self.card.brand
    }

    /// How much was taken.
    pub fn captured(&self) -> i64 {
        match self.hold {
            _ if self.failure.is_some() => 0,
            Hold::None => self.amount,
            Hold::Captured(amount) => amount,
            Hold::Until(_) | Hold::Released => 0,
        }
    }

    /// How much of it can still be refunded.
    pub fn refundable(&self) -> i64 {
        self.captured() - self.amount_refunded
    }

    /// Books a refund, or with a negative amount one that failed after all.
    pub fn refund(&mut self, amount: i64) {
        self.amount_refunded += amount;
    }

    /// Takes money that was set aside.
    pub fn capture(&mut self, amount: i64) {
        self.hold = Hold::Captured(amount);
    }

    /// Gives back money that was set aside.
    pub fn release(&mut self) {
        self.hold = Hold::Released;
    }

    /// Somebody disputes it; that never goes away.
    pub fn dispute(&mut self) {
        self.disputed = true;
    }
}
