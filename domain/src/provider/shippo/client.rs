//! What we ask of Shippo: the key, the version, the time-out, and what an answer means.

use std::{sync::Arc, time::Duration};

use reqwest::{Client, Method, RequestBuilder, StatusCode, header, redirect::Policy};
use secrecy::{ExposeSecret, SecretString};
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::accounts::Accounts;
use crate::provider::{Refused, Unanswered, http};

const LIVE: &str = "https://api.goshippo.com";
/// Pinned, so that an account's default cannot change the shape of answers and webhooks.
const VERSION: &str = "2018-02-08";
const PATIENCE: Duration = Duration::from_secs(12);
/// Longest sentence of Shippo's that is kept.
const LONGEST: usize = 500;

/// Shippo, or what stands in for it. Cheap to clone.
#[derive(Clone)]
pub struct Shippo {
    pub(super) client: Client,
    pub(super) base: Arc<str>,
    key: SecretString,
    pub(super) accounts: Accounts,
    /// False where a shop has no account: nobody listens at `base`.
    there: bool,
}

impl std::fmt::Debug for Shippo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Shippo").field("base", &self.base).finish_non_exhaustive()
    }
}

impl Shippo {
    /// A client for a token (`shippo_test_…`, `shippo_live_…`), at Shippo's address or another (the sandbox's).
    ///
    /// # Errors
    /// When the token or address cannot be one.
    pub fn new(key: &SecretString, base: Option<&str>) -> Result<Self, String> {
        let base = base.unwrap_or(LIVE).trim_end_matches('/');
        url::Url::parse(base).map_err(|error| format!("{base} is no address: {error}"))?;
        let plain = |c: char| c.is_ascii_graphic();
        if key.expose_secret().is_empty() || !key.expose_secret().chars().all(plain) {
            return Err("the token is empty or holds something that is no letter, digit or sign".to_owned());
        }
        let client = http::builder(PATIENCE)
            // A label's paper may not lead this server to another host (`super::files`).
            .redirect(Policy::custom(|hop| {
                let same = hop.previous().last().is_some_and(|from| from.origin() == hop.url().origin());
                if same && hop.previous().len() < 5 { hop.follow() } else { hop.stop() }
            }))
            .build()
            .map_err(|error| error.to_string())?;
        Ok(Self { client, base: base.into(), key: key.clone(), accounts: Accounts::default(), there: true })
    }

    /// A shop without an account: what is asked fails at once, and what need not be asked is not.
    #[must_use]
    pub fn absent(self) -> Self {
        Self { there: false, ..self }
    }

    /// Whether the shop has an account, or the sandbox stands in for one.
    pub const fn is_there(&self) -> bool {
        self.there
    }

    /// Whether Shippo can be reached and takes the key: for `clew check`.
    ///
    /// # Errors
    /// Shippo's words.
    pub async fn check(&self) -> Result<(), String> {
        match self.carriers().await {
            Ok(Ok(_)) => Ok(()),
            Ok(Err(refused)) => Err(refused.message),
            Err(error) => Err(error.to_string()),
        }
    }

    pub(super) async fn get<T: DeserializeOwned>(
        &self,
        path: &str,
    ) -> Result<Result<T, Refused>, Unanswered> {
        self.send(self.request(Method::GET, path)).await
    }

    pub(super) async fn post<T: DeserializeOwned>(
        &self,
        path: &str,
        body: &Value,
    ) -> Result<Result<T, Refused>, Unanswered> {
        self.send(self.request(Method::POST, path).json(body)).await
    }

    fn request(&self, method: Method, path: &str) -> RequestBuilder {
        self.client
            .request(method, format!("{}{path}", self.base))
            .header(header::AUTHORIZATION, format!("ShippoToken {}", self.key.expose_secret()))
            .header("Shippo-API-Version", VERSION)
            .header(header::ACCEPT, "application/json")
    }

    async fn send<T: DeserializeOwned>(
        &self,
        request: RequestBuilder,
    ) -> Result<Result<T, Refused>, Unanswered> {
        // Without the address: it may hold a tracking number.
        let down = |error: reqwest::Error| Unanswered::Down(without_source(&error.without_url()));
        let answer = request.send().await.map_err(down)?;
        let status = answer.status();
        let body = answer.bytes().await.map_err(down)?;
        read(status, &body)
    }
}

fn without_source(error: &reqwest::Error) -> String {
    if error.is_timeout() { "no answer in time".to_owned() } else { error.to_string() }
}

/// Sorts an answer: done, refused for good, or perhaps.
fn read<T: DeserializeOwned>(status: StatusCode, body: &[u8]) -> Result<Result<T, Refused>, Unanswered> {
    if status.is_success() {
        // It acted, and we cannot read how: as doubtful as no answer.
        return serde_json::from_slice(body)
            .map(Ok)
            .map_err(|error| Unanswered::Down(format!("HTTP {}: unreadable: {error}", status.as_u16())));
    }
    let message = words(body).unwrap_or_else(|| format!("HTTP {}", status.as_u16()));
    match status.as_u16() {
        401 | 403 => Err(Unanswered::KeyRefused(format!("HTTP {}: {message}", status.as_u16()))),
        408 | 409 | 429 => Err(Unanswered::Down(format!("HTTP {}: {message}", status.as_u16()))),
        400..=499 => Ok(Err(Refused { code: status.as_u16().to_string(), message })),
        code => Err(Unanswered::Down(format!("HTTP {code}: {message}"))),
    }
}

/// `{"detail": "…"}` and `{"rate": ["…"]}` as one sentence; `None` for HTML and the like.
fn words(body: &[u8]) -> Option<String> {
    let said: Value = serde_json::from_slice(body).ok()?;
    let mut out = Vec::new();
    gather(&said, "", &mut out);
    let sentence: String = out.join("; ").chars().take(LONGEST).collect();
    Some(sentence).filter(|sentence| !sentence.is_empty())
}

fn gather(said: &Value, field: &str, out: &mut Vec<String>) {
    match said {
        Value::String(text) if matches!(field, "" | "detail" | "__all__" | "non_field_errors") => {
            out.push(text.clone());
        }
        Value::String(text) => out.push(format!("{field}: {text}")),
        Value::Array(all) => all.iter().for_each(|one| gather(one, field, out)),
        Value::Object(all) => all.iter().for_each(|(field, one)| gather(one, field, out)),
        _ => {}
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_done_refused_or_perhaps() {
        let of =
            |status: u16, body: &str| read::<Value>(StatusCode::from_u16(status).unwrap(), body.as_bytes());
        assert!(matches!(of(201, "{}"), Ok(Ok(_))));
        assert!(matches!(of(200, "<html>"), Err(Unanswered::Down(_))), "acted, but how?");
        for status in [408, 409, 429, 500, 502, 503] {
            assert!(matches!(of(status, "{}"), Err(Unanswered::Down(_))), "{status}");
        }
        for status in [401, 403] {
            assert!(matches!(of(status, "{}"), Err(Unanswered::KeyRefused(_))), "{status}");
        }
        let said = |status, body| of(status, body).unwrap().unwrap_err().message;
        assert_eq!(said(400, r#"{"rate": ["This field is required."]}"#), "rate: This field is required.");
        assert_eq!(said(404, r#"{"detail": "Not found."}"#), "Not found.");
        assert_eq!(said(404, "<h1>Not Found</h1>"), "HTTP 404");
    }

    #[test]
    fn a_key_that_cannot_be_one_is_told_at_once() {
        assert!(Shippo::new(&"".to_owned().into(), None).is_err());
        assert!(Shippo::new(&"a\nb".to_owned().into(), None).is_err());
        assert!(Shippo::new(&"shippo_test_1".to_owned().into(), Some("nowhere")).is_err());
        let shippo = Shippo::new(&"shippo_test_1".to_owned().into(), None).unwrap();
        assert!(!format!("{shippo:?}").contains("shippo_test_1"));
    }
}
