//! Verb: one message is sent, once, and what came of it is written down. No transaction is open while it is on its way.

use std::collections::BTreeMap;

use reqwest::header::HeaderMap;
use serde_json::{Value, json};
use url::Url;

use super::{
    claim::Claim,
    settle::{Sent, settle},
    sign,
};
use crate::{
    Fault, Shop,
    clock::At,
    provider::receiver::{Heard, Silence},
};

/// Sends it; false when somebody else holds it meanwhile, and nothing was written.
pub(super) async fn deliver(shop: &Shop, claim: &Claim) -> Result<bool, Fault> {
    let at = shop.clock.now();
    let secrets = sign::secrets(shop, claim.endpoint, at).await?;
    let (headers, heard) = match sign::headers(claim.id, &claim.body, &secrets, at) {
        Some(headers) => (told(&headers), post(shop, claim, headers, at).await),
        None => (json!({}), unsent("secret", "no secret that signs could be opened")),
    };
    shop.reach("webhook_answered").await;
    settle(shop, claim, &Sent { at, headers, heard }).await
}

async fn post(shop: &Shop, claim: &Claim, headers: HeaderMap, at: At) -> Heard {
    match Url::parse(&claim.url) {
        Ok(url) => shop.receivers.post(&url, headers, claim.body.clone(), at).await,
        Err(error) => unsent("address", &error.to_string()),
    }
}

fn unsent(reason: &'static str, detail: &str) -> Heard {
    let silence = Silence { reason, detail: detail.to_owned() };
    Heard { took: std::time::Duration::ZERO, answer: Err(silence) }
}

/// The headers, for the log.
fn told(headers: &HeaderMap) -> Value {
    let pairs = headers.iter().map(|(name, value)| (name.as_str(), value.to_str().unwrap_or_default()));
    json!(pairs.collect::<BTreeMap<_, _>>())
}
