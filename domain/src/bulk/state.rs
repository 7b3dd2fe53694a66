//! How far a bulk change is, and what came of it for one order.

use serde::{Deserialize, Serialize};

/// Where a bulk change stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "bulk_state", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum BulkState {
    /// Looked at; nothing has changed.
    Preview,
    /// Being done.
    Running,
    /// Every order has its outcome.
    Done,
    /// Being taken back.
    Undoing,
    /// Taken back, as far as orders had not changed since.
    Undone,
}

impl BulkState {
    /// The word in class names and message ids.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Preview => "preview",
            Self::Running => "running",
            Self::Done => "done",
            Self::Undoing => "undoing",
            Self::Undone => "undone",
        }
    }

    /// Whether a job is at work on it.
    pub const fn is_busy(self) -> bool {
        matches!(self, Self::Running | Self::Undoing)
    }
}

/// What a change means for one order: predicted, or come true.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "bulk_outcome", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum BulkOutcome {
    /// It changes.
    Changed,
    /// It is so already.
    Already,
    /// The rules say no.
    Refused,
}

impl BulkOutcome {
    /// The word in message ids and in the CSV.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Already => "already",
            Self::Refused => "refused",
        }
    }
}
