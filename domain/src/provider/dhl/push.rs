//! What DHL tells us: first that a subscription has to be confirmed, then that it stands, then news.

use serde::Deserialize;

use super::wire::Shipment;
use crate::{
    clock::At,
    provider::lenient::{list, text},
    tracking::TrackReport,
};

/// One push.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Push {
    #[serde(deserialize_with = "text")]
    scope: Option<String>,
    #[serde(rename = "self", deserialize_with = "text")]
    own: Option<String>,
    #[serde(deserialize_with = "text")]
    secret: Option<String>,
    #[serde(deserialize_with = "list")]
    shipments: Vec<Shipment>,
}

/// What it means to us.
#[derive(Debug, Clone, PartialEq)]
pub enum Told {
    /// The subscription waits to be confirmed with [`super::Dhl::confirm`].
    Validate {
        /// Which.
        subscription: String,
        /// With what.
        secret: String,
    },
    /// The subscription stands.
    Ready(String),
    /// The subscription is over.
    Over(String),
    /// News of parcels.
    News(Vec<TrackReport>),
    /// Nothing: why.
    Nothing(&'static str),
}

impl Push {
    /// A body as it came; `None` when it has no scope.
    pub fn read(body: &[u8]) -> Option<Self> {
        let push: Self = serde_json::from_slice(body).ok()?;
        push.scope.is_some().then_some(push)
    }

    /// `subscription.push`.
    pub fn scope(&self) -> &str {
        self.scope.as_deref().unwrap_or_default()
    }

    /// What it means. `heard`: when we heard it.
    pub fn told(&self, heard: At) -> Told {
        let subscription = self.own.as_deref().and_then(name);
        match (self.scope(), subscription) {
            ("subscription.push", _) => Told::News(self.reports(heard)),
            ("subscription.validate", Some(subscription)) => match &self.secret {
                Some(secret) => Told::Validate { subscription, secret: secret.clone() },
                None => Told::Nothing("a subscription to be confirmed without a secret"),
            },
            ("subscription.ready", Some(subscription)) => Told::Ready(subscription),
            (
                "subscription.failure"
                | "subscription.deleted"
                | "subscription.cancelled"
                | "subscription.expired",
                Some(subscription),
            ) => Told::Over(subscription),
            _ => Told::Nothing("nothing depends on this scope"),
        }
    }

    fn reports(&self, heard: At) -> Vec<TrackReport> {
        let named = self.shipments.iter().filter_map(|shipment| {
            let number: String = shipment.id.as_deref()?.chars().filter(|c| !c.is_whitespace()).collect();
            Some(shipment.report(shipment.carrier(), &number, heard))
        });
        named.collect()
    }
}

/// The last segment of a subscription's address. The address itself is never asked: a push may say anything.
pub(super) fn name(address: &str) -> Option<String> {
    let last = address.trim_end_matches('/').rsplit('/').next()?;
    let plain = |c: char| c.is_ascii_alphanumeric() || matches!(c, '-' | '_');
    (!last.is_empty() && last.len() <= 100 && last.chars().all(plain)).then(|| last.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{clock::Clock, tracking::TrackingState};

    fn told(body: &str) -> Told {
        Push::read(body.as_bytes()).unwrap().told(Clock::System.now())
    }

    #[test]
    fn a_handshake_names_its_subscription_and_nothing_else() {
        let push = |scope: &str, at: &str| {
            told(&format!(r#"{{"scope":"subscription.{scope}","self":"{at}","secret":"shhh"}}"#))
        };
        let at = "https://api-eu.dhl.com/tracking/push/v1/subscription/sub-123";
        let validate = Told::Validate { subscription: "sub-123".into(), secret: "shhh".into() };
        assert_eq!(push("validate", at), validate);
        assert_eq!(push("ready", at), Told::Ready("sub-123".into()));
        assert_eq!(push("expired", &format!("{at}/")), Told::Over("sub-123".into()));
        for nowhere in ["https://evil.test/?x=1", "", "https://a.test/..", "a b"] {
            assert!(matches!(push("validate", nowhere), Told::Nothing(_)), "{nowhere}");
        }
        assert!(matches!(push("something", at), Told::Nothing(_)));
    }

    #[test]
    fn news_may_have_a_status_only() {
        let push = r#"{"scope":"subscription.push","self":"x/y","shipments":[{"id":7777777770,"service":"parcel-de",
            "status":{"timestamp":"2026-06-30T10:00:00Z","statusCode":"Transit","description":"on its way"}},5,{"id":null}]}"#;
        let Told::News(reports) = told(push) else { panic!() };
        let [report] = &reports[..] else { panic!("{reports:?}") };
        assert_eq!((report.carrier.as_str(), report.number.as_str()), ("dhl_germany", "7777777770"));
        assert_eq!(report.events.len(), 1);
        assert_eq!(report.events[0].state(), TrackingState::InTransit);
    }

    #[test]
    fn what_has_no_scope_is_no_push() {
        for body in ["", "{}", "[]", r#"{"scope":""}"#, "<html>"] {
            assert!(Push::read(body.as_bytes()).is_none(), "{body}");
        }
    }
}
