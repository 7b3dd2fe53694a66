//! What a code means: state, cause, action.

use serde::{Deserialize, Serialize};

use super::{Action, Cause, TrackingState};
use crate::Language;

/// What a provider's code means in our words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
pub struct Meaning {
    /// Where it is.
    pub state: TrackingState,
    /// Who and why, when the code says so.
    pub cause: Option<Cause>,
    /// What has to be done, when the code says so.
    pub action: Option<Action>,
}

impl Meaning {
    /// Nothing we understand.
    pub const UNKNOWN: Self = Self::of(TrackingState::Unknown);

    /// A state without a cause, with nothing to do.
    pub const fn of(state: TrackingState) -> Self {
        Self { state, cause: None, action: None }
    }

    /// The same, and why.
    #[must_use]
    pub const fn because(self, cause: Cause) -> Self {
        Self { cause: Some(cause), ..self }
    }

    /// The same, and what has to be done.
    #[must_use]
    pub const fn needs(self, action: Action) -> Self {
        Self { action: Some(action), ..self }
    }

    /// The words staff read: the state, and why; where nobody says why, what has to be done.
    pub fn say(self, language: Language) -> String {
        let state = self.state.say(language);
        match (self.cause, self.action) {
            (Some(cause), _) => format!("{state} · {}", cause.say(language)),
            // Where it waits to be fetched, that says it all.
            (None, Some(action)) if action != Action::PickUp => format!("{state} · {}", action.say(language)),
            _ => state,
        }
    }

    /// Whether somebody has to act.
    pub const fn action_required(self) -> bool {
        self.action.is_some()
    }
}
