//! What is done to many orders at once.

use serde::{Deserialize, Serialize};

use crate::{
    Language,
    ids::StaffId,
    language::{say, say_with},
    order::Priority,
    staff::Role,
};

/// An action with everything it needs. Stored with the bulk change: variants and fields are never renamed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "snake_case")]
pub enum Action {
    /// To a stage.
    Move {
        /// Its key.
        stage: String,
        /// What the person who asked calls it.
        label: String,
        /// Whether it lies behind: staff step back.
        back: bool,
    },
    /// How urgent they are; `hold` stops their clocks.
    Priority {
        /// How.
        to: Priority,
    },
    /// What is on hold goes on with the time it had left.
    Release,
    /// Into somebody's hands, or out of everybody's.
    Assign {
        /// Who; nobody when absent.
        to: Option<StaffId>,
        /// Their name.
        name: Option<String>,
    },
    /// A note that staff read.
    Note {
        /// The text.
        text: String,
    },
    /// The label of the first box, at the rate the customer chose.
    BuyLabels,
    /// A mail to each customer, in the shop's own words.
    Message {
        /// One line; empty where the shop's own subject will do.
        subject: String,
        /// What it says.
        text: String,
        /// When it leaves, in seconds of the Unix clock; absent: as soon as it cannot be taken back any more.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        at: Option<i64>,
    },
}

impl Action {
    /// Who may ask for it: what spends the shop's money is the administrators'.
    pub const fn needs(&self) -> Role {
        match self {
            Self::BuyLabels => Role::Admin,
            _ => Role::Operator,
        }
    }

    /// Whether it can be taken back. A note stays in the history, and a label is a purchase: it is voided one by one. A message can while it
    /// has not left.
    pub const fn can_be_undone(&self) -> bool {
        matches!(
            self,
            Self::Move { .. }
                | Self::Priority { .. }
                | Self::Release
                | Self::Assign { .. }
                | Self::Message { .. }
        )
    }

    /// How many orders at most. Each label is a rehearsal and a purchase of its own.
    pub const fn most(&self) -> usize {
        match self {
            Self::BuyLabels => 500,
            _ => 20_000,
        }
    }

    /// "Move to Printing"
    pub fn say(&self, language: Language) -> String {
        let named = |key: &str, name: &str| say_with(language, key, vec![("name", name.to_owned().into())]);
        match self {
            Self::Move { label, back: false, .. } => named("bulk-action-move", label),
            Self::Move { label, back: true, .. } => named("bulk-action-back", label),
            Self::Priority { to } => named("bulk-action-priority", &to.say(language)),
            Self::Release => say(language, "bulk-action-release"),
            Self::Assign { name: Some(name), .. } => named("bulk-action-assign", name),
            Self::Assign { name: None, .. } => say(language, "bulk-action-unassign"),
            Self::Note { .. } => say(language, "bulk-action-note"),
            Self::BuyLabels => say(language, "bulk-action-labels"),
            Self::Message { .. } => say(language, "bulk-action-message"),
        }
    }
}
