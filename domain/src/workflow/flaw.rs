//! What can be wrong with a workflow: the place, so that an editor shows it there, and a sentence.

use serde::{Deserialize, Serialize};

use crate::{Language, language::say_with};

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Flaw {
    /// Where, as a JSON pointer into the definition (RFC 6901): `/stages/2/label/ru`, `/arrows/3`.
    pub at: String,
    /// What.
    pub why: Why,
}

/// What is wrong. The words are in `locales/*/flows.ftl`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// There is no stage.
    Empty,
    /// More than anybody can follow.
    TooMany,
    /// Another stage has this key.
    DuplicateKey,
    /// A key that is not `a-z`, `0-9` and `_`, at most 40 of them.
    BadKey,
    /// An arrow names a stage that is not there.
    UnknownStage(String),
    /// The first stage stands neither for `pending` nor for `confirmed`, so a paid order has nowhere to start.
    NoStart,
    /// Nothing leads to this stage, and it is not the first.
    Unreachable,
    /// From this stage no end can be reached.
    DeadEnd,
    /// An arrow goes to a status that cannot follow.
    IllegalArrow,
    /// The same arrow twice, or from a stage to itself.
    UselessArrow,
    /// Words are missing in this language.
    Untranslated,
    /// Longer than a page can show.
    TooLong,
    /// Delays, problems, cancellations and returns are no stages: they come from carriers, or have buttons of their own.
    NotAStage,
    /// "Late" comes before "ageing".
    Thresholds,
    /// Not between 1 and 100.
    BadPercent,
    /// Customers cannot be allowed to call off what has left.
    BadCancel,
}

impl Flaw {
    pub(super) fn new(at: impl Into<String>, why: Why) -> Self {
        Self { at: at.into(), why }
    }

    /// The sentence, and what to do.
    pub fn say(&self, language: Language) -> String {
        let key = match &self.why {
            Why::Empty => "flaw-empty",
            Why::TooMany => "flaw-too-many",
            Why::DuplicateKey => "flaw-duplicate-key",
            Why::BadKey => "flaw-bad-key",
            Why::UnknownStage(stage) => {
                return say_with(language, "flaw-unknown-stage", vec![("stage", stage.clone().into())]);
            }
            Why::NoStart => "flaw-no-start",
            Why::Unreachable => "flaw-unreachable",
            Why::DeadEnd => "flaw-dead-end",
            Why::IllegalArrow => "flaw-illegal-arrow",
            Why::UselessArrow => "flaw-useless-arrow",
            Why::Untranslated => "flaw-untranslated",
            Why::TooLong => "flaw-too-long",
            Why::NotAStage => "flaw-not-a-stage",
            Why::Thresholds => "flaw-thresholds",
            Why::BadPercent => "flaw-bad-percent",
            Why::BadCancel => "flaw-bad-cancel",
        };
        crate::language::say(language, key)
    }
}
