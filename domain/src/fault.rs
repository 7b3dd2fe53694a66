//! The few ways in which a verb can fail to do what was asked.
//!
//! A caller acts on the variant; a person reads the sentence of [`Fault::say`]. What a provider or PostgreSQL said stays
//! inside `Bug` and `Down` and is logged once, at the edge, never shown.

use serde::{Deserialize, Serialize};

use crate::{Language, Reason, event::Source, language::say};

/// Why a verb did not do what was asked. Nothing was changed, except where the verb's own documentation says so.
#[derive(Debug, thiserror::Error)]
pub enum Fault {
    /// There is no such thing, or this person may not know that there is.
    #[error("not found")]
    NotFound,
    /// The shop's rules say no, with a sentence a person can act on.
    #[error("refused: {0:?}")]
    Refused(Reason),
    /// Somebody else was faster. Carries what they did, so that the loser can decide again.
    #[error("changed meanwhile to version {}", .0.version)]
    Conflict(Changed),
    /// A provider did not answer, or answered that it cannot. Trying again later is right.
    #[error("{provider} is down: {detail}")]
    Down {
        /// Whose fault it is, for the log.
        provider: &'static str,
        /// Their words, for the log only.
        detail: String,
    },
    /// Ours: logged with its cause, shown as "something went wrong".
    #[cfg(feature = "ssr")]
    #[error(transparent)]
    Bug(#[from] anyhow::Error),
}

/// What happened to the order between the page a person looked at and their click.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Changed {
    /// The order's version after it.
    pub version: i64,
    /// Who did it, when a person did.
    pub actor: Option<String>,
    /// On whose side: what stands there where nobody has a name.
    pub source: Source,
    /// The event's kind, as in [`crate::event::Kind`].
    pub kind: String,
}

impl Fault {
    /// One sentence for a person: what happened, what was kept, what to do.
    pub fn say(&self, language: Language) -> String {
        match self {
            Self::NotFound => say(language, "fault-not-found"),
            Self::Refused(reason) => reason.say(language),
            Self::Conflict(changed) => changed.say(language),
            Self::Down { .. } => say(language, "fault-down"),
            #[cfg(feature = "ssr")]
            Self::Bug(_) => say(language, "fault-bug"),
        }
    }
}

impl Changed {
    /// "Ana marked it as shipped while you were looking. Nothing of yours was saved; …"
    pub fn say(&self, language: Language) -> String {
        use crate::language::say_with;
        let what = say(language, &format!("event-{}", self.kind.replace('_', "-")));
        let who = self.actor.clone().unwrap_or_else(|| match self.source {
            Source::Staff => say(language, "someone"),
            source => source.say_inside(language),
        });
        say_with(language, "fault-conflict", vec![("who", who.into()), ("what", what.into())])
    }
}

impl From<Changed> for Fault {
    fn from(changed: Changed) -> Self {
        Self::Conflict(changed)
    }
}

#[cfg(feature = "ssr")]
impl From<sqlx::Error> for Fault {
    fn from(error: sqlx::Error) -> Self {
        Self::Bug(error.into())
    }
}

#[cfg(feature = "ssr")]
impl From<serde_json::Error> for Fault {
    fn from(error: serde_json::Error) -> Self {
        Self::Bug(error.into())
    }
}
