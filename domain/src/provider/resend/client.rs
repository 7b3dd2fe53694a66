//! Handing a mail over. Resend keeps an idempotency key for a day: within it, who does not hear the answer simply asks again.

use std::{collections::BTreeMap, sync::Arc, time::Duration};

use reqwest::{Client, StatusCode, header};
use secrecy::{ExposeSecret, SecretString};
use serde::{Deserialize, Serialize};

use crate::{
    clock::At,
    provider::{
        Refused, Unanswered, http,
        said::{self, Said, unanswered},
    },
};

const LIVE: &str = "https://api.resend.com";
const PATIENCE: Duration = Duration::from_secs(12);

/// Resend, or what stands in for it. Cheap to clone.
#[derive(Clone)]
pub struct Resend {
    client: Client,
    base: Arc<str>,
    key: SecretString,
}

impl std::fmt::Debug for Resend {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Resend").field("base", &self.base).finish_non_exhaustive()
    }
}

/// A mail as Resend takes it.
#[derive(Debug, Clone, Serialize)]
pub struct Mail<'a> {
    /// `Name <address>`.
    pub from: String,
    /// One address.
    pub to: [&'a str; 1],
    /// The subject.
    pub subject: &'a str,
    /// Plain text.
    pub text: &'a str,
    /// HTML.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub html: Option<&'a str>,
    /// Further header fields.
    pub headers: BTreeMap<String, String>,
}

#[derive(Deserialize)]
struct Sent {
    id: String,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct Error {
    name: String,
    message: String,
}

impl Resend {
    /// A client for a key (`re_…`), at Resend's address or another (the sandbox's).
    ///
    /// # Errors
    /// When the key or address cannot be one.
    pub fn new(key: &SecretString, base: Option<&str>) -> Result<Self, String> {
        let base = base.unwrap_or(LIVE).trim_end_matches('/');
        url::Url::parse(base).map_err(|error| format!("{base} is no address: {error}"))?;
        let plain = |c: char| c.is_ascii_graphic();
        if key.expose_secret().is_empty() || !key.expose_secret().chars().all(plain) {
            return Err("the key is empty or holds something that is no letter, digit or sign".to_owned());
        }
        Ok(Self { client: http::client(PATIENCE)?, base: base.into(), key: key.clone() })
    }

    /// Hands a mail over; answers Resend's id of it. Within a day the same key with the same words is sent once, however often
    /// this is called.
    ///
    /// # Errors
    /// When Resend does not answer: ask again.
    pub async fn send(&self, key: &str, mail: &Mail<'_>, now: At) -> Result<Said<String>, Unanswered> {
        let request = self
            .client
            .post(format!("{}/emails", self.base))
            .header(header::AUTHORIZATION, format!("Bearer {}", self.key.expose_secret()))
            .header("Idempotency-Key", key)
            .json(mail);
        let answer = request.send().await.map_err(unanswered)?;
        Ok(match said::read::<Sent>(answer, now, refused).await? {
            Said::Done(sent) => Said::Done(sent.id),
            // Our own first request is still being answered.
            Said::Refused(why) if why.code == "concurrent_idempotent_requests" => {
                Said::Busy { detail: why.message, after: None }
            }
            Said::Refused(why) => Said::Refused(why),
            Said::Busy { detail, after } => Said::Busy { detail, after },
        })
    }

    /// Whether Resend can be reached and takes the key: for `clew check`. A key that may only send may not list domains; it is a good one.
    ///
    /// # Errors
    /// Resend's words.
    pub async fn check(&self) -> Result<(), String> {
        let request = self
            .client
            .get(format!("{}/domains", self.base))
            .header(header::AUTHORIZATION, format!("Bearer {}", self.key.expose_secret()));
        let answer = request.send().await.map_err(|error| unanswered(error).to_string())?;
        let status = answer.status();
        let body = answer.bytes().await.map_err(|error| unanswered(error).to_string())?;
        let why = refused(status, &body);
        if status.is_success() || why.code == "restricted_api_key" { Ok(()) } else { Err(why.message) }
    }
}

/// `{"statusCode": 422, "name": "validation_error", "message": "…"}`; anything else is its status.
fn refused(status: StatusCode, body: &[u8]) -> Refused {
    let error: Error = serde_json::from_slice(body).unwrap_or_default();
    let or_status = |text: String| if text.is_empty() { format!("HTTP {}", status.as_u16()) } else { text };
    Refused { code: or_status(error.name), message: or_status(error.message) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_that_cannot_be_one_is_told_at_once() {
        assert!(Resend::new(&"".to_owned().into(), None).is_err());
        assert!(Resend::new(&"re_\n".to_owned().into(), None).is_err());
        assert!(Resend::new(&"re_1".to_owned().into(), Some("nowhere")).is_err());
        let resend = Resend::new(&"re_1".to_owned().into(), None).unwrap();
        assert!(!format!("{resend:?}").contains("re_1"));
    }

    #[test]
    fn a_refusal_has_a_name() {
        let said = refused(
            StatusCode::UNPROCESSABLE_ENTITY,
            br#"{"statusCode":422,"name":"validation_error","message":"Invalid `to` field."}"#,
        );
        assert_eq!((said.code.as_str(), said.message.as_str()), ("validation_error", "Invalid `to` field."));
        assert_eq!(refused(StatusCode::BAD_GATEWAY, b"<html>").code, "HTTP 502");
    }
}
