//! What we ask of Twilio: the account, the time-out, and what an answer means.

use std::{sync::Arc, time::Duration};

use reqwest::{Client, RequestBuilder, StatusCode};
use secrecy::{ExposeSecret, SecretString};
use serde::de::DeserializeOwned;

use super::wire::Error;
use crate::{
    clock::At,
    provider::{
        Refused, Unanswered, http,
        said::{self, Said, unanswered},
    },
};

const API: &str = "https://api.twilio.com";
const VERIFY: &str = "https://verify.twilio.com";
/// A job has twenty seconds: time for a look, a call, and another look at what became of it.
const PATIENCE: Duration = Duration::from_secs(6);

/// An account at Twilio.
#[derive(Debug, Clone)]
pub struct Account {
    /// `AC…`.
    pub sid: String,
    /// Opens the account, and signs Twilio's webhooks.
    pub token: SecretString,
    /// Who a text message is from: a number in E.164, a word, or a messaging service (`MG…`).
    pub from: String,
    /// The service that sends codes (`VA…`); without it no number can be proved.
    pub verify: Option<String>,
}

/// Twilio, or what stands in for it. Cheap to clone.
#[derive(Clone)]
pub struct Twilio {
    client: Client,
    pub(super) api: Arc<str>,
    pub(super) verify: Arc<str>,
    pub(super) account: Arc<Account>,
    /// Where it tells us what became of a message.
    pub(super) callback: Arc<str>,
}

impl std::fmt::Debug for Twilio {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Twilio").field("api", &self.api).finish_non_exhaustive()
    }
}

impl Twilio {
    /// A client for an account, at Twilio's addresses or another (the sandbox's). `callback` is our own door, as Twilio reaches it.
    ///
    /// # Errors
    /// When the account or an address cannot be one.
    pub fn new(account: Account, base: Option<&str>, callback: String) -> Result<Self, String> {
        let plain = |word: &str| !word.is_empty() && word.chars().all(|c| c.is_ascii_alphanumeric());
        if !plain(&account.sid) || account.token.expose_secret().is_empty() {
            return Err("the account's id or token is empty or none".to_owned());
        }
        if account.from.is_empty() || account.verify.as_deref().is_some_and(|service| !plain(service)) {
            return Err("there is no sender, or the Verify service is none".to_owned());
        }
        let base = base.map(|base| base.trim_end_matches('/'));
        for address in base.iter().chain([&callback.as_str()]) {
            url::Url::parse(address).map_err(|error| format!("{address} is no address: {error}"))?;
        }
        Ok(Self {
            client: http::client(PATIENCE)?,
            api: base.unwrap_or(API).into(),
            verify: base.unwrap_or(VERIFY).into(),
            account: Arc::new(account),
            callback: callback.into(),
        })
    }

    /// Whether Twilio can be reached and takes the token: for `clew check`.
    ///
    /// # Errors
    /// Twilio's words.
    pub async fn check(&self, now: At) -> Result<(), String> {
        let url = format!("{}/2010-04-01/Accounts/{}.json", self.api, self.account.sid);
        match self.send::<serde_json::Value>(self.client.get(url), now).await {
            Ok(Said::Done(_)) => Ok(()),
            Ok(Said::Refused(refused)) => Err(refused.message),
            Ok(Said::Busy { detail, .. }) => Err(detail),
            Err(error) => Err(error.to_string()),
        }
    }

    pub(super) fn get(&self, url: &str) -> RequestBuilder {
        self.client.get(url)
    }

    pub(super) fn post(&self, url: &str, form: &[(&str, &str)]) -> RequestBuilder {
        self.client.post(url).form(form)
    }

    pub(super) async fn send<T: DeserializeOwned>(
        &self,
        request: RequestBuilder,
        now: At,
    ) -> Result<Said<T>, Unanswered> {
        let request = request.basic_auth(&self.account.sid, Some(self.account.token.expose_secret()));
        said::read(request.send().await.map_err(unanswered)?, now, refused).await
    }
}

/// `{"code": 21610, "message": "…"}`; anything else is its status.
fn refused(status: StatusCode, body: &[u8]) -> Refused {
    let error: Error = serde_json::from_slice(body).unwrap_or_default();
    Refused {
        code: error.code.unwrap_or_else(|| i64::from(status.as_u16())).to_string(),
        message: error.message.unwrap_or_else(|| format!("HTTP {}", status.as_u16())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn account() -> Account {
        Account {
            sid: "AC1".into(),
            token: "a token".to_owned().into(),
            from: "+15005550006".into(),
            verify: None,
        }
    }

    #[test]
    fn an_account_that_cannot_be_one_is_told_at_once() {
        let door = || "https://shop.test/api/webhooks/twilio".to_owned();
        for account in [
            Account { sid: String::new(), ..account() },
            Account { sid: "AC1/../AC2".into(), ..account() },
            Account { token: String::new().into(), ..account() },
            Account { from: String::new(), ..account() },
            Account { verify: Some("VA/1".into()), ..account() },
        ] {
            assert!(Twilio::new(account, None, door()).is_err());
        }
        assert!(Twilio::new(account(), Some("nowhere"), door()).is_err());
        assert!(Twilio::new(account(), None, "nowhere".into()).is_err());
        let twilio = Twilio::new(account(), None, door()).unwrap();
        assert!(!format!("{twilio:?}").contains("token"));
    }

    #[test]
    fn a_refusal_is_read_from_twilio_s_own_words() {
        let said = refused(StatusCode::BAD_REQUEST, br#"{"code":21610,"message":"no","status":400}"#);
        assert_eq!((said.code.as_str(), said.message.as_str()), ("21610", "no"));
        assert_eq!(refused(StatusCode::NOT_FOUND, b"<html>").code, "404");
    }
}
