//! The small set of pictures a stage can have.

use serde::{Deserialize, Serialize};

use crate::order::Status;

/// A picture, by what it shows; how it is drawn is the pages' business.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema), schema(as = StageIcon))]
#[serde(rename_all = "snake_case")]
pub enum Icon {
    /// A tray: it has come in.
    Inbox,
    /// A list with a check: somebody looks at it.
    Review,
    /// A queue.
    Queue,
    /// A printer.
    Printer,
    /// Scissors: finishing.
    Scissors,
    /// A pot: cooking.
    Pot,
    /// A bell: it is ready.
    Bell,
    /// A box.
    Box,
    /// A lorry.
    Truck,
    /// A circle with a check.
    Done,
    /// An arrow down: a download.
    Download,
    /// Two arrows: again.
    Repeat,
}

impl Icon {
    /// All of them.
    pub const ALL: [Self; 12] = [
        Self::Inbox,
        Self::Review,
        Self::Queue,
        Self::Printer,
        Self::Scissors,
        Self::Pot,
        Self::Bell,
        Self::Box,
        Self::Truck,
        Self::Done,
        Self::Download,
        Self::Repeat,
    ];

    /// The word as it stands in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Inbox => "inbox",
            Self::Review => "review",
            Self::Queue => "queue",
            Self::Printer => "printer",
            Self::Scissors => "scissors",
            Self::Pot => "pot",
            Self::Bell => "bell",
            Self::Box => "box",
            Self::Truck => "truck",
            Self::Done => "done",
            Self::Download => "download",
            Self::Repeat => "repeat",
        }
    }

    /// The icon of a word; `None` for any other word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|icon| icon.as_str() == word)
    }

    /// What a stage of this status has when nobody chose.
    pub const fn of(status: Status) -> Self {
        match status {
            Status::Pending => Self::Review,
            Status::Confirmed => Self::Inbox,
            Status::Processing => Self::Box,
            Status::Shipped => Self::Truck,
            Status::OutForDelivery => Self::Bell,
            _ => Self::Done,
        }
    }
}
