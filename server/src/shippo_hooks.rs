//! `clew shippo register-webhook`: has Shippo tell us of purchases and scans, once each.

use anyhow::Context;
use domain::provider::shippo::Shippo;
use secrecy::ExposeSecret;
use url::Url;

use crate::config::{Labels, Settings};

/// What we want to hear. Everything else Shippo tells is about batches, which we do not make.
const EVENTS: [&str; 3] = ["transaction_created", "transaction_updated", "track_updated"];
/// Shippo's own limit.
const LONGEST: usize = 200;

/// Where Shippo finds us: with the token in it, unless Shippo signs.
///
/// # Errors
/// With the setting that is missing.
pub fn address(settings: &Settings) -> anyhow::Result<Url> {
    let mut url = settings.public_url()?;
    url.set_path("/api/webhooks/shippo");
    if settings.shippo_webhook_secret.iter().all(|secret| secret.expose_secret().is_empty()) {
        let token = settings.shippo_webhook_token.as_ref().map(ExposeSecret::expose_secret);
        let token = token.filter(|token| !token.is_empty()).context(
            "set SHIPPO_WEBHOOK_TOKEN to a long random word first (`openssl rand -hex 24`), and restart Clew with it",
        )?;
        url.query_pairs_mut().append_pair("token", token);
    }
    anyhow::ensure!(
        url.as_str().len() < LONGEST,
        "the address is longer than Shippo takes: shorten the token"
    );
    Ok(url)
}

/// Registers what is not registered yet; answers one line per event, without the token.
///
/// # Errors
/// With the setting that is missing, or Shippo's words.
pub async fn register(settings: &Settings, shippo: &Shippo) -> anyhow::Result<Vec<String>> {
    anyhow::ensure!(
        settings.shippo() == Labels::Shippo,
        "there is no SHIPPO_TOKEN; the sandbox needs no registration"
    );
    let url = address(settings)?;
    let is_test =
        settings.shippo_token.as_ref().is_some_and(|token| token.expose_secret().contains("_test_"));
    let known = shippo.hooks().await?.map_err(|refused| anyhow::anyhow!("Shippo: {}", refused.message))?;
    let mut said = Vec::new();
    for event in EVENTS {
        let there = known.iter().any(|hook| {
            hook.url.as_deref() == Some(url.as_str())
                && hook.active != Some(false)
                && hook.event.as_deref().is_some_and(|known| known == event || known == "all")
        });
        if !there {
            let made = shippo.register_hook(event, url.as_str(), is_test).await?;
            made.map_err(|refused| anyhow::anyhow!("Shippo, {event}: {}", refused.message))?;
        }
        said.push(format!("{event}: {}", if there { "was registered already" } else { "registered" }));
    }
    let old = |hook: &&domain::provider::shippo::Hook| {
        let theirs = hook.url.as_deref().and_then(|theirs| Url::parse(theirs).ok());
        hook.active != Some(false)
            && theirs.is_some_and(|theirs| theirs.path() == url.path() && theirs.as_str() != url.as_str())
    };
    let old = known.iter().filter(old).count();
    if old > 0 {
        said.push(format!(
            "{old} older addresses like ours are still active; remove them in Shippo's portal"
        ));
    }
    Ok(said)
}
