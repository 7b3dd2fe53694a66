//! Checkout Sessions that Clew did not make, as Stripe knows them now.

use super::{
    Stripe,
    raw::Page,
    wire_session::{Line, Session},
};
use crate::provider::Unanswered;

impl Stripe {
    /// A session, with the name of the shipping that was chosen; `None` for one that Stripe does not know.
    ///
    /// # Errors
    /// When Stripe does not answer.
    pub async fn checkout_session(&self, id: &str) -> Result<Option<Session>, Unanswered> {
        let query = [("expand[]", "shipping_cost.shipping_rate".to_owned())];
        self.read(&format!("checkout/sessions/{id}"), &query).await
    }

    /// All lines of a session, with their products, page by page
    /// (<https://docs.stripe.com/api/checkout/sessions/line_items>).
    ///
    /// # Errors
    /// When Stripe does not answer.
    pub async fn lines_of(&self, id: &str) -> Result<Vec<Line>, Unanswered> {
        let path = format!("checkout/sessions/{id}/line_items");
        let mut lines: Vec<Line> = Vec::new();
        loop {
            let mut query = vec![("limit", "100".to_owned()), ("expand[]", "data.price.product".to_owned())];
            if let Some(last) = lines.last() {
                query.push(("starting_after", last.id.clone()));
            }
            let unreadable = || Unanswered::Down("a page of lines that cannot be read".to_owned());
            let page: Page = self.read(&path, &query).await?.ok_or_else(unreadable)?;
            let more = page.more && !page.data.is_empty();
            for line in page.data {
                // A line that is left out would be a smaller order: better none, until a person has looked.
                lines.push(serde_json::from_value(line).map_err(|_| unreadable())?);
            }
            if !more {
                return Ok(lines);
            }
        }
    }

    /// Sessions made since then (Unix seconds) that somebody completed, the newest first.
    ///
    /// # Errors
    /// When Stripe does not answer.
    pub async fn completed_sessions(&self, since: i64, after: Option<&str>) -> Result<Page, Unanswered> {
        let mut query = vec![
            ("status", "complete".to_owned()),
            ("limit", "100".to_owned()),
            ("created[gte]", since.to_string()),
        ];
        if let Some(after) = after {
            query.push(("starting_after", after.to_owned()));
        }
        self.read("checkout/sessions", &query).await?.ok_or_else(|| Unanswered::Down("HTTP 404".to_owned()))
    }
}
