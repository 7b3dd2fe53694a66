//! How urgent an order is.

use serde::{Deserialize, Serialize};

use crate::{Language, language::say};

/// Seeds' words (S4). An order on hold waits until somebody releases it: its clock stands, and it is in no list of work.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "priority", rename_all = "lowercase"))]
#[serde(rename_all = "lowercase")]
pub enum Priority {
    /// First, and in a part of the usual time.
    Rush,
    /// As usual.
    #[default]
    Standard,
    /// Paused until released.
    Hold,
}

impl Priority {
    /// All three, the most urgent first.
    pub const ALL: [Self; 3] = [Self::Rush, Self::Standard, Self::Hold];

    /// The word as it stands in JSON and PostgreSQL.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rush => "rush",
            Self::Standard => "standard",
            Self::Hold => "hold",
        }
    }

    /// The priority of a word; `None` for any other word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|priority| priority.as_str() == word)
    }

    /// The word people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("priority-{}", self.as_str()))
    }
}
