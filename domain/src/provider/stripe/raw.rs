//! Reading from Stripe as raw JSON, not through async-stripe's types, which drop a whole answer when one field of it is new.

use secrecy::ExposeSecret;
use serde::{Deserialize, de::DeserializeOwned};
use serde_json::Value;

use super::Stripe;
use crate::provider::Unanswered;

/// A page of one of Stripe's lists.
#[derive(Debug, Clone, Deserialize)]
pub struct Page {
    /// As they came.
    #[serde(default)]
    pub data: Vec<Value>,
    /// Whether there are more.
    #[serde(rename = "has_more", default)]
    pub more: bool,
}

impl Stripe {
    /// What stands at a path; `None` where nothing does.
    ///
    /// # Errors
    /// When Stripe does not answer.
    pub(super) async fn read<T: DeserializeOwned>(
        &self,
        path: &str,
        query: &[(&str, String)],
    ) -> Result<Option<T>, Unanswered> {
        let request = self
            .raw
            .get(format!("{}v1/{path}", self.base))
            .bearer_auth(self.key.expose_secret())
            .header("Stripe-Version", super::VERSION)
            .query(query);
        let down = |error: reqwest::Error| Unanswered::Down(error.without_url().to_string());
        let answer = request.send().await.map_err(down)?;
        match answer.status().as_u16() {
            200 => answer.json().await.map(Some).map_err(down),
            404 => Ok(None),
            status @ (401 | 403) => Err(Unanswered::KeyRefused(format!("HTTP {status}"))),
            status => Err(Unanswered::Down(format!("HTTP {status}"))),
        }
    }
}
