//! The one thing to do about an alarm.

use serde::{Deserialize, Serialize};

use crate::{Language, language::say, tracking::Action};

/// The one thing to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Todo {
    /// Hand it to the carrier, or take the label back.
    HandOver,
    /// Have the carrier look for it.
    AskCarrier,
    /// Wait for it, then refund or send again.
    ExpectReturn,
    /// Tell the customer.
    TellCustomer,
    /// What the carrier asks for.
    Act(Action),
}

impl Todo {
    /// The word as it stands in JSON and PostgreSQL.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::HandOver => "hand_over",
            Self::AskCarrier => "ask_carrier",
            Self::ExpectReturn => "expect_return",
            Self::TellCustomer => "tell_customer",
            Self::Act(action) => action.as_str(),
        }
    }

    /// What a word says to do; `None` for any other word.
    pub fn parse(word: &str) -> Option<Self> {
        const PLAIN: [Todo; 4] = [Todo::HandOver, Todo::AskCarrier, Todo::ExpectReturn, Todo::TellCustomer];
        PLAIN.into_iter().find(|todo| todo.as_str() == word).or_else(|| Action::parse(word).map(Self::Act))
    }

    /// The sentence staff read.
    pub fn say(self, language: Language) -> String {
        match self {
            Self::Act(action) => action.say(language),
            _ => say(language, &format!("track-todo-{}", self.as_str().replace('_', "-"))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tracking::{Cause, TrackingState, watch::AlarmKind};

    #[test]
    fn everything_that_can_be_said_has_its_words_in_four_languages() {
        let plain = [Todo::HandOver, Todo::AskCarrier, Todo::ExpectReturn, Todo::TellCustomer];
        for language in Language::ALL {
            let mut words: Vec<String> = TrackingState::ALL.map(|it| it.say(language)).into();
            words.extend(Cause::ALL.map(|it| it.say(language)));
            words.extend(Action::ALL.map(|it| it.say(language)));
            words.extend(AlarmKind::ALL.map(|it| it.say(language)));
            words.extend(plain.map(|it| it.say(language)));
            for word in words {
                assert!(!word.starts_with("Unknown localization"), "{language:?}: {word}");
            }
        }
    }

    #[test]
    fn every_word_is_read_back() {
        TrackingState::ALL.into_iter().for_each(|it| assert_eq!(TrackingState::parse(it.as_str()), Some(it)));
        Cause::ALL.into_iter().for_each(|it| assert_eq!(Cause::parse(it.as_str()), Some(it)));
        Action::ALL.into_iter().for_each(|it| assert_eq!(Action::parse(it.as_str()), Some(it)));
        AlarmKind::ALL.into_iter().for_each(|it| assert_eq!(AlarmKind::parse(it.as_str()), Some(it)));
        let acts = Action::ALL.into_iter().map(Todo::Act);
        for todo in acts.chain([Todo::HandOver, Todo::AskCarrier, Todo::ExpectReturn, Todo::TellCustomer]) {
            assert_eq!(Todo::parse(todo.as_str()), Some(todo));
        }
        assert_eq!(TrackingState::parse("lost_in_space"), None);
    }
}
