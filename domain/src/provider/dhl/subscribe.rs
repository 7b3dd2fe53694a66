//! Asking DHL to tell us of numbers. The answer is a subscription that waits: DHL then asks our door whether we meant it, with a secret
//! that has to be brought back to it.
//!
//! The documentation shows the first half only; the second (`POST subscription/{id}` with `DHL-API-Hook-Secret`) and the limit of ten numbers are
//! what public integrations do that have it in use.

use reqwest::{RequestBuilder, StatusCode};
use secrecy::{ExposeSecret, SecretString};
use serde_json::{Value, json};

use super::{Dhl, client::refused, push::name};
use crate::{
    clock::At,
    provider::{
        Refused, Unanswered,
        outbound::{self, segment},
        said::Said,
    },
};

/// Numbers in one subscription.
pub const MOST: usize = 10;
/// The header in which DHL brings our word to our door; its name is ours to choose.
pub const HEADER: &str = "x-clew-dhl";

/// Where DHL is to tell us.
#[derive(Debug, Clone)]
pub struct Hook {
    /// Our door, as DHL reaches it.
    pub url: String,
    /// The word it brings.
    pub word: SecretString,
}

impl Dhl {
    /// Whether DHL is to tell us of numbers.
    pub const fn tells(&self) -> bool {
        self.hook.is_some()
    }

    /// Asks DHL to tell us of up to [`MOST`] numbers of one service (`express`, `parcel-de`, …); answers the subscription's name, which
    /// waits to be confirmed. Asked twice, DHL tells us twice, and we hear once.
    ///
    /// # Errors
    /// When DHL does not answer, which says nothing about whether it took them.
    pub async fn subscribe(
        &self,
        service: &str,
        numbers: &[&str],
        now: At,
    ) -> Result<Said<String>, Unanswered> {
        let Some(hook) = &self.hook else { return Ok(refusal("UNSET", "no door is set for DHL's pushes")) };
        if numbers.len() > MOST {
            return Ok(refusal("TOO_MANY", "DHL takes 10 numbers at a time; nothing was asked"));
        }
        let asked = json!({
            "hook": { "uri": hook.url, "authentication": {
                "type": "ApiKeyAuthentication", "header": HEADER, "token": hook.word.expose_secret(),
            } },
            "format": "Default",
            "type": "Shipment",
            "service": service,
            "events": ["Pre-Transit", "Transit", "Delivered", "Failure", "Unknown"],
            "shipmentIDs": numbers,
        });
        let request = self.client.post(format!("{}/tracking/push/v1/subscription", self.base)).json(&asked);
        let answer = outbound::ask(self.keyed(request), now).await?;
        Ok(match answer.read::<Value>(refused)? {
            Said::Done(said) => {
                let text = |field: &str| said.get(field).and_then(Value::as_str).and_then(name);
                let called = text("subscriptionId").or_else(|| text("id")).or_else(|| text("self"));
                // It acted, and we cannot read how: as doubtful as no answer.
                Said::Done(
                    called.ok_or_else(|| Unanswered::Down("a subscription without a name".to_owned()))?,
                )
            }
            Said::Refused(why) => Said::Refused(why),
            Said::Busy { detail, after } => Said::Busy { detail, after },
        })
    }

    /// Confirms a subscription with the secret that came to our door. Confirming twice does no harm.
    ///
    /// # Errors
    /// When DHL does not answer: ask again.
    pub async fn confirm(&self, subscription: &str, secret: &str, now: At) -> Result<Said<()>, Unanswered> {
        if secret.is_empty() || !secret.bytes().all(|byte| byte.is_ascii_graphic()) {
            return Ok(refusal("NO_SECRET", "the secret is none; nothing was asked"));
        }
        let request = self.client.post(self.subscription(subscription)).header("dhl-api-hook-secret", secret);
        self.done(request, now).await
    }

    /// Asks DHL to tell us no more. A subscription that is over already is no error.
    ///
    /// # Errors
    /// When DHL does not answer: ask again.
    pub async fn unsubscribe(&self, subscription: &str, now: At) -> Result<Said<()>, Unanswered> {
        Ok(match self.done(self.client.delete(self.subscription(subscription)), now).await? {
            Said::Refused(why) if why.code == StatusCode::NOT_FOUND.as_str() => Said::Done(()),
            said => said,
        })
    }

    fn subscription(&self, name: &str) -> String {
        format!("{}/tracking/push/v1/subscription/{}", self.base, segment(name))
    }

    /// An answer of which only the status counts: it is empty when all is well.
    async fn done(&self, request: RequestBuilder, now: At) -> Result<Said<()>, Unanswered> {
        let answer = outbound::ask(self.keyed(request), now).await?;
        if answer.status.is_success() { Ok(Said::Done(())) } else { answer.read::<()>(refused) }
    }
}

fn refusal<T>(code: &str, message: &str) -> Said<T> {
    Said::Refused(Refused { code: code.to_owned(), message: message.to_owned() })
}
