//! Which of an endpoint's messages are meant.

use serde::{Deserialize, Serialize};

use crate::{clock::At, ids::WebhookMessageId};

/// One, or all that were written down within a time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum Which {
    /// This one.
    One {
        /// Its id.
        message: WebhookMessageId,
    },
    /// From a moment on, up to another.
    Between {
        /// The first moment.
        since: At,
        /// The moment after the last.
        until: At,
    },
}

impl Which {
    /// For a query: the one, and the two moments.
    pub(super) const fn parts(self) -> (Option<uuid::Uuid>, Option<At>, Option<At>) {
        match self {
            Self::One { message } => (Some(message.0), None, None),
            Self::Between { since, until } => (None, Some(since), Some(until)),
        }
    }
}
