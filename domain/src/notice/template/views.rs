//! What the editor shows: compiles for the browser too.

use serde::{Deserialize, Serialize};

use super::{Finding, Segments, Type, Variable};
use crate::{
    Language,
    moment::Moment,
    notice::{Channel, NoticeKind},
};

/// The channels that have words of their own. What stands on our own pages is a push message's words.
pub const CHANNELS: [Channel; 3] = [Channel::Email, Channel::Sms, Channel::Push];

/// Which template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct TemplateKey {
    /// Of which messages.
    pub kind: NoticeKind,
    /// Over which channel.
    pub channel: Channel,
    /// In which language.
    pub language: Language,
}

impl TemplateKey {
    /// The key whose words are used: [`Channel::InApp`] borrows those of [`Channel::Push`].
    #[must_use]
    pub fn of_words(self) -> Self {
        let channel = if self.channel == Channel::InApp { Channel::Push } else { self.channel };
        Self { channel, ..self }
    }
}

/// What a person writes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Draft {
    /// A mail's subject, a push message's title; a text message has none.
    pub subject: String,
    /// The text. In a mail, empty lines part paragraphs, `# ` begins the heading and `> ` a quotation; the rest of the mail is ours.
    pub body: String,
}

/// How a language's template stands beside the others of its kind and channel.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum TemplateState {
    /// Nobody wrote one in any language.
    BuiltIn,
    /// The shop's own.
    Own,
    /// The shop's own, older than the one it should follow.
    Outdated,
    /// Another language has the shop's own words, this one has ours.
    Missing,
}

impl TemplateState {
    /// The word.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::BuiltIn => "built_in",
            Self::Own => "own",
            Self::Outdated => "outdated",
            Self::Missing => "missing",
        }
    }
}

/// One language of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateCell {
    /// Which.
    pub language: Language,
    /// How it stands.
    pub state: TemplateState,
    /// Its newest version; 0 when there never was one.
    pub version: i32,
}

/// One kind over one channel, in all languages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateRow {
    /// Of which messages.
    pub kind: NoticeKind,
    /// Over which channel.
    pub channel: Channel,
    /// In the order of [`Language::ALL`].
    pub cells: Vec<TemplateCell>,
}

/// A variable, as a picker offers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct VariableView {
    /// Which.
    pub variable: Variable,
    /// What it holds.
    pub holds: Type,
    /// What to put into the text: `{{ number }}`, or an `if` around it where it may be empty.
    pub insert: String,
    /// What it is, in the reader's language.
    pub description: String,
    /// An example, in the template's language.
    pub example: String,
}

/// One version of a template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateVersion {
    /// Counted from 1.
    pub version: i32,
    /// Whose.
    pub made_by: String,
    /// Since when.
    pub made_at: Moment,
    /// What it says; `None` when it went back to our words.
    pub draft: Option<Draft>,
}

/// Everything the editor shows of one template.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplatePage {
    /// Which.
    pub key: TemplateKey,
    /// All languages of it.
    pub cells: Vec<TemplateCell>,
    /// What is sent now.
    pub draft: Draft,
    /// Its version; 0 when there never was one. To be sent along with a save.
    pub version: i32,
    /// Whether `draft` is the shop's own.
    pub own: bool,
    /// Our words.
    pub builtin: Draft,
    /// What may be used in it.
    pub variables: Vec<VariableView>,
    /// Newest first.
    pub versions: Vec<TemplateVersion>,
    /// What is worth a look in `draft`.
    pub findings: Vec<Finding>,
    /// `draft` with the example's values.
    pub preview: Option<Preview>,
}

/// A message as its recipient would get it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preview {
    /// A mail's subject, a push message's title.
    pub subject: Option<String>,
    /// The text.
    pub text: String,
    /// A mail's HTML: a whole document, to be shown without scripts.
    pub html: Option<String>,
    /// What it takes as a text message.
    pub segments: Option<Segments>,
}

/// What came of trying a draft.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tried {
    /// What is wrong with it, or worth a look.
    pub findings: Vec<Finding>,
    /// How it looks, unless it is refused.
    pub preview: Option<Preview>,
}
