//! A message as programs read it: a line of the log, and the whole of it.

use domain::{
    Language,
    ids::NoticeId,
    notice::{
        Channel, NoticeKind, NoticeState,
        log::{LogRow, Message},
    },
};
use serde::Serialize;

/// One line of the log.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = NoticeLine)]
pub struct Line {
    id: NoticeId,
    /// Number of the order it is about.
    order: Option<String>,
    kind: NoticeKind,
    channel: Channel,
    state: NoticeState,
    /// Why it waits, was suppressed or withdrawn: a stable word.
    reason: Option<String>,
    /// Whom: an address, a number, a person's name; `null` for a browser.
    to: Option<String>,
    #[schema(format = DateTime)]
    created_at: String,
    /// Until when it waits, while it does.
    #[schema(format = DateTime)]
    waits_until: Option<String>,
}

/// A message with its words and its life.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = Notice)]
pub struct Whole {
    #[serde(flatten)]
    line: Line,
    /// `customer` or `staff`.
    audience: &'static str,
    language: Language,
    /// As it left; `null` before. Never that of a mail that is about an account.
    subject: Option<String>,
    /// As it left. Never that of a mail that is about an account.
    text: Option<String>,
    attempts: i32,
    /// Who took it.
    provider: Option<String>,
    /// What they call it.
    provider_id: Option<String>,
    /// What went wrong last, in the provider's words.
    last_error: Option<String>,
    /// Who wrote it, where a person did.
    written_by: Option<String>,
    /// What happened to it, in order.
    life: Vec<StepView>,
    /// What people decided about it, in order.
    acts: Vec<Act>,
    /// Why nobody writes to this recipient over this channel any more.
    silenced: Option<Silenced>,
}

/// A step in a message's life.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = NoticeStep)]
struct StepView {
    /// `planned`, `waits`, `sent`, `delivered`, `opened`, `clicked` or `read`.
    step: String,
    #[schema(format = DateTime)]
    at: String,
}

/// What somebody decided about a message.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = NoticeAct)]
struct Act {
    /// `retry`, `readdress`, …
    what: String,
    by: String,
    /// Where it was to go before.
    formerly: Option<String>,
    #[schema(format = DateTime)]
    at: String,
}

/// Why nobody writes there.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = NoticeSilenced)]
struct Silenced {
    /// A stable word: `bounced`, `complained`, …
    reason: String,
    /// Who said so.
    source: String,
    #[schema(format = DateTime)]
    since: String,
}

impl From<LogRow> for Line {
    fn from(row: LogRow) -> Self {
        Self {
            id: row.id,
            order: row.order,
            kind: row.kind,
            channel: row.channel,
            state: row.state,
            reason: row.reason,
            to: row.to,
            created_at: row.planned.iso,
            waits_until: row.waits.map(|until| until.iso),
        }
    }
}

impl From<Message> for Whole {
    fn from(message: Message) -> Self {
        let steps = message
            .life
            .into_iter()
            .map(|(step, at)| StepView { step: step.as_str().to_owned(), at: at.iso });
        let acts =
            message.acts.into_iter().map(|(what, by, formerly, at)| Act { what, by, formerly, at: at.iso });
        Self {
            line: message.line.into(),
            audience: message.audience.as_str(),
            language: message.language,
            subject: message.subject,
            text: message.text,
            attempts: message.attempts,
            provider: message.provider,
            provider_id: message.provider_id,
            last_error: message.error,
            written_by: message.by,
            life: steps.collect(),
            acts: acts.collect(),
            silenced: message.silenced.map(|(reason, source, since)| Silenced {
                reason,
                source,
                since: since.iso,
            }),
        }
    }
}
