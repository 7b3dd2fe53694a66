//! The events Stripe could not deliver.

use super::{Stripe, raw::Page};
use crate::provider::Unanswered;

impl Stripe {
    /// Events made since then (Unix seconds) of which Stripe knows no successful delivery, the newest first, as they would have come to
    /// the door (<https://docs.stripe.com/webhooks/process-undelivered-events>).
    ///
    /// # Errors
    /// When Stripe does not answer.
    pub async fn undelivered(&self, since: i64, after: Option<&str>) -> Result<Page, Unanswered> {
        let mut query = vec![
            ("delivery_success", "false".to_owned()),
            ("limit", "100".to_owned()),
            ("created[gte]", since.to_string()),
        ];
        if let Some(after) = after {
            query.push(("starting_after", after.to_owned()));
        }
        self.read("events", &query).await?.ok_or_else(|| Unanswered::Down("HTTP 404".to_owned()))
    }
}
