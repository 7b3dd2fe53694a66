//! Whether an order will be done in time, in one word.

use serde::{Deserialize, Serialize};

use crate::{Language, language::say};

/// How an order stands against its due date. Computed in [`super::due`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Timing {
    /// Nothing is due, or there is time.
    #[default]
    OnTime,
    /// Not late yet, but it will be, even if all that is to come takes no longer than it may.
    WillBeLate,
    /// Its due date has passed.
    Overdue,
    /// On hold: its clock stands.
    Held,
}

impl Timing {
    /// The word people read; `None` where there is nothing to say.
    pub fn say(self, language: Language) -> Option<String> {
        let key = match self {
            Self::OnTime => return None,
            Self::WillBeLate => "timing-will-be-late",
            Self::Overdue => "timing-overdue",
            Self::Held => "timing-held",
        };
        Some(say(language, key))
    }
}
