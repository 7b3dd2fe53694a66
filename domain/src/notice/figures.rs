//! What became of messages, in numbers: the words that the browser and the counting share.

use serde::{Deserialize, Serialize};

use super::{Channel, NoticeKind};

/// What became of the messages planned within a span, and how much waits now.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Figures {
    /// Per channel and kind; only those there were.
    pub rows: Vec<FigureRow>,
    /// Per channel, all kinds together.
    pub channels: Vec<ChannelRow>,
    /// What waits now, in each lane of the queue that carries messages.
    pub lanes: Vec<LaneRow>,
}

/// The messages of one kind over one channel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FigureRow {
    /// Over which channel.
    pub channel: Channel,
    /// What they tell.
    pub kind: NoticeKind,
    /// What became of them.
    pub counts: Counts,
}

/// All messages over one channel.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct ChannelRow {
    /// Which.
    pub channel: Channel,
    /// What became of them.
    pub counts: Counts,
}

/// How many got how far. One that was opened was also sent and delivered: it counts in each.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize, Deserialize)]
pub struct Counts {
    /// Planned.
    pub planned: i64,
    /// Taken by the provider.
    pub sent: i64,
    /// The provider says that it arrived, or it was looked at.
    pub delivered: i64,
    /// Looked at, as far as anybody can tell.
    pub opened: i64,
    /// Its link was followed.
    pub clicked: i64,
    /// Not taken so far; will be tried again.
    pub failed: i64,
    /// Never to be taken, or not wanted.
    pub suppressed: i64,
    /// Given up, or come back.
    pub dead: i64,
    /// Seconds from when it was to leave until the provider had it, half of them within; `None` where none was sent.
    pub median_seconds: Option<f64>,
    /// The same for 95 of 100.
    pub p95_seconds: Option<f64>,
}

/// What waits in one lane of the queue.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct LaneRow {
    /// The lane's word.
    pub lane: String,
    /// Due now, or being done.
    pub due: i64,
    /// Planned for later.
    pub later: i64,
    /// Seconds that the oldest due one has waited.
    pub oldest_seconds: i64,
}
