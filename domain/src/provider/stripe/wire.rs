//! Stripe's events as we read them: only the fields we use, all of them optional, so that a new API version or an
//! unexpected shape never costs us an event.

use std::collections::HashMap;

use serde::Deserialize;

use crate::{ids::OrderId, payment::Heard};

/// An event's envelope (<https://docs.stripe.com/api/events/object>).
#[derive(Debug, Clone, Deserialize)]
pub struct Event {
    /// `evt_…`: the key of once-only.
    pub id: String,
    /// `checkout.session.completed`, …
    #[serde(rename = "type")]
    pub kind: String,
    /// Unix seconds.
    #[serde(default)]
    pub created: i64,
    /// What it is about.
    #[serde(default)]
    pub data: Data,
}

/// The envelope's content.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Data {
    /// A session, an intent, a charge: whatever fields it has.
    #[serde(default)]
    pub object: Object,
}

/// The fields of any object that matter to us.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Object {
    /// `cs_…`, `pi_…`.
    #[serde(default)]
    pub id: String,
    /// `paid unpaid no_payment_required`.
    pub payment_status: Option<String>,
    /// An id, or the object itself when expanded.
    pub payment_intent: Option<serde_json::Value>,
    /// Minor units.
    pub amount_total: Option<i64>,
    /// ISO 4217, lower case.
    pub currency: Option<String>,
    /// Our order id.
    pub client_reference_id: Option<String>,
    /// What we put there. Null on some objects.
    pub metadata: Option<HashMap<String, String>>,
}

/// What an event means to us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// News about a payment.
    Payment(Heard),
    /// Nothing: why.
    Nothing(&'static str),
}

impl Event {
    /// The order it says it is about.
    pub fn order(&self) -> Option<OrderId> {
        let object = &self.data.object;
        let said = object
            .metadata
            .as_ref()
            .and_then(|metadata| metadata.get("order_id"))
            .or(object.client_reference_id.as_ref());
        said?.parse().ok()
    }

    /// `pi_…`.
    pub fn payment_intent(&self) -> Option<String> {
        match self.data.object.payment_intent.as_ref()? {
            serde_json::Value::String(id) => Some(id.clone()),
            object => object.get("id")?.as_str().map(str::to_owned),
        }
    }

    /// What it means. Fulfil on `completed` only when it is not unpaid (<https://docs.stripe.com/checkout/fulfillment>).
    pub fn meaning(&self) -> Meaning {
        match self.kind.as_str() {
            "checkout.session.completed" => match self.data.object.payment_status.as_deref() {
                Some("paid" | "no_payment_required") => Meaning::Payment(Heard::Succeeded),
                _ => Meaning::Nothing("the payment is still under way"),
            },
            "checkout.session.async_payment_succeeded" => Meaning::Payment(Heard::Succeeded),
            "checkout.session.async_payment_failed" | "checkout.session.expired" => {
                Meaning::Payment(Heard::Failed)
            }
            _ => Meaning::Nothing("nothing depends on this kind of event"),
        }
    }
}
