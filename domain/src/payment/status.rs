//! A payment's words. Which one holds follows from what is known: [`super::Facts`].

use serde::{Deserialize, Serialize};

use crate::{Language, language::say};

/// What has become of an order's money. Names are Stripe's where Stripe has one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[cfg_attr(
    feature = "ssr",
    derive(sqlx::Type),
    sqlx(type_name = "payment_status", rename_all = "snake_case")
)]
#[serde(rename_all = "snake_case")]
pub enum PaymentStatus {
    /// Asked for; nothing has come.
    Unpaid,
    /// Held on the card, not yet taken.
    Authorized,
    /// Taken.
    Paid,
    /// Some of it went back.
    PartiallyRefunded,
    /// All of it went back.
    Refunded,
    /// The checkout expired or the payment failed.
    Failed,
    /// The customer's bank asks for it back.
    Disputed,
}

impl PaymentStatus {
    /// All seven.
    pub const ALL: [Self; 7] = [
        Self::Unpaid,
        Self::Authorized,
        Self::Paid,
        Self::PartiallyRefunded,
        Self::Refunded,
        Self::Failed,
        Self::Disputed,
    ];

    /// The word as it stands in JSON and PostgreSQL.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unpaid => "unpaid",
            Self::Authorized => "authorized",
            Self::Paid => "paid",
            Self::PartiallyRefunded => "partially_refunded",
            Self::Refunded => "refunded",
            Self::Failed => "failed",
            Self::Disputed => "disputed",
        }
    }

    /// The status of a word; `None` for any other word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }

    /// The word people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("payment-{}", self.as_str().replace('_', "-")))
    }

    /// Whether the shop has, or surely can take, the money.
    pub const fn is_covered(self) -> bool {
        matches!(self, Self::Authorized | Self::Paid | Self::PartiallyRefunded | Self::Disputed)
    }
}

/// What a provider said about a payment, in our words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Heard {
    /// The money is held on the card.
    Authorized,
    /// The money is there.
    Succeeded,
    /// The hold was given free: by us, or because nobody took the money in time.
    Released,
    /// The checkout expired, or a delayed payment method failed.
    Failed,
}
