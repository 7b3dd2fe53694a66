//! Where somebody listens.

use serde::{Deserialize, Serialize};
use utoipa::ToSchema;

use crate::{clock::At, event::Kind, ids::WebhookEndpointId};

/// How much a message says.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = WebhookPayload)]
pub enum Payload {
    /// Which order, what happened, which of its events it was, and when.
    #[default]
    Thin,
    /// The order as well, as it stood when that had happened.
    Full,
}

impl Payload {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Thin, Self::Full];

    /// The word as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Thin => "thin",
            Self::Full => "full",
        }
    }

    /// The kind of a stored word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|payload| payload.as_str() == word)
    }
}

/// What a person, or a program, says about an endpoint.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
#[schema(as = WebhookEndpointDraft)]
pub struct EndpointDraft {
    /// Where: `https`, unless the shop allows otherwise.
    #[schema(max_length = 2000)]
    pub url: String,
    /// What it is for, in the shop's words.
    #[serde(default)]
    #[schema(max_length = 200)]
    pub description: String,
    /// Which events; empty: all.
    #[serde(default)]
    pub event_types: Vec<Kind>,
    /// How much it is told.
    #[serde(default)]
    pub payload: Payload,
}

/// Why nothing is sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = WebhookDisabledBecause)]
pub enum DisabledBecause {
    /// A person said so.
    Person,
    /// It took nothing for five days.
    Failing,
    /// It answered that it is gone: HTTP 410.
    Gone,
}

impl DisabledBecause {
    const ALL: [Self; 3] = [Self::Person, Self::Failing, Self::Gone];

    /// The word as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Failing => "failing",
            Self::Gone => "gone",
        }
    }

    /// The reason of a stored word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|because| because.as_str() == word)
    }
}

/// Since when nothing is sent, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[schema(as = WebhookDisabled)]
pub struct Disabled {
    /// Since when.
    pub at: At,
    /// Why.
    pub because: DisabledBecause,
}

/// A secret without its text: that is shown once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WebhookSecret)]
pub struct SecretView {
    /// Since when it signs.
    pub created_at: At,
    /// Until when, once it has been replaced.
    pub ends_at: Option<At>,
}

/// So many messages are counted of each kind: a backlog may be of millions, and every look would read all of it.
pub const COUNTED: i64 = 1000;

/// An endpoint, and how it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WebhookEndpoint)]
pub struct Endpoint {
    /// Its id.
    pub id: WebhookEndpointId,
    /// What was said about it.
    #[serde(flatten)]
    pub draft: EndpointDraft,
    /// Since when it is there.
    pub created_at: At,
    /// When nothing is sent; its messages are kept and wait.
    pub disabled: Option<Disabled>,
    /// It said that it wants to hear nothing before.
    pub paused_until: Option<At>,
    /// Since when there have been failures only.
    pub failing_since: Option<At>,
    /// When it last took a message.
    pub succeeded_at: Option<At>,
    /// The secrets that sign, the newest first.
    pub secrets: Vec<SecretView>,
    /// Messages that are still to be taken, counted up to a thousand: 1000 says that there are as many or more.
    pub waiting: i64,
    /// Messages that were given up, counted up to a thousand; each holds up its order's later ones.
    pub failed: i64,
}

impl Endpoint {
    /// The host alone: what may stand where not only administrators look. Addresses of receivers are often their keys.
    pub fn host(&self) -> String {
        host(&self.draft.url)
    }
}

/// The host of an address.
pub(super) fn host(url: &str) -> String {
    url::Url::parse(url).ok().and_then(|url| url.host_str().map(str::to_owned)).unwrap_or_default()
}
