//! What can be printed of an order.

use serde::{Deserialize, Serialize};

use crate::{Language, language::say};

/// A kind of paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// For whoever makes it.
    Ticket,
    /// For whoever unpacks it.
    Slip,
    /// The carrier's.
    Label,
}

impl Paper {
    /// All, in the order in which they leave the printer.
    pub const ALL: [Self; 3] = [Self::Ticket, Self::Slip, Self::Label];

    /// The word in addresses and in events.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Ticket => "ticket",
            Self::Slip => "slip",
            Self::Label => "label",
        }
    }

    /// The paper of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|paper| paper.as_str() == word)
    }

    /// The words people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("paper-{}", self.as_str()))
    }
}
