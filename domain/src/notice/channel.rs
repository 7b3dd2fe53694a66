//! How a message reaches somebody.

use serde::{Deserialize, Serialize};

use crate::{Language, language::say};

/// A way to reach somebody.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// A mail; the recipient is an address.
    Email,
    /// A text message; the recipient is a number in E.164.
    Sms,
    /// A browser or an app that asked for it; the recipient is the id of its subscription.
    Push,
    /// Our own pages; the recipient is a customer's address or a person's id. It is there once it is written.
    InApp,
}

impl Channel {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Email, Self::Sms, Self::Push, Self::InApp];

    /// The word as stored and in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Sms => "sms",
            Self::Push => "push",
            Self::InApp => "in_app",
        }
    }

    /// The channel of a stored word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|channel| channel.as_str() == word)
    }

    /// The word people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("notice-channel-{}", self.as_str()))
    }
}
