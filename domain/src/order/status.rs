//! The headline: one of ten words everybody shares.

use serde::{Deserialize, Serialize};

use crate::{Language, language::say};

/// An order's headline status. Stored and indexed; computed only in [`super::apply`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "order_status", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Placed; the payment has not arrived.
    Pending,
    /// Paid.
    Confirmed,
    /// Being made.
    Processing,
    /// On its way.
    Shipped,
    /// On the last vehicle, or ready to be collected.
    OutForDelivery,
    /// The customer has it.
    Delivered,
    /// On its way, later than promised.
    Delayed,
    /// On its way, and somebody has to act.
    Exception,
    /// Will not be made or sent.
    Cancelled,
    /// Came back.
    Returned,
}

impl Status {
    /// All ten, in the order of a smooth life, then the others.
    pub const ALL: [Self; 10] = [
        Self::Pending,
        Self::Confirmed,
        Self::Processing,
        Self::Shipped,
        Self::OutForDelivery,
        Self::Delivered,
        Self::Delayed,
        Self::Exception,
        Self::Cancelled,
        Self::Returned,
    ];

    /// The word as it stands in JSON, in PostgreSQL and in class names.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Confirmed => "confirmed",
            Self::Processing => "processing",
            Self::Shipped => "shipped",
            Self::OutForDelivery => "out_for_delivery",
            Self::Delivered => "delivered",
            Self::Delayed => "delayed",
            Self::Exception => "exception",
            Self::Cancelled => "cancelled",
            Self::Returned => "returned",
        }
    }

    /// The status of a word; `None` for any other word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }

    /// The word people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("status-{}", self.as_str().replace('_', "-")))
    }

    /// Whether an order in this status does not move any more (a delivered one can still come back).
    pub const fn is_end(self) -> bool {
        matches!(self, Self::Delivered | Self::Cancelled | Self::Returned)
    }

    /// Whether the shop has it, a paid order whose stage comes before `confirmed` included: its clock runs.
    pub const fn is_in_house(self) -> bool {
        matches!(self, Self::Pending | Self::Confirmed | Self::Processing)
    }

    /// Whether nothing has left the shop yet, so that staff may step back.
    pub const fn is_inside(self) -> bool {
        matches!(self, Self::Confirmed | Self::Processing)
    }
}
