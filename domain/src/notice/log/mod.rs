//! The log of messages: every notice is a line of it, and keeps what was sent in the very words that left.

mod list;
mod message;

pub use list::{list, read_cursor, some};
pub use message::{html_as_sent, message};

use super::{Channel, NoticeKind, NoticeState};
use crate::{ids::NoticeId, moment::Moment};

/// Which messages to show. Absent fields do not filter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct LogFilter {
    /// A recipient (whole, or how it begins) or the number of an order.
    pub q: Option<String>,
    /// Over which channel.
    pub channel: Option<Channel>,
    /// What it tells.
    pub kind: Option<NoticeKind>,
    /// How far it got.
    pub state: Option<NoticeState>,
    /// Only what got at least so far: [`Step::REACHED`].
    pub reached: Option<Step>,
    /// `customer` or `staff`.
    pub audience: Option<Audience>,
    /// Planned on or after this day (`YYYY-MM-DD`, the shop's zone).
    pub from: Option<String>,
    /// Planned on or before this day.
    pub until: Option<String>,
    /// Where the page before ended, as [`LogPage::next`] gave it.
    pub after: Option<String>,
}

/// Whom a message is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Who buys.
    Customer,
    /// Who works here.
    Staff,
}

impl Audience {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Customer, Self::Staff];

    /// The word as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Customer => "customer",
            Self::Staff => "staff",
        }
    }

    /// The audience of a stored word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.as_str() == word)
    }
}

/// One line of the log.
#[derive(Debug, Clone)]
pub struct LogRow {
    /// For its own page.
    pub id: NoticeId,
    /// When it was planned.
    pub planned: Moment,
    /// Whom: an address, a number, a person's name; of a push message nothing that says anything.
    pub to: Option<String>,
    /// Over which channel.
    pub channel: Channel,
    /// What it tells.
    pub kind: NoticeKind,
    /// How far it got.
    pub state: NoticeState,
    /// Until when it waits, while it does.
    pub waits: Option<Moment>,
    /// A stable word: why it waits, was suppressed or withdrawn.
    pub reason: Option<String>,
    /// The order it is about, as people read its number.
    pub order: Option<String>,
}

/// One page of the log.
#[derive(Debug, Clone, Default)]
pub struct LogPage {
    /// At most 50, the newest first.
    pub rows: Vec<LogRow>,
    /// Cursor of the next page; `None` at the end.
    pub next: Option<String>,
    /// What somebody may want to look at: how many stand in each of these states, a thousand at most.
    pub trouble: Vec<(NoticeState, i64)>,
}

/// A step in a message's life.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// It was written down.
    Planned,
    /// It does not leave before.
    Waits,
    /// A provider took it.
    Sent,
    /// The provider says that it arrived.
    Delivered,
    /// It was looked at.
    Opened,
    /// Its link was followed.
    Clicked,
    /// Its recipient read it on our pages.
    Read,
}

impl Step {
    /// How far messages get, each step beyond the one before it.
    pub const REACHED: [Self; 4] = [Self::Sent, Self::Delivered, Self::Opened, Self::Clicked];

    /// The step of an address' word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::REACHED.into_iter().find(|step| step.as_str() == word)
    }

    /// The word in an address.
    pub fn as_str(self) -> &'static str {
        self.key().trim_start_matches("log-step-")
    }

    /// Key of its word.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Planned => "log-step-planned",
            Self::Waits => "log-step-waits",
            Self::Sent => "log-step-sent",
            Self::Delivered => "log-step-delivered",
            Self::Opened => "log-step-opened",
            Self::Clicked => "log-step-clicked",
            Self::Read => "log-step-read",
        }
    }
}

/// A message as it was sent, and its life.
#[derive(Debug, Clone)]
pub struct Message {
    /// Its line in the log.
    pub line: LogRow,
    /// The recipient as stored, for whoever edits it.
    pub recipient: String,
    /// Whose it is.
    pub audience: Audience,
    /// Which language it is written in.
    pub language: crate::Language,
    /// As it left.
    pub subject: Option<String>,
    /// As it left.
    pub text: Option<String>,
    /// Whether it left with HTML: [`html_as_sent`] has it.
    pub html: bool,
    /// What happened to it and when, in order.
    pub life: Vec<(Step, Moment)>,
    /// How often it was tried.
    pub attempts: i32,
    /// Who took it.
    pub provider: Option<String>,
    /// What they call it.
    pub provider_id: Option<String>,
    /// What went wrong last, in the provider's words.
    pub error: Option<String>,
    /// Who wrote it, where a person did.
    pub by: Option<String>,
    /// What people decided about it: the word of the deed, who, where it was to go before, when.
    pub acts: Vec<(String, String, Option<String>, Moment)>,
    /// Why nobody writes to this recipient over this channel any more: the word of the list, who said so, since when.
    pub silenced: Option<(String, String, Moment)>,
}

impl Message {
    /// Whether a person may try it again, elsewhere, or let it be: it was given up, or cannot be delivered.
    pub const fn may_retry(&self) -> bool {
        matches!(self.line.state, NoticeState::Dead | NoticeState::Suppressed)
    }

    /// Whether a person may try it elsewhere.
    pub fn may_readdress(&self) -> bool {
        self.may_retry() && self.line.channel == Channel::Email && !self.line.kind.is_about_account()
    }

    /// Whether it waits for the hour somebody chose, and can be taken back until then.
    pub fn may_take_back(&self) -> bool {
        self.line.state == NoticeState::Deferred && self.line.reason.as_deref() == Some("scheduled")
    }
}
