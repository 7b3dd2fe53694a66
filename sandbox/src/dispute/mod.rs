//! The Dispute: a customer asks the bank for the money back.

mod open;
mod turn;
mod wire;

use serde::{Deserialize, Serialize};

use crate::table::Row;

pub use open::{Opened, open};
pub use turn::turn;

/// Where it stands, in Stripe's words.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// A question; no money has moved.
    WarningNeedsResponse,
    /// The bank reads the answer to a question.
    WarningUnderReview,
    /// The question led nowhere.
    WarningClosed,
    /// The money is gone, and the shop may object.
    #[default]
    NeedsResponse,
    /// The bank reads the objection.
    UnderReview,
    /// The money is back.
    Won,
    /// The money stays away.
    Lost,
}

impl Status {
    /// Whether anything can still happen.
    pub fn closed(self) -> bool {
        matches!(self, Self::Won | Self::Lost | Self::WarningClosed)
    }

    /// Whether the bank has the money then.
    pub fn withdraws(self) -> bool {
        matches!(self, Self::NeedsResponse | Self::UnderReview | Self::Lost)
    }
}

/// See the module.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Dispute {
    /// `dp_...`
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
    /// What the customer said.
    pub reason: String,
    /// The card's brand.
    pub brand: String,
    /// Where it stands.
    pub status: Status,
    /// Whether the bank has the money.
    pub withdrawn: bool,
}

impl Row for Dispute {
    fn id(&self) -> &str {
        &self.id
    }
}
