//! The events Stripe could not deliver.
//!
//! Read as raw JSON and not through async-stripe's types, which drop a whole event when one field of it is new.

use secrecy::ExposeSecret;
use serde::Deserialize;
use serde_json::Value;

use super::Stripe;
use crate::provider::Unanswered;

/// A page of events, the newest first.
#[derive(Debug, Clone, Deserialize)]
pub struct EventPage {
    /// As they would have come to the door.
    #[serde(rename = "data")]
    pub events: Vec<Value>,
    /// Whether there are older ones.
    #[serde(rename = "has_more", default)]
    pub more: bool,
}

impl Stripe {
    /// Events made since then (Unix seconds) of which Stripe knows no successful delivery
    /// (<https://docs.stripe.com/webhooks/process-undelivered-events>).
    ///
    /// # Errors
    /// When Stripe does not answer.
    pub async fn undelivered(&self, since: i64, after: Option<&str>) -> Result<EventPage, Unanswered> {
        let mut query = vec![
            ("delivery_success", "false".to_owned()),
            ("limit", "100".to_owned()),
            ("created[gte]", since.to_string()),
        ];
        if let Some(after) = after {
            query.push(("starting_after", after.to_owned()));
        }
        let request = self
            .raw
            .get(format!("{}v1/events", self.base))
            .bearer_auth(self.key.expose_secret())
            .header("Stripe-Version", super::VERSION)
            .query(&query);
        let down = |error: reqwest::Error| Unanswered::Down(error.without_url().to_string());
        let answer = request.send().await.map_err(down)?;
        match answer.status().as_u16() {
            200 => answer.json().await.map_err(down),
            status @ (401 | 403) => Err(Unanswered::KeyRefused(format!("HTTP {status}"))),
            status => Err(Unanswered::Down(format!("HTTP {status}"))),
        }
    }
}
