//! What can be wrong with a template: the place, so that an editor shows it there, and a sentence.

use serde::{Deserialize, Serialize};

use super::Form;
use crate::{
    Language,
    language::{say, say_with},
};

/// Which part of a template.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Field {
    /// A mail's subject, a push message's title.
    Subject,
    /// All the rest.
    Body,
}

/// One thing that is wrong, or worth a look.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding {
    /// In which part.
    pub field: Field,
    /// In which line, from 1.
    pub line: u32,
    /// At which character of it, from 1.
    pub column: u32,
    /// What.
    pub problem: Problem,
}

/// What is wrong. The words are in `locales/*/wording.ftl`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Problem {
    /// Nothing is called that.
    UnknownVariable(String),
    /// There is such a variable, but not in messages of this kind.
    NotOfKind(String),
    /// It can be empty, and nothing asks whether it is.
    MayBeEmpty(String),
    /// Yes or no cannot be printed.
    NotPrintable(String),
    /// Only a number chooses a plural.
    NotACount(String),
    /// The language needs this form.
    MissingForm(Form),
    /// The language has no such form.
    ForeignForm(Form),
    /// Jinja's, perhaps, but not ours.
    Forbidden(String),
    /// It begins and does not end.
    Unclosed,
    /// An `else` or `endif` of no `if`.
    Stray,
    /// Braces that are no variable's.
    Braces,
    /// One `if` in another in another …
    TooDeep,
    /// A subject is one line.
    NewlineInSubject,
    /// Longer than anybody's list of mails shows.
    SubjectTooLong(u32),
    /// Longer than a message can be.
    BodyTooLong(u32),
    /// More parts than a text message should be, at its longest.
    ManySegments(u32),
    /// There is nothing to read.
    Empty,
    /// No link in a text that has no button.
    NoLink,
}

impl Problem {
    /// Whether it keeps the template from being saved; else it is only worth a look.
    pub const fn refuses(&self) -> bool {
        !matches!(self, Self::MayBeEmpty(_) | Self::ManySegments(_) | Self::NoLink)
    }
}

impl Finding {
    /// The finding at a place of a text, in bytes from its start.
    pub(super) fn new(field: Field, source: &str, at: usize, problem: Problem) -> Self {
        let before = source.get(..at).unwrap_or(source);
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
        let number = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        Self { field, line: number(line), column: number(column), problem }
    }

    /// Whether it keeps the template from being saved.
    pub const fn refuses(&self) -> bool {
        self.problem.refuses()
    }

    /// The sentence, and what to do.
    pub fn say(&self, language: Language) -> String {
        let named = |key: &str, name: &str| say_with(language, key, vec![("name", name.to_owned().into())]);
        let counted = |key: &str, count: u32| say_with(language, key, vec![("count", count.into())]);
        match &self.problem {
            Problem::UnknownVariable(name) => named("wording-flaw-unknown", name),
            Problem::NotOfKind(name) => named("wording-flaw-not-of-kind", name),
            Problem::MayBeEmpty(name) => named("wording-flaw-may-be-empty", name),
            Problem::NotPrintable(name) => named("wording-flaw-not-printable", name),
            Problem::NotACount(name) => named("wording-flaw-not-a-count", name),
            Problem::MissingForm(form) => named("wording-flaw-missing-form", form.as_str()),
            Problem::ForeignForm(form) => named("wording-flaw-foreign-form", form.as_str()),
            Problem::Forbidden(what) => named("wording-flaw-forbidden", what),
            Problem::Unclosed => say(language, "wording-flaw-unclosed"),
            Problem::Stray => say(language, "wording-flaw-stray"),
            Problem::Braces => say(language, "wording-flaw-braces"),
            Problem::TooDeep => say(language, "wording-flaw-too-deep"),
            Problem::NewlineInSubject => say(language, "wording-flaw-newline"),
            Problem::SubjectTooLong(count) => counted("wording-flaw-subject-long", *count),
            Problem::BodyTooLong(count) => counted("wording-flaw-body-long", *count),
            Problem::ManySegments(count) => counted("wording-flaw-segments", *count),
            Problem::Empty => say(language, "wording-flaw-empty"),
            Problem::NoLink => say(language, "wording-flaw-no-link"),
        }
    }
}
