//! What the admin is shown of a bulk change: plain data, ready to be read.

use serde::{Deserialize, Serialize};

use super::{BulkOutcome, BulkState};
use crate::{ids::BulkId, moment::Moment};

/// What can be done to a selection.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkChoice {
    /// How many orders are selected.
    pub count: i64,
    /// Stages of the workflows: key and label, in the order they are passed.
    pub stages: Vec<(String, String)>,
    /// Who works here: id and name.
    pub staff: Vec<(String, String)>,
    /// Whether the person may buy labels.
    pub labels: bool,
    /// The first minute for which a message can be written, as its field wants it.
    pub first_hour: String,
    /// The zone in which that is read.
    pub zone: String,
}

/// How many orders there is one thing to say about, and the first of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkReason {
    /// Why, as a sentence.
    pub sentence: String,
    /// How many.
    pub count: i64,
    /// Numbers of the first few.
    pub examples: Vec<String>,
}

/// Three numbers that come to the whole.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
pub struct BulkCounts {
    /// Change.
    pub changed: i64,
    /// Are so already.
    pub already: i64,
    /// Are refused.
    pub refused: i64,
}

impl BulkCounts {
    /// All of them.
    pub const fn all(self) -> i64 {
        self.changed + self.already + self.refused
    }

    /// Counts some more.
    pub const fn add(&mut self, outcome: BulkOutcome, count: i64) {
        match outcome {
            BulkOutcome::Changed => self.changed += count,
            BulkOutcome::Already => self.already += count,
            BulkOutcome::Refused => self.refused += count,
        }
    }
}

/// What came of one order.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkLine {
    /// As people read it.
    pub number: String,
    /// Who bought it.
    pub customer: String,
    /// What came of it; `None` while it waits.
    pub outcome: Option<BulkOutcome>,
    /// Why it was refused.
    pub reason: Option<String>,
}

/// A bulk change: its preview, its progress and its outcome are one page.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct BulkPage {
    /// Which.
    pub id: BulkId,
    /// "Move to Printing"
    pub action: String,
    /// The text of the note or of the message.
    pub note: Option<String>,
    /// Who asked.
    pub actor: String,
    /// When.
    pub created: Moment,
    /// Where it stands.
    pub state: BulkState,
    /// How many orders were selected.
    pub total: i64,
    /// What was predicted.
    pub predicted: BulkCounts,
    /// What came true so far.
    pub outcome: BulkCounts,
    /// Of those that changed: what undoing came to so far.
    pub undone: BulkCounts,
    /// Why orders are (or were) refused, the most first.
    pub refusals: Vec<BulkReason>,
    /// Why orders were not given back.
    pub kept: Vec<BulkReason>,
    /// Of each order, failures first; a hundred at most.
    pub lines: Vec<BulkLine>,
    /// The hour somebody chose for its messages.
    pub leaves: Option<Moment>,
    /// Messages to customers that wait.
    pub held: i64,
    /// Whether this person may start it.
    pub may_start: bool,
    /// Until when it can be undone, and how many minutes that is; `None` when it cannot (any more).
    pub undo_until: Option<(Moment, i64)>,
}
