//! A moment for a page: made on the server, shown as it is in the browser.

use serde::{Deserialize, Serialize};

/// A moment, machine-readable and as words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Moment {
    /// RFC 3339 in UTC, for `datetime`.
    pub iso: String,
    /// "Thu 26 Nov, 08:12", in the reader's language and the shop's zone.
    pub label: String,
}
