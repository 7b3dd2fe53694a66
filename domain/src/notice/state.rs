//! How far a message got.

/// Where a message stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "notice_state", rename_all = "snake_case"))]
pub enum NoticeState {
    /// Planned.
    Pending,
    /// Being handed over; after a crash, perhaps handed over.
    Sending,
    /// Taken by the server.
    Sent,
    /// Not taken; will be tried again.
    Failed,
    /// The server will never take it.
    Suppressed,
    /// Taken back before it left.
    Withdrawn,
}

impl NoticeState {
    /// The word as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Sending => "sending",
            Self::Sent => "sent",
            Self::Failed => "failed",
            Self::Suppressed => "suppressed",
            Self::Withdrawn => "withdrawn",
        }
    }
}
