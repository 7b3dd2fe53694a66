//! Stripe's events as we read them: only the fields we use, all of them optional, so that a new API version or an
//! unexpected shape never costs us an event.

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::Value;

use super::{from_stripe, wire_session::is_ours};
use crate::{
    clock::At,
    event::Source,
    ids::OrderId,
    payment::{DisputeNews, Heard, News, RefundNews, RefundStatus},
};

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
#[serde(default)]
pub struct Object {
    /// `cs_…`, `pi_…`, `re_…`.
    pub id: String,
    /// `payment`, `subscription` or `setup`: a session's.
    pub mode: Option<String>,
    /// `paid unpaid no_payment_required`.
    pub payment_status: Option<String>,
    /// A refund's or a dispute's.
    pub status: Option<String>,
    /// An id, or the object itself when expanded.
    pub payment_intent: Option<Value>,
    /// Stripe's minor units: a session's.
    pub amount_total: Option<i64>,
    /// Stripe's minor units: a refund's, a dispute's.
    pub amount: Option<i64>,
    /// Stripe's minor units: what an intent holds.
    pub amount_capturable: Option<i64>,
    /// Stripe's minor units: what an intent has taken.
    pub amount_received: Option<i64>,
    /// `automatic`, `automatic_async` or `manual`.
    pub capture_method: Option<String>,
    /// ISO 4217, lower case.
    pub currency: Option<String>,
    /// Our order id.
    pub client_reference_id: Option<String>,
    /// What we put there. Null on some objects.
    pub metadata: Option<HashMap<String, String>>,
    /// Why a dispute was opened.
    pub reason: Option<String>,
    /// Why a refund failed.
    pub failure_reason: Option<String>,
    /// A dispute's.
    pub evidence_details: Option<EvidenceDetails>,
}

/// What Stripe says of a dispute's evidence.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct EvidenceDetails {
    /// Unix seconds.
    pub due_by: Option<i64>,
}

/// News of a Checkout Session that does not name an order of ours: perhaps we know the session, perhaps it is to become an order.
#[derive(Debug, Clone)]
pub struct SessionNews {
    /// `cs_…`.
    pub session: String,
    /// Whether it is for one payment: no subscription.
    pub single: bool,
    /// Whether it asks to become an order.
    pub marked: bool,
    /// The order its maker's reference would be, if it is one.
    pub reference: Option<OrderId>,
    /// The news, of whichever order it is.
    news: News,
}

impl SessionNews {
    /// What became of it.
    pub const fn heard(&self) -> Heard {
        self.news.heard
    }

    /// The news as this order's.
    pub fn of(&self, order: OrderId) -> News {
        News { order, ..self.news.clone() }
    }
}

/// What an event means to us.
#[derive(Debug, Clone)]
pub enum Meaning {
    /// News about a payment.
    Payment(News),
    /// News about the payment at a session that Clew did not make.
    Session(Box<SessionNews>),
    /// News about a refund.
    Refund(RefundNews),
    /// The refunds of this PaymentIntent have changed; the event does not say which.
    Refunds(String),
    /// News about a dispute.
    Dispute(DisputeNews),
    /// Nothing: why.
    Nothing(&'static str),
}

impl Event {
    /// The order it says it is about.
    pub fn order(&self) -> Option<OrderId> {
        let object = &self.data.object;
        let said = self.metadata("order_id").or(object.client_reference_id.as_ref());
        said?.parse().ok()
    }

    /// `pi_…`.
    pub fn payment_intent(&self) -> Option<String> {
        match self.data.object.payment_intent.as_ref()? {
            Value::String(id) => Some(id.clone()),
            object => object.get("id")?.as_str().map(str::to_owned),
        }
    }

    fn metadata(&self, key: &str) -> Option<&String> {
        self.data.object.metadata.as_ref()?.get(key)
    }

    /// One of its amounts in our minor units; `None` where it is none, which whoever hears of it takes for a mismatch.
    fn minor(&self, amount: Option<i64>) -> Option<i64> {
        from_stripe(amount?, self.data.object.currency.as_deref().unwrap_or_default())
    }

    /// What it means. Fulfil on `completed` only when it is not unpaid (<https://docs.stripe.com/checkout/fulfillment>). An intent's
    /// own events count only where its money is held first: otherwise the session's say the same, and when.
    pub fn meaning(&self) -> Meaning {
        let object = &self.data.object;
        let manual = object.capture_method.as_deref() == Some("manual");
        match self.kind.as_str() {
            "checkout.session.completed" => match object.payment_status.as_deref() {
                Some("paid" | "no_payment_required") => self.session(Heard::Succeeded),
                _ => Meaning::Nothing("the payment is still under way"),
            },
            "checkout.session.async_payment_succeeded" => self.session(Heard::Succeeded),
            "checkout.session.async_payment_failed" | "checkout.session.expired" => {
                self.session(Heard::Failed)
            }
            "payment_intent.amount_capturable_updated" => {
                self.intent(Heard::Authorized, object.amount_capturable)
            }
            "payment_intent.succeeded" if manual => self.intent(Heard::Succeeded, object.amount_received),
            "payment_intent.canceled" if manual => self.intent(Heard::Released, None),
            "refund.created" | "refund.updated" | "refund.failed" | "charge.refund.updated" => self.refund(),
            "charge.refunded" => self.payment_intent().map_or(NO_INTENT, Meaning::Refunds),
            kind if kind.starts_with("charge.dispute.") => self.dispute(),
            _ => Meaning::Nothing("nothing depends on this kind of event"),
        }
    }

    fn session(&self, heard: Heard) -> Meaning {
        let object = &self.data.object;
        let meaning = self.payment(heard, object.amount_total, self.payment_intent());
        if is_ours(object.metadata.as_ref()) || object.id.is_empty() {
            return meaning;
        }
        Meaning::Session(Box::new(SessionNews {
            session: object.id.clone(),
            single: object.mode.as_deref() == Some("payment"),
            marked: self.metadata("clew").is_some_and(|word| word.trim() == "order"),
            reference: self.order(),
            news: self.news(OrderId(uuid::Uuid::nil()), heard, object.amount_total, self.payment_intent()),
        }))
    }

    fn intent(&self, heard: Heard, amount: Option<i64>) -> Meaning {
        self.payment(heard, amount, Some(self.data.object.id.clone()))
    }

    fn payment(&self, heard: Heard, amount: Option<i64>, payment_intent: Option<String>) -> Meaning {
        let Some(order) = self.order() else { return Meaning::Nothing("it names no order of ours") };
        Meaning::Payment(self.news(order, heard, amount, payment_intent))
    }

    fn news(
        &self,
        order: OrderId,
        heard: Heard,
        amount: Option<i64>,
        payment_intent: Option<String>,
    ) -> News {
        News {
            order,
            heard,
            amount: self.minor(amount),
            currency: self.data.object.currency.clone(),
            payment_intent,
            said_by: self.id.clone(),
            source: Source::Stripe,
            at: second(self.created),
        }
    }

    fn refund(&self) -> Meaning {
        let object = &self.data.object;
        let Some(payment_intent) = self.payment_intent() else { return NO_INTENT };
        Meaning::Refund(RefundNews {
            provider_id: object.id.clone(),
            ours: self.metadata("refund_id").and_then(|id| id.parse().ok()),
            payment_intent,
            amount: self.minor(object.amount),
            status: RefundStatus::of(object.status.as_deref()),
            failure: object.failure_reason.clone(),
            source: Source::Stripe,
            at: second(self.created),
        })
    }

    fn dispute(&self) -> Meaning {
        let object = &self.data.object;
        let Some(payment_intent) = self.payment_intent() else { return NO_INTENT };
        Meaning::Dispute(DisputeNews {
            id: object.id.clone(),
            payment_intent,
            status: object.status.clone().unwrap_or_default(),
            reason: object.reason.clone(),
            // Somebody is told of every dispute, whatever it says.
            amount: self.minor(object.amount).unwrap_or_default(),
            currency: object.currency.clone().unwrap_or_default(),
            due_by: object.evidence_details.as_ref().and_then(|details| details.due_by).map(second),
            at: second(self.created),
        })
    }
}

const NO_INTENT: Meaning = Meaning::Nothing("it names no PaymentIntent");

fn second(second: i64) -> At {
    jiff::Timestamp::from_second(second).map_or(At(jiff::Timestamp::UNIX_EPOCH), At)
}
