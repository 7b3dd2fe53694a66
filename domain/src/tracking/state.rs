//! Where a parcel is, in twelve words.

use serde::{Deserialize, Serialize};

use crate::{Language, language::say};

/// Where a parcel is. Sorted by rank: of two things said of the same moment the greater is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TrackingState {
    /// Nobody has said anything, or nothing we understand.
    #[default]
    Unknown,
    /// The carrier knows of it and has not got it: a label is no scan.
    PreTransit,
    /// The carrier has got it.
    PickedUp,
    /// On its way.
    InTransit,
    /// On the last vehicle.
    OutForDelivery,
    /// On its way, later than planned.
    Delayed,
    /// It was brought and could not be handed over.
    Attempted,
    /// It lies where the recipient can fetch it.
    AvailableForPickup,
    /// It will not arrive: lost, destroyed, undeliverable, called off.
    Failed,
    /// On its way back to us.
    Returning,
    /// The recipient has it.
    Delivered,
    /// We have it back.
    Returned,
}

impl TrackingState {
    /// All twelve, by rank.
    pub const ALL: [Self; 12] = [
        Self::Unknown,
        Self::PreTransit,
        Self::PickedUp,
        Self::InTransit,
        Self::OutForDelivery,
        Self::Delayed,
        Self::Attempted,
        Self::AvailableForPickup,
        Self::Failed,
        Self::Returning,
        Self::Delivered,
        Self::Returned,
    ];

    /// The word as it stands in JSON and PostgreSQL.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::PreTransit => "pre_transit",
            Self::PickedUp => "picked_up",
            Self::InTransit => "in_transit",
            Self::OutForDelivery => "out_for_delivery",
            Self::Delayed => "delayed",
            Self::Attempted => "attempted",
            Self::AvailableForPickup => "available_for_pickup",
            Self::Failed => "failed",
            Self::Returning => "returning",
            Self::Delivered => "delivered",
            Self::Returned => "returned",
        }
    }

    /// The word people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("track-state-{}", self.as_str().replace('_', "-")))
    }

    /// The state of a word; `None` for any other word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }

    /// Whether the carrier has had it in hand.
    pub const fn has_moved(self) -> bool {
        !matches!(self, Self::Unknown | Self::PreTransit)
    }

    /// Whether nothing more is to be expected: no carrier is asked again.
    pub const fn is_end(self) -> bool {
        matches!(self, Self::Delivered | Self::Returned)
    }
}
