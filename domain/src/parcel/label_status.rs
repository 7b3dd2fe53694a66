//! A label's own arrows.
//!
//! ```text
//! intended ──▶ calling ──▶ bought ──▶ voiding ──▶ voided
//!     │           ├──▶ refused  ▲          └─────▶ void_refused
//!     └▶ refused  └──▶ unknown ─┘ (found at the carrier)
//!                          └────▶ refused (it certainly was not bought)
//! ```

use serde::{Deserialize, Serialize};

use crate::{Language, language::say};

/// Where a label stands between the wish and the paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "label_status", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum LabelStatus {
    /// Staff want it; nobody has been asked.
    Intended,
    /// The carrier is being asked; from here on nobody asks again without looking first.
    Calling,
    /// It exists and costs money.
    Bought,
    /// It was not sold, and nothing was paid.
    Refused,
    /// The answer was lost: perhaps it was bought. Never bought again by itself.
    Unknown,
    /// The carrier is being asked to take it back.
    Voiding,
    /// The carrier took it back.
    Voided,
    /// The carrier did not take it back: it stays paid.
    VoidRefused,
}

impl LabelStatus {
    /// The word as it stands in JSON and PostgreSQL.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Intended => "intended",
            Self::Calling => "calling",
            Self::Bought => "bought",
            Self::Refused => "refused",
            Self::Unknown => "unknown",
            Self::Voiding => "voiding",
            Self::Voided => "voided",
            Self::VoidRefused => "void_refused",
        }
    }

    /// The word people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("label-{}", self.as_str().replace('_', "-")))
    }

    /// Whether its box may not get another label: there is one, or there may be.
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Intended | Self::Calling | Self::Bought | Self::Unknown)
    }
}
