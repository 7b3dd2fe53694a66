//! What staff see of alarms, providers and repairs.

use serde::{Deserialize, Serialize};

use super::{AlertKind, Waits};
use crate::{ids::AlertId, moment::Moment};

/// One open alarm.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AlertView {
    /// For clearing it.
    pub id: AlertId,
    /// Which.
    pub kind: AlertKind,
    /// What happened and what to do, in the reader's language.
    pub sentence: String,
    /// The provider's own words, when there are any; not translated.
    pub detail: Option<String>,
    /// Number of the order it is about.
    pub order: Option<String>,
    /// The provider it is about.
    pub provider: Option<String>,
    /// Since when.
    pub raised: Moment,
}

/// How a provider is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct HealthView {
    /// `stripe`, `shippo`.
    pub provider: String,
    /// It refused our key: nobody calls it until somebody says so.
    pub paused: bool,
    /// How many calls in a row it has not answered.
    pub failures: i32,
    /// So many that a single caller tries now and then.
    pub down: bool,
    /// What it said, or did not say, last; not translated.
    pub last_error: Option<String>,
    /// Since when it fails, when it does.
    pub failed: Option<Moment>,
    /// When it is asked next, while it fails and something waits for it.
    pub next: Option<Moment>,
    /// How many things wait for it.
    pub waiting: i64,
    /// Which.
    pub waits: Vec<WaitingView>,
}

/// Work of one kind that waits for a provider.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WaitingView {
    /// Which kind.
    pub what: Waits,
    /// How many.
    pub count: i64,
    /// Numbers of the orders they belong to, at most ten.
    pub orders: Vec<String>,
}

/// Something reconciliation had to mend.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RepairView {
    /// Where the news was fetched.
    pub provider: String,
    /// Number of the order.
    pub order: Option<String>,
    /// What was mended: an [`crate::event::Kind`]'s word.
    pub what: String,
    /// When.
    pub at: Moment,
}

/// A code of a carrier's that stands in none of our tables.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnmappedView {
    /// Who uses it.
    pub source: String,
    /// The code, with the finer one.
    pub code: String,
    /// What was last said with it; not translated.
    pub words: Option<String>,
    /// How often it came.
    pub times: i64,
    /// When it last came.
    pub last: Moment,
}

/// The page "Needs attention".
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NeedsAttention {
    /// Open alarms, the oldest first; at most 200.
    pub alerts: Vec<AlertView>,
    /// Every provider that was ever called.
    pub providers: Vec<HealthView>,
    /// The newest fifty repairs.
    pub repairs: Vec<RepairView>,
    /// Carriers' codes nobody knows, the newest first; at most fifty.
    pub unmapped: Vec<UnmappedView>,
}
