//! One immutable fact in an order's history.
//!
//! Events are written only by [`crate::history::append`], inside the transaction that made them true; the database refuses
//! to change or delete one.

use serde::{Deserialize, Serialize};

use crate::{Language, language::say};

/// Whose doing an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "source", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum Source {
    /// A person of the shop.
    Staff,
    /// The customer.
    Customer,
    /// Stripe's webhook.
    Stripe,
    /// Shippo's webhook.
    Shippo,
    /// A carrier's webhook or poll.
    Carrier,
    /// A storefront with an API key.
    Api,
    /// Clew itself.
    System,
}

/// Who may read an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "visibility", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum Visibility {
    /// The customer too.
    Public,
    /// Staff only.
    Internal,
}

/// What can have happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A storefront created the order.
    OrderPlaced,
    /// The payment arrived.
    PaymentSucceeded,
    /// The checkout expired or the payment failed.
    PaymentFailed,
    /// Money came, but not the amount or currency asked for: nothing was confirmed.
    PaymentMismatch,
    /// The order entered a stage.
    StageEntered,
    /// Staff stepped back.
    Recalled,
    /// A box was added, or left.
    ParcelAdded,
    /// Staff wrote a note.
    NoteAdded,
}

impl Kind {
    /// All kinds.
    pub const ALL: [Self; 8] = [
        Self::OrderPlaced,
        Self::PaymentSucceeded,
        Self::PaymentFailed,
        Self::PaymentMismatch,
        Self::StageEntered,
        Self::Recalled,
        Self::ParcelAdded,
        Self::NoteAdded,
    ];

    /// The word as stored and in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OrderPlaced => "order_placed",
            Self::PaymentSucceeded => "payment_succeeded",
            Self::PaymentFailed => "payment_failed",
            Self::PaymentMismatch => "payment_mismatch",
            Self::StageEntered => "stage_entered",
            Self::Recalled => "recalled",
            Self::ParcelAdded => "parcel_added",
            Self::NoteAdded => "note_added",
        }
    }

    /// The kind of a stored word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// The words people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("event-{}", self.as_str().replace('_', "-")))
    }

    /// Who may read events of this kind.
    pub const fn visibility(self) -> Visibility {
        match self {
            Self::PaymentMismatch | Self::NoteAdded | Self::Recalled => Visibility::Internal,
            _ => Visibility::Public,
        }
    }
}
