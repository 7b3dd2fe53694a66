//! What staff are shown of webhooks: what came, what was turned away, what waits.

use serde::{Deserialize, Serialize};

use super::InboxState;
use crate::{ids::InboxId, moment::Moment};

/// Which webhooks to show, or to hear again. Absent fields do not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct InboxFilter {
    /// A word of [`super::PROVIDERS`].
    pub provider: Option<String>,
    /// Part of the provider's id of the event, or of its name for its kind.
    pub event: Option<String>,
    /// Number of the order it is about.
    pub order: Option<String>,
    /// What became of it.
    pub state: Option<InboxState>,
    /// Where the page before ended, as [`InboxView::next`] gave it.
    pub after: Option<String>,
}

/// A webhook that was kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Delivery {
    /// For its body, and for hearing it again.
    pub id: InboxId,
    /// `stripe`, …
    pub provider: String,
    /// The provider's name for its kind.
    pub kind: String,
    /// The provider's id of the event.
    pub event_id: String,
    /// What became of it.
    pub state: InboxState,
    /// Why, in the words of the log.
    pub outcome: Option<String>,
    /// How often it was delivered.
    pub deliveries: i32,
    /// Number of the order it is about, when we have that order.
    pub order: Option<String>,
    /// When it came first.
    pub received: Moment,
}

/// Webhooks turned away within one minute for one reason.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Refusal {
    /// Who they said they were from.
    pub provider: String,
    /// Why they were turned away, in the words of the log.
    pub reason: String,
    /// How many.
    pub times: i32,
    /// Where the last one came from.
    pub last_ip: Option<String>,
    /// In which minute.
    pub at: Moment,
}

/// The page of webhooks.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InboxView {
    /// A hundred, the newest first.
    pub received: Vec<Delivery>,
    /// Cursor of the next page; `None` at the end.
    pub next: Option<String>,
    /// The newest fifty.
    pub refused: Vec<Refusal>,
    /// Jobs due or being done.
    pub jobs_waiting: i64,
    /// Jobs given up.
    pub jobs_dead: i64,
}
