//! Buying labels and giving them back. None of these calls is repeated on a doubtful answer.

use serde_json::json;

use super::{
    Shippo,
    wire::{LabelRefund, Page, Transaction},
};
use crate::{
    ids::LabelId,
    provider::{Refused, Unanswered},
};

/// A purchase to be made.
#[derive(Debug, Clone)]
pub struct BuyLabelCall<'a> {
    /// Ours: Shippo keeps it as the purchase's metadata.
    pub label: LabelId,
    /// The rate that was resolved just now.
    pub rate: &'a str,
    /// `PDF_4x6`.
    pub file_type: &'a str,
}

impl Shippo {
    /// Buys a label. There is no idempotency key: who does not hear the answer looks with [`Self::purchases_of_rate`].
    ///
    /// # Errors
    /// When Shippo does not answer, which says nothing about whether it sold one.
    pub async fn buy_label(
        &self,
        call: &BuyLabelCall<'_>,
    ) -> Result<Result<Transaction, Refused>, Unanswered> {
        let body = json!({
            "rate": call.rate,
            "label_file_type": call.file_type,
            "metadata": call.label.to_string(),
            "async": true,
        });
        named(self.post("/transactions/", &body).await?)
    }

    /// A purchase as it stands.
    ///
    /// # Errors
    /// When Shippo does not answer.
    pub async fn purchase(&self, id: &str) -> Result<Result<Transaction, Refused>, Unanswered> {
        named(self.get(&format!("/transactions/{}", segment(id))).await?)
    }

    /// Every purchase of a rate, at most the newest hundred (Shippo's largest page).
    ///
    /// # Errors
    /// When Shippo does not answer: then nobody knows whether there is one.
    pub async fn purchases_of_rate(&self, rate: &str) -> Result<Vec<Transaction>, Unanswered> {
        let path = format!("/transactions/?rate={}&results=100", segment(rate));
        match self.get::<Page<Transaction>>(&path).await? {
            Ok(page) => Ok(page.results),
            // A refusal of the question is no answer to it.
            Err(refused) => Err(Unanswered::Down(refused.message)),
        }
    }

    /// Asks for a label's money back.
    ///
    /// # Errors
    /// When Shippo does not answer: look with [`Self::voids`] before asking again.
    pub async fn void_label(&self, transaction: &str) -> Result<Result<LabelRefund, Refused>, Unanswered> {
        self.post("/refunds/", &json!({ "transaction": transaction, "async": true })).await
    }

    /// How a label's refund stands.
    ///
    /// # Errors
    /// When Shippo does not answer.
    pub async fn void(&self, id: &str) -> Result<Result<LabelRefund, Refused>, Unanswered> {
        self.get(&format!("/refunds/{}", segment(id))).await
    }

    /// The newest hundred refunds of labels (Shippo has no filter for them).
    ///
    /// # Errors
    /// When Shippo does not answer.
    pub async fn voids(&self) -> Result<Vec<LabelRefund>, Unanswered> {
        match self.get::<Page<LabelRefund>>("/refunds/?results=100").await? {
            Ok(page) => Ok(page.results),
            Err(refused) => Err(Unanswered::Down(refused.message)),
        }
    }
}

fn named(answer: Result<Transaction, Refused>) -> Result<Result<Transaction, Refused>, Unanswered> {
    match answer {
        Ok(bought) if bought.object_id.is_none() || bought.status.is_none() => {
            Err(Unanswered::Down("a purchase without an id or status".to_owned()))
        }
        other => Ok(other),
    }
}

/// Somebody else's word as one segment of a path, or one value of a query.
pub(super) fn segment(word: &str) -> String {
    let mut out = String::new();
    for byte in word.bytes() {
        if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'~') {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}
