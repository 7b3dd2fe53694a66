//! What has become of a webhook.

use serde::{Deserialize, Serialize};

/// Where a received webhook stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "inbox_state", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum InboxState {
    /// Kept; its job has not run.
    Received,
    /// About an order we do not know (yet); matched when the order comes.
    Waiting,
    /// Heard.
    Processed,
    /// Of a kind that means nothing to us.
    Ignored,
    /// Could not be understood; kept for a person to see.
    Failed,
}

impl InboxState {
    /// All five.
    pub const ALL: [Self; 5] = [Self::Received, Self::Waiting, Self::Processed, Self::Ignored, Self::Failed];

    /// The state of a word; `None` for any other word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }

    /// The word as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Received => "received",
            Self::Waiting => "waiting",
            Self::Processed => "processed",
            Self::Ignored => "ignored",
            Self::Failed => "failed",
        }
    }
}
