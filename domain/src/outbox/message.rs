//! One event for one endpoint, and each time it was sent.

use serde::{Deserialize, Serialize};
use serde_json::Value;
use utoipa::ToSchema;

use super::sign;
use crate::{
    clock::At,
    ids::{WebhookEndpointId, WebhookMessageId},
};

/// The type of a test. All others are kinds of events ([`crate::event::Kind`]).
pub const TEST: &str = "clew.test";

/// Where a message stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "snake_case")]
#[schema(as = WebhookMessageState)]
pub enum MessageState {
    /// To be taken: due, under way, to be tried again, or behind an earlier one of its order.
    Pending,
    /// Taken: a status from 200 to 299.
    Delivered,
    /// Given up: its order's later messages wait until a person sends it again or skips it.
    Failed,
    /// A person let it go.
    Skipped,
}

impl MessageState {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Pending, Self::Delivered, Self::Failed, Self::Skipped];

    /// The word as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pending => "pending",
            Self::Delivered => "delivered",
            Self::Failed => "failed",
            Self::Skipped => "skipped",
        }
    }

    /// The state of a stored word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.as_str() == word)
    }
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WebhookMessage)]
pub struct Message {
    /// Its id; receivers know it as [`Message::name`].
    pub id: WebhookMessageId,
    /// For whom.
    pub endpoint: WebhookEndpointId,
    /// A kind of event, or [`TEST`].
    #[serde(rename = "type")]
    pub kind: String,
    /// Number of the order; none of a test.
    pub order: Option<String>,
    /// The order's version after the event.
    pub sequence: Option<i64>,
    /// When it happened.
    pub occurred_at: At,
    /// When it was written down.
    pub created_at: At,
    /// Where it stands.
    pub state: MessageState,
    /// How often it was sent, since it was last sent again by hand.
    pub attempts: i32,
    /// When it is sent next: of a pending one that waits behind no other.
    pub next_attempt_at: Option<At>,
    /// Whether an earlier message of its order has to be taken first.
    pub behind: bool,
    /// As it is sent.
    pub body: String,
}

impl Message {
    /// `webhook-id`.
    pub fn name(&self) -> String {
        sign::name(self.id)
    }

    /// Whether it may be let go.
    pub const fn may_skip(&self) -> bool {
        matches!(self.state, MessageState::Pending | MessageState::Failed)
    }
}

/// One time a message was sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = WebhookAttempt)]
pub struct Attempt {
    /// When.
    pub at: At,
    /// Where to, at that time.
    pub url: String,
    /// The headers that were sent, by name.
    #[schema(value_type = std::collections::BTreeMap<String, String>)]
    pub headers: Value,
    /// How long it took, in milliseconds.
    pub took: i32,
    /// The answer's status.
    pub status: Option<i16>,
    /// Why it counts as failed, a stable word; none: it was taken.
    pub reason: Option<String>,
    /// More about that, in English.
    pub detail: Option<String>,
    /// The first 4 KB of the answer.
    pub answer: String,
}
