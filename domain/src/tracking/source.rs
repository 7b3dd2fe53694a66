//! Who tells where a parcel is.

use serde::{Deserialize, Serialize};

/// A provider of tracking. Sorted by how near it is to the parcel: of two that tell of one scan, the greater is believed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum TrackSource {
    /// A carrier with an address for its page only; whatever is known was written by hand.
    Other,
    /// For many carriers, some two hours late.
    Shippo,
    /// Track v1 and its pushes.
    Fedex,
    /// Track v1 and Track Alert.
    Ups,
    /// Unified Tracking and Push.
    Dhl,
    /// The localizador.
    Correos,
}

impl TrackSource {
    /// All six.
    pub const ALL: [Self; 6] = [Self::Other, Self::Shippo, Self::Fedex, Self::Ups, Self::Dhl, Self::Correos];

    /// The word as it stands in JSON, PostgreSQL and the webhooks' addresses.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Other => "other",
            Self::Shippo => "shippo",
            Self::Fedex => "fedex",
            Self::Ups => "ups",
            Self::Dhl => "dhl",
            Self::Correos => "correos",
        }
    }

    /// Its name, the same in every language; empty for what was written by hand.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Other => "",
            Self::Shippo => "Shippo",
            Self::Fedex => "FedEx",
            Self::Ups => "UPS",
            Self::Dhl => "DHL",
            Self::Correos => "Correos",
        }
    }

    /// The source of a word; `None` for any other word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|source| source.as_str() == word)
    }

    /// The carrier's own service for a key of [`crate::parcel::Carrier`]; `None` where only Shippo can be asked.
    pub fn of_carrier(key: &str) -> Option<Self> {
        match key {
            "fedex" => Some(Self::Fedex),
            "ups" => Some(Self::Ups),
            "correos" => Some(Self::Correos),
            _ if key == "dhl" || key.starts_with("dhl_") => Some(Self::Dhl),
            _ => None,
        }
    }
}
