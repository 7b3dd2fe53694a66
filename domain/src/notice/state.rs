//! How far a message got.

use serde::{Deserialize, Serialize};

/// Where a message stands. `Delivered`, `Opened` and `Clicked` are later news of one that was sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "notice_state", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum NoticeState {
    /// Planned.
    Pending,
    /// Waits on purpose: for the morning, for its hour, for others it is told together with.
    Deferred,
    /// Being handed over; after a crash, perhaps handed over.
    Sending,
    /// Taken by the provider.
    Sent,
    /// The provider says that it arrived.
    Delivered,
    /// It was looked at.
    Opened,
    /// Its link was followed.
    Clicked,
    /// Not taken; will be tried again.
    Failed,
    /// Given up; a person may try again.
    Dead,
    /// The provider will never take it, or the recipient does not want it.
    Suppressed,
    /// Taken back before it left.
    Withdrawn,
}

impl NoticeState {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Pending,
        Self::Deferred,
        Self::Sending,
        Self::Sent,
        Self::Delivered,
        Self::Opened,
        Self::Clicked,
        Self::Failed,
        Self::Dead,
        Self::Suppressed,
        Self::Withdrawn,
    ];

    /// The word as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Deferred => "deferred",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Delivered => "delivered",
            Self::Opened => "opened",
            Self::Clicked => "clicked",
            Self::Failed => "failed",
            Self::Dead => "dead",
            Self::Suppressed => "suppressed",
            Self::Withdrawn => "withdrawn",
        }
    }

    /// The state of a stored word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}
