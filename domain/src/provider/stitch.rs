//! Stitch's webhooks as we read them: two shapes are known of, so both are read, and no field costs us an event.
//!
//! One is documented, GraphQL-like: `data.client.….node` with `state.__typename` (<https://docs.stitch.money/webhooks>). The other is
//! what a public integration reports: `{type, data: {…, status}}`.

use serde_json::Value;

use crate::{clock::At, ids::OrderId, money::Money, order::OrderNumber, payment::Heard};

/// A webhook's body.
#[derive(Debug, Clone, PartialEq)]
pub struct Event(Value);

/// Which order a payment says it is for: what the storefront gave Stitch as `externalReference`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Reference {
    /// Our own id.
    Id(OrderId),
    /// The number customers know.
    Number(OrderNumber),
}

/// News of a payment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaymentNews {
    /// Whose.
    pub reference: Reference,
    /// Came or failed.
    pub heard: Heard,
    /// Exactly as much; `None` where it cannot be read, which matches no order.
    pub amount: Option<Money>,
    /// What makes a second telling the same one.
    pub said_by: String,
    /// When it happened, where it says so.
    pub at: Option<At>,
}

/// What an event means to us.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Meaning {
    /// News about a payment.
    Payment(PaymentNews),
    /// Nothing: why.
    Nothing(&'static str),
}

impl Event {
    /// A body as it came; `None` when it is no JSON object.
    pub fn read(body: &[u8]) -> Option<Self> {
        serde_json::from_slice(body).ok().filter(Value::is_object).map(Self)
    }

    /// `payment`, `refund` …; the documented shape has no word for it but the query it answers.
    pub fn kind(&self) -> &str {
        let said = self.0.get("type").and_then(Value::as_str).filter(|kind| !kind.trim().is_empty());
        said.unwrap_or_else(|| match self.node() {
            Some((query, _)) if query.starts_with("payment") => "payment",
            Some((query, _)) => query,
            None => "unknown",
        })
    }

    /// The order it names, when it names one of ours by its id.
    pub fn order(&self) -> Option<OrderId> {
        match self.reference()? {
            Reference::Id(id) => Some(id),
            Reference::Number(_) => None,
        }
    }

    /// What it means.
    pub fn meaning(&self) -> Meaning {
        let kind = self.kind();
        // A consent is no payment, and a refund's "completed" is the opposite of one.
        if !kind.starts_with("payment") || kind.starts_with("payment-consent") {
            return Meaning::Nothing("nothing depends on this kind of event");
        }
        let heard = match self.state().as_str() {
            "completed" => Heard::Succeeded,
            "cancelled" | "canceled" | "expired" | "failed" => Heard::Failed,
            "pending" => return Meaning::Nothing("the payment is still under way"),
            _ => return Meaning::Nothing("it is in no state we know"),
        };
        let Some(reference) = self.reference() else { return Meaning::Nothing("it names no order of ours") };
        let (quantity, currency) = self.quantity();
        let id = text(self.field("id")).or_else(|| text(self.external())).unwrap_or_default();
        let state = self.state();
        Meaning::Payment(PaymentNews {
            reference,
            heard,
            amount: Money::from_decimal(&quantity, &currency),
            // With the amount: a corrected one is news.
            said_by: format!("stitch:{id}:{state}:{quantity} {currency}"),
            at: self.at(),
        })
    }

    /// The documented shape: the query's name and its one node.
    fn node(&self) -> Option<(&str, &Value)> {
        let client = self.0.pointer("/data/client")?.as_object()?;
        client.iter().find_map(|(query, answer)| Some((query.as_str(), answer.get("node")?)))
    }

    fn object(&self) -> &Value {
        self.node().map_or_else(|| self.0.get("data").unwrap_or(&Value::Null), |(_, node)| node)
    }

    fn field(&self, name: &str) -> Option<&Value> {
        self.object().get(name)
    }

    fn external(&self) -> Option<&Value> {
        ["externalReference", "external_reference"].into_iter().find_map(|name| self.field(name))
    }

    fn reference(&self) -> Option<Reference> {
        let said = text(self.external())?;
        said.parse().map(Reference::Id).ok().or_else(|| OrderNumber::parse(&said).map(Reference::Number))
    }

    /// `completed`, of `PaymentInitiationRequestCompleted`, `PaymentInitiationCompleted` or `COMPLETED`.
    fn state(&self) -> String {
        let state = self.field("state").or_else(|| self.field("status"));
        let named = state.and_then(|state| text(state.get("__typename")).or_else(|| text(Some(state))));
        let named = named.unwrap_or_default();
        let short = ["PaymentInitiationRequest", "PaymentInitiation"]
            .iter()
            .find_map(|long| named.strip_prefix(long));
        short.unwrap_or(&named).to_lowercase()
    }

    /// Major units and currency as written, from `{quantity, currency}` or from two fields side by side.
    fn quantity(&self) -> (String, String) {
        let amount = self.field("amount");
        let within = |name| amount.and_then(|amount| text(amount.get(name)));
        let quantity = within("quantity").or_else(|| text(amount)).unwrap_or_default();
        let currency = within("currency").or_else(|| text(self.field("currency"))).unwrap_or_default();
        (quantity, currency)
    }

    fn at(&self) -> Option<At> {
        let state = self.field("state").and_then(|state| state.get("date"));
        text(state)?.parse().ok().map(At)
    }
}

/// A text or a number as text.
fn text(value: Option<&Value>) -> Option<String> {
    match value? {
        Value::String(text) if !text.trim().is_empty() => Some(text.trim().to_owned()),
        Value::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const ID: &str = "01939f2e-0000-7000-8000-000000000000";

    fn nested(state: &str) -> Value {
        json!({ "data": { "client": { "paymentInitiationRequests": { "node": {
            "id": "cGF5", "externalReference": ID, "amount": { "quantity": "29.00", "currency": "ZAR" },
            "state": { "__typename": state, "date": "2026-09-01T10:00:00.000Z" } } } } } })
    }

    fn flat(state: &str) -> Value {
        json!({ "type": "payment", "data": { "id": "cGF5", "externalReference": ID,
            "amount": { "quantity": "29.00", "currency": "ZAR" }, "status": state } })
    }

    fn meaning(body: Value) -> Meaning {
        Event(body).meaning()
    }

    fn payment(body: Value) -> PaymentNews {
        match meaning(body) {
            Meaning::Payment(news) => news,
            nothing @ Meaning::Nothing(_) => panic!("{nothing:?}"),
        }
    }

    #[test]
    fn both_shapes_say_the_same() {
        for (word, heard) in [
            ("Completed", Heard::Succeeded),
            ("Cancelled", Heard::Failed),
            ("Expired", Heard::Failed),
            ("Failed", Heard::Failed),
        ] {
            let long = format!("PaymentInitiationRequest{word}");
            let said = payment(nested(&long));
            assert_eq!((said.heard, said.amount), (heard, Money::parse(2900, "ZAR")), "{word}");
            assert_eq!(said.reference, Reference::Id(ID.parse().unwrap()));
            assert!(said.at.is_some());
            for state in [long, format!("PaymentInitiation{word}"), word.to_owned(), word.to_uppercase()] {
                let same = PaymentNews { at: said.at, ..payment(flat(&state)) };
                assert_eq!(same, said, "{state}");
            }
        }
        assert!(matches!(meaning(nested("PaymentInitiationRequestPending")), Meaning::Nothing(_)));
        assert!(matches!(meaning(flat("pending")), Meaning::Nothing(_)));
    }

    #[test]
    fn only_a_payment_is_a_payment() {
        let mut refund = nested("RefundCompleted");
        let node = refund["data"]["client"]["paymentInitiationRequests"].take();
        refund["data"]["client"] = json!({ "refunds": node });
        assert!(matches!(meaning(refund), Meaning::Nothing(_)));
        assert!(matches!(meaning(nested("RefundCompleted")), Meaning::Nothing(_)));
        for kind in ["refund", "payment-consent-request", "disbursement", "transaction"] {
            let mut body = flat("Completed");
            body["type"] = kind.into();
            assert!(matches!(meaning(body), Meaning::Nothing(_)), "{kind}");
        }
    }

    #[test]
    fn amounts_and_references_are_read_as_they_may_be_written() {
        let mut bare = flat("Completed");
        bare["data"]["amount"] = json!(29.5);
        bare["data"]["currency"] = "zar".into();
        bare["data"]["externalReference"] = "7K3QD-2M4XP".into();
        let said = payment(bare);
        assert_eq!(said.amount, Money::parse(2950, "ZAR"));
        assert_eq!(said.reference, Reference::Number(OrderNumber::parse("7K3QD-2M4XP").unwrap()));
        let mut unreadable = flat("Completed");
        unreadable["data"]["amount"]["quantity"] = "29,00".into();
        assert_eq!(payment(unreadable).amount, None);
        let mut nobody = flat("Completed");
        nobody["data"]["externalReference"] = "order-1001".into();
        assert!(matches!(meaning(nobody), Meaning::Nothing(_)));
        for strange in [
            json!({}),
            json!({ "data": null }),
            json!({ "type": "payment", "data": [] }),
            json!({ "type": 7 }),
        ] {
            assert!(matches!(meaning(strange), Meaning::Nothing(_)));
        }
        assert_eq!(Event::read(b"[]"), None);
    }
}
