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
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
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

/// What Shippo says of a purchase.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Said {
    /// The carrier is being asked.
    Queued,
    /// There is a label.
    Bought,
    /// There is none, and nothing was paid.
    Error,
    /// It is being given back.
    Voiding,
    /// It was taken back.
    Voided,
    /// It was not.
    VoidRefused,
}

impl Said {
    /// Shippo's word in ours; `None` for a word it has never documented.
    pub fn parse(word: &str) -> Option<Self> {
        Some(match word {
            "WAITING" | "QUEUED" => Self::Queued,
            "SUCCESS" => Self::Bought,
            "ERROR" => Self::Error,
            "REFUNDPENDING" => Self::Voiding,
            "REFUNDED" => Self::Voided,
            "REFUNDREJECTED" => Self::VoidRefused,
            _ => return None,
        })
    }
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

    /// Where it stands after what Shippo said. Whatever order these are told in, the end is the same: what was bought is never taken
    /// for refused, and what was given back is never taken for bought.
    #[must_use]
    pub const fn told(self, said: Said) -> Self {
        match (said, self) {
            (Said::Queued | Said::Error, Self::Refused) => Self::Refused,
            (Said::Queued, Self::Intended | Self::Calling | Self::Unknown) => Self::Calling,
            (Said::Error, Self::Intended | Self::Calling | Self::Unknown) => Self::Refused,
            (Said::Bought, Self::Intended | Self::Calling | Self::Unknown | Self::Refused) => Self::Bought,
            (Said::Voiding, Self::VoidRefused) => Self::VoidRefused,
            (Said::Voiding, Self::Voided) | (Said::Voided, _) => Self::Voided,
            (Said::Voiding, _) => Self::Voiding,
            (Said::VoidRefused, Self::Voided) => Self::Voided,
            (Said::VoidRefused, _) => Self::VoidRefused,
            (Said::Queued | Said::Error | Said::Bought, known) => known,
        }
    }

    /// Whether it has been paid for, even if it was given back since.
    pub const fn was_bought(self) -> bool {
        matches!(self, Self::Bought | Self::Voiding | Self::Voided | Self::VoidRefused)
    }

    /// Whether its box may not get another label: there is one, or there may be.
    pub const fn is_live(self) -> bool {
        matches!(self, Self::Intended | Self::Calling | Self::Bought | Self::Unknown)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const ALL: [Said; 6] =
        [Said::Queued, Said::Bought, Said::Error, Said::Voiding, Said::Voided, Said::VoidRefused];

    proptest! {
        /// What Shippo says of one purchase may come in any order and any number of times.
        #[test]
        fn the_order_of_telling_does_not_matter(said in prop::collection::vec(0_usize..6, 1..7), seed in any::<u64>()) {
            let end = |said: &[usize]| said.iter().fold(LabelStatus::Calling, |label, index| label.told(ALL[*index]));
            let mut other = said.clone();
            let length = other.len();
            for i in 0..length {
                other.swap(i, (seed as usize).wrapping_mul(i + 3) % length);
            }
            other.extend_from_slice(&said);
            prop_assert_eq!(end(&said), end(&other));
        }
    }

    #[test]
    fn what_was_paid_is_never_forgotten() {
        for known in [LabelStatus::Calling, LabelStatus::Unknown, LabelStatus::Refused] {
            assert_eq!(known.told(Said::Bought), LabelStatus::Bought);
            assert_eq!(known.told(Said::Bought).told(Said::Error), LabelStatus::Bought);
        }
        assert_eq!(LabelStatus::Voided.told(Said::Bought), LabelStatus::Voided);
    }
}
