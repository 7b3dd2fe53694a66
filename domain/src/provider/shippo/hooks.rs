//! Where Shippo sends its webhooks.

use serde::Deserialize;
use serde_json::json;

use super::{
    Shippo,
    lenient::{lenient, text},
    wire::Page,
};
use crate::provider::{Refused, Unanswered};

/// A registered address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Hook {
    /// Its id.
    #[serde(deserialize_with = "text")]
    pub object_id: Option<String>,
    /// `track_updated`, `all`.
    #[serde(deserialize_with = "text")]
    pub event: Option<String>,
    /// Where to.
    #[serde(deserialize_with = "text")]
    pub url: Option<String>,
    /// Whether it is used.
    #[serde(deserialize_with = "lenient")]
    pub active: Option<bool>,
}

impl Shippo {
    /// Every registered address.
    ///
    /// # Errors
    /// When Shippo does not answer.
    pub async fn hooks(&self) -> Result<Result<Vec<Hook>, Refused>, Unanswered> {
        Ok(self.get::<Page<Hook>>("/webhooks?results=100").await?.map(|page| page.results))
    }

    /// Registers an address for an event (`track_updated`, `transaction_updated` …). Look with [`Self::hooks`] first: twice is told twice.
    ///
    /// # Errors
    /// When Shippo does not answer.
    pub async fn register_hook(
        &self,
        event: &str,
        url: &str,
        is_test: bool,
    ) -> Result<Result<Hook, Refused>, Unanswered> {
        self.post("/webhooks", &json!({ "event": event, "url": url, "active": true, "is_test": is_test }))
            .await
    }
}
