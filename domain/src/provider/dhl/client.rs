//! What we ask of DHL: one number at a time, of which a new key has 250 a day.

use std::sync::Arc;

use reqwest::{Client, RequestBuilder, StatusCode};
use secrecy::{ExposeSecret, SecretString};

use super::{
    subscribe::Hook,
    wire::{Answer, Flaw},
};
use crate::{
    clock::At,
    provider::{Refused, Unanswered, outbound, said::Said},
    tracking::{TrackReport, TrackSource},
};

const LIVE: &str = "https://api-eu.dhl.com";

/// DHL, or what stands in for it. Cheap to clone.
#[derive(Clone)]
pub struct Dhl {
    pub(super) client: Client,
    pub(super) base: Arc<str>,
    key: SecretString,
    pub(super) hook: Option<Arc<Hook>>,
}

impl std::fmt::Debug for Dhl {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Dhl").field("base", &self.base).finish_non_exhaustive()
    }
}

impl Dhl {
    /// A client for an app's key, at DHL's address or another (the sandbox's). `hook`: where DHL is to tell us, when it is.
    ///
    /// # Errors
    /// When the key or an address cannot be one.
    pub fn new(key: &SecretString, base: Option<&str>, hook: Option<Hook>) -> Result<Self, String> {
        let plain = |word: &SecretString| {
            let word = word.expose_secret();
            !word.is_empty() && word.chars().all(|c| c.is_ascii_graphic())
        };
        if !plain(key) {
            return Err("the key is empty or holds something that is no letter, digit or sign".to_owned());
        }
        if let Some(hook) = &hook {
            url::Url::parse(&hook.url).map_err(|error| format!("{} is no address: {error}", hook.url))?;
            if !plain(&hook.word) {
                let why =
                    "the word DHL is to send is empty or holds something that is no letter, digit or sign";
                return Err(why.to_owned());
            }
        }
        let base = outbound::base(base, LIVE)?;
        Ok(Self { client: outbound::client()?, base, key: key.clone(), hook: hook.map(Arc::new) })
    }

    /// What DHL says of a number of one of its carriers (`dhl_express`, …: our keys). A number nobody knows has a report, too.
    ///
    /// # Errors
    /// When DHL does not answer.
    pub async fn track(&self, carrier: &str, number: &str, now: At) -> Result<Said<TrackReport>, Unanswered> {
        let mut query = vec![("trackingNumber", number.trim()), ("language", "en")];
        if let Some(service) = service(carrier) {
            query.push(("service", service));
        }
        let request = self.client.get(format!("{}/track/shipments", self.base)).query(&query);
        let answer = outbound::ask(self.keyed(request), now).await?;
        if answer.status == StatusCode::NOT_FOUND {
            let report = TrackReport::new(TrackSource::Dhl, carrier, number.trim());
            return Ok(Said::Done(TrackReport { unknown: true, ..report }));
        }
        Ok(match answer.read::<Answer>(refused)? {
            Said::Done(said) => Said::Done(said.report(carrier, number, now)),
            Said::Refused(why) => Said::Refused(why),
            Said::Busy { detail, after } => Said::Busy { detail, after },
        })
    }

    /// Whether DHL takes the key: for `clew check`. Costs one call of the day's.
    ///
    /// # Errors
    /// DHL's words.
    pub async fn check(&self, now: At) -> Result<(), String> {
        match self.track("dhl", "0000000000", now).await {
            Ok(Said::Done(_)) => Ok(()),
            Ok(Said::Refused(why)) => Err(why.message),
            Ok(Said::Busy { detail, .. }) => Err(detail),
            Err(error) => Err(error.to_string()),
        }
    }

    pub(super) fn keyed(&self, request: RequestBuilder) -> RequestBuilder {
        request.header("dhl-api-key", self.key.expose_secret()).header("accept", "application/json")
    }
}

/// DHL's `service` for a carrier of ours; `None`: DHL looks itself.
pub fn service(carrier: &str) -> Option<&'static str> {
    match carrier {
        "dhl_express" => Some("express"),
        "dhl_germany" => Some("parcel-de"),
        "dhl_ecommerce" => Some("ecommerce"),
        "deutsche_post" => Some("post-de"),
        _ => None,
    }
}

/// `{"title": "…", "detail": "…", "status": 404}`; anything else is its status.
pub(super) fn refused(status: StatusCode, body: &[u8]) -> Refused {
    let said: Flaw = serde_json::from_slice(body).unwrap_or_default();
    let status = status.as_u16();
    let message = said.detail.or(said.title).unwrap_or_else(|| format!("HTTP {status}"));
    Refused { code: status.to_string(), message }
}
