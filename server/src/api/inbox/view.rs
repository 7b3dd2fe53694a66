//! A webhook that was received, as programs read it.

use domain::{
    Language, Shop,
    ids::InboxId,
    inbox::{self, Delivery, InboxState},
};
use serde::Serialize;

use super::super::problem::Problem;

/// A webhook that was kept.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[serde(rename_all = "camelCase")]
#[schema(as = ReceivedLine)]
pub struct Line {
    id: InboxId,
    /// `stripe`, `shippo`, …
    provider: String,
    /// The provider's name for its kind.
    kind: String,
    /// The provider's id of the event.
    event_id: String,
    state: InboxState,
    /// Why, in the words of the log.
    outcome: Option<String>,
    /// How often it was delivered.
    deliveries: i32,
    /// Number of the order it is about, where we have that order.
    order: Option<String>,
    /// When it came first.
    #[schema(format = DateTime)]
    received_at: String,
}

/// A webhook with its body.
#[derive(Debug, Serialize, utoipa::ToSchema)]
#[schema(as = Received)]
pub struct Whole {
    #[serde(flatten)]
    line: Line,
    /// As it came; bytes that are no text are shown as such.
    body: String,
}

impl Whole {
    /// The webhook of an id.
    pub async fn read(shop: &Shop, id: InboxId) -> Result<Self, Problem> {
        let line = inbox::find(shop, Language::En, id).await?.into();
        Ok(Self { line, body: inbox::body(shop, id).await? })
    }
}

impl From<Delivery> for Line {
    fn from(delivery: Delivery) -> Self {
        Self {
            id: delivery.id,
            provider: delivery.provider,
            kind: delivery.kind,
            event_id: delivery.event_id,
            state: delivery.state,
            outcome: delivery.outcome,
            deliveries: delivery.deliveries,
            order: delivery.order,
            received_at: delivery.received.iso,
        }
    }
}
