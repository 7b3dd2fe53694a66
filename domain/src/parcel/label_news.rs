//! What Shippo says of a purchase, read once for the answer, the webhook and the list.

use super::Said;
use crate::{
    clock::Day,
    ids::LabelId,
    provider::shippo::wire::{Transaction, sentence},
};

/// News of one purchase.
#[derive(Debug, Clone)]
pub struct LabelNews {
    /// Shippo's id of it.
    pub transaction: String,
    /// Our label, from its metadata.
    pub ours: Option<LabelId>,
    /// Where it stands.
    pub said: Said,
    /// The carrier's number.
    pub number: Option<String>,
    /// The carrier's page.
    pub tracking_url: Option<String>,
    /// The label itself.
    pub label_url: Option<String>,
    /// When it should arrive.
    pub eta: Option<Day>,
    /// The carrier's words, for staff.
    pub words: Option<String>,
    /// Shippo's id of the refund, where this is told of one.
    pub void_id: Option<String>,
}

impl LabelNews {
    /// Reads a purchase; `None` for one that says nothing we know.
    pub fn read(bought: &Transaction) -> Option<Self> {
        let link = |url: &Option<String>| url.clone().filter(|url| super::details::is_web_url(url));
        Some(Self {
            transaction: bought.object_id.clone()?,
            ours: bought.metadata.as_deref().and_then(|ours| ours.parse().ok()),
            said: Said::parse(bought.status.as_deref()?)?,
            number: bought.tracking_number.clone(),
            tracking_url: link(&bought.tracking_url_provider),
            label_url: link(&bought.label_url),
            eta: bought.arrives().map(Day),
            words: sentence(&bought.messages),
            void_id: None,
        })
    }

    /// News of a refund of a label, as Shippo's refund tells it.
    pub const fn of_void(
        transaction: String,
        said: Said,
        void_id: Option<String>,
        words: Option<String>,
    ) -> Self {
        Self {
            transaction,
            ours: None,
            said,
            number: None,
            tracking_url: None,
            label_url: None,
            eta: None,
            words,
            void_id,
        }
    }
}

/// Our code for a refusal's words: expired rates can be quoted anew, anything else is Shippo's matter.
pub(super) fn code_of(words: &str) -> &'static str {
    if words.to_lowercase().contains("expired") { "RATE_EXPIRED" } else { "SHIPPO_ERROR" }
}
