//! What stands in the editor: what is stored, what was typed, and what the page says of it.

use domain::notice::{
    Channel, NoticeKind,
    template::{Draft, Field, Finding, Preview, TemplateKey, TemplatePage, TemplateVersion},
};

use super::Fill;
use crate::flows::Desk;

/// What a person typed and chose.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The words.
    pub draft: Draft,
    /// The version they were made from; 0 for our own words.
    pub seen: i32,
    /// What the preview is filled in with.
    pub fill: Fill,
    /// The number of an order for it, as typed.
    pub order: String,
    /// Where a test goes.
    pub to: String,
}

/// What the page says.
#[derive(Debug, Clone, Default)]
pub struct Said {
    /// A sentence when it went well.
    pub good: Option<String>,
    /// A sentence when it did not.
    pub bad: Option<String>,
    /// What is wrong with what was typed, or worth a look.
    pub findings: Vec<Finding>,
    /// What becomes of it; none while it cannot be read.
    pub preview: Option<Preview>,
    /// Whether it is not saved.
    pub unsaved: bool,
    /// What somebody else saved meanwhile.
    pub theirs: Option<TemplateVersion>,
    /// The older version that is looked at.
    pub old: Option<i32>,
    /// Whether no order has the number.
    pub no_order: bool,
    /// Why the test did not go out.
    pub test: Option<String>,
}

/// A template on the screen.
pub struct Sheet<'a> {
    /// Who looks.
    pub desk: &'a Desk,
    /// What is stored.
    pub page: &'a TemplatePage,
    /// What was typed.
    pub typed: &'a Typed,
    /// What to say of it.
    pub said: &'a Said,
}

impl Sheet<'_> {
    /// Whether this person may write here now.
    pub fn writes(&self) -> bool {
        self.desk.may_edit() && self.said.old.is_none()
    }

    /// What is said of a field.
    pub fn findings(&self, field: Field) -> impl Iterator<Item = &Finding> {
        self.said.findings.iter().filter(move |finding| finding.field == field)
    }

    /// Where its forms go.
    pub fn address(&self) -> String {
        address(self.page.key)
    }
}

/// The page of a template.
pub fn address(key: TemplateKey) -> String {
    format!("/admin/templates/{}/{}?lang={}", key.kind.as_str(), key.channel.as_str(), key.language.tag())
}

/// What staff call a kind of message.
pub fn kind_name(desk: &Desk, kind: NoticeKind) -> String {
    kind.say(desk.person.language)
}

/// Whether messages of this channel have a line above their text.
pub const fn has_subject(channel: Channel) -> bool {
    !matches!(channel, Channel::Sms)
}
