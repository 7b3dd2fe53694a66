//! What to do with a parcel when nobody opens the door.

use serde::{Deserialize, Serialize};

use crate::{Language, language::say};

/// A way.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// As the carrier does it.
    #[default]
    None,
    /// Into nobody's hands but theirs.
    InPerson,
    /// At a place they name.
    SafePlace,
    /// With a neighbour they name.
    Neighbour,
}

impl Way {
    /// All of them, in the order a form shows them.
    pub const ALL: [Self; 4] = [Self::None, Self::InPerson, Self::SafePlace, Self::Neighbour];

    /// The word as it stands in JSON and PostgreSQL.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::None => "none",
            Self::InPerson => "in_person",
            Self::SafePlace => "safe_place",
            Self::Neighbour => "neighbour",
        }
    }

    /// The way of a word; `None` for any other word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|way| way.as_str() == word)
    }

    /// Whether it has to be said which.
    pub const fn names(self) -> bool {
        matches!(self, Self::SafePlace | Self::Neighbour)
    }

    /// The words people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("handover-way-{}", self.as_str().replace('_', "-")))
    }
}
