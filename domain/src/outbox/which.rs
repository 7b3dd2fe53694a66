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
