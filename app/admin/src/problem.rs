//! The one way a server function fails: a kind to act on and a sentence to read.
//!
//! What a database or a provider said never gets in here; a [`Kind::Bug`] carries the name under which the log has it.

use domain::{Language, language::say};
use serde::{Deserialize, Serialize};
use server_fn::{
    codec::JsonEncoding,
    error::{FromServerFnError, ServerFnErrorErr},
};

/// What the page does about a problem.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Nobody is signed in (any more): 401.
    SignedOut,
    /// The person's role does not cover it: 403.
    Forbidden,
    /// There is no such thing: 404.
    NotFound,
    /// The shop's rules say no: 422.
    Refused,
    /// Somebody else was faster: 409.
    Conflict,
    /// A provider does not answer: 503.
    Down,
    /// Ours: 500.
    Bug,
    /// The server was not reached.
    Network,
}

/// Why a server function did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Problem {
    /// What to do about it.
    pub kind: Kind,
    /// One sentence in the person's language; empty where only the browser knows that language.
    pub message: String,
    /// The name of an entry in the server's log.
    pub incident: Option<String>,
}

impl Problem {
    /// A problem with its sentence.
    pub const fn new(kind: Kind, message: String) -> Self {
        Self { kind, message, incident: None }
    }

    /// What a browser says when no answer came, or none that it understands.
    pub const fn unreached() -> Self {
        Self::new(Kind::Network, String::new())
    }

    /// The sentence to show.
    pub fn say(&self, language: Language) -> String {
        match self.kind {
            _ if !self.message.is_empty() => self.message.clone(),
            Kind::Network => say(language, "admin-problem-network"),
            Kind::SignedOut => say(language, "refused-signed-out"),
            Kind::Forbidden => say(language, "refused-role-too-low"),
            Kind::NotFound => say(language, "fault-not-found"),
            Kind::Down => say(language, "fault-down"),
            Kind::Refused | Kind::Conflict => say(language, "admin-problem-input"),
            Kind::Bug => say(language, "fault-bug"),
        }
    }
}

impl FromServerFnError for Problem {
    type Encoder = JsonEncoding;

    fn from_server_fn_error(error: ServerFnErrorErr) -> Self {
        let kind = match error {
            ServerFnErrorErr::Args(_)
            | ServerFnErrorErr::MissingArg(_)
            | ServerFnErrorErr::Serialization(_) => Kind::Refused,
            // A proxy's page, or an older server's answer, is as good as none.
            ServerFnErrorErr::Request(_)
            | ServerFnErrorErr::Deserialization(_)
            | ServerFnErrorErr::Response(_) => Kind::Network,
            _ => Kind::Bug,
        };
        #[cfg(feature = "ssr")]
        crate::context::answer_call_with(kind);
        Self::new(kind, String::new())
    }
}
