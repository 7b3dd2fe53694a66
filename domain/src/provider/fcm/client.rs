//! Handing a message to FCM with a token that is kept until shortly before its end, and what the answer means.

use std::{sync::Arc, time::Duration};

use reqwest::{Client, StatusCode};
use serde::Deserialize;
use serde_json::{Value, json};
use tokio::sync::Mutex;

use super::Account;
use crate::{
    clock::At,
    provider::{
        Refused, Unanswered, http,
        said::{self, Said, unanswered},
    },
};

const LIVE: &str = "https://fcm.googleapis.com";
const PATIENCE: Duration = Duration::from_secs(8);
/// So long before its end a token is not used any more, in seconds.
const MARGIN: i64 = 60;

/// FCM, or what stands in for it. Cheap to clone.
#[derive(Clone)]
pub struct Fcm {
    client: Client,
    base: Arc<str>,
    account: Arc<Account>,
    /// One is fetched at a time; the others wait for it.
    token: Arc<Mutex<Option<(String, At)>>>,
}

impl std::fmt::Debug for Fcm {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Fcm").field("project", &self.account.project).finish_non_exhaustive()
    }
}

/// One message for an app.
#[derive(Debug, Clone, Copy)]
pub struct Push<'a> {
    /// The app's registration token.
    pub to: &'a str,
    /// The title.
    pub title: &'a str,
    /// The words.
    pub body: &'a str,
    /// Where a tap leads.
    pub url: &'a str,
    /// Replaces one of the same tag.
    pub tag: &'a str,
}

type Answer = (StatusCode, Option<Duration>, Vec<u8>);

#[derive(Deserialize)]
struct Token {
    access_token: String,
    #[serde(default)]
    expires_in: i64,
}

#[derive(Deserialize)]
struct Sent {
    name: String,
}

impl Fcm {
    /// A client for a service account, at Google's address or another (the sandbox's).
    ///
    /// # Errors
    /// When the address cannot be one.
    pub fn new(account: Account, base: Option<&str>) -> Result<Self, String> {
        let base = base.unwrap_or(LIVE).trim_end_matches('/');
        url::Url::parse(base).map_err(|error| format!("{base} is no address: {error}"))?;
        let client = http::client(PATIENCE)?;
        Ok(Self { client, base: base.into(), account: Arc::new(account), token: Arc::default() })
    }

    /// Hands a message over; answers FCM's name for it. A refusal's code is FCM's: `UNREGISTERED` says that the token is over.
    ///
    /// # Errors
    /// When FCM does not answer, or does not know the account. Asking again with the same tag shows the message once.
    pub async fn send(&self, push: &Push<'_>, now: At) -> Result<Said<String>, Unanswered> {
        let (mut status, mut after, mut body) = self.post(push, now).await?;
        if status == StatusCode::UNAUTHORIZED {
            // A token taken back before its time says nothing about our account: another is asked for, once.
            *self.token.lock().await = None;
            (status, after, body) = self.post(push, now).await?;
        }
        let why = refused(status, &body);
        // 403, but about this one app and not about our account.
        if why.code == "SENDER_ID_MISMATCH" {
            return Ok(Said::Refused(why));
        }
        Ok(match said::sort::<Sent>(status, after, &body, refused)? {
            Said::Done(sent) => Said::Done(sent.name),
            Said::Refused(why) => Said::Refused(why),
            Said::Busy { detail, after } => Said::Busy { detail, after },
        })
    }

    async fn post(&self, push: &Push<'_>, now: At) -> Result<Answer, Unanswered> {
        let token = self.token(now).await?;
        let url = format!("{}/v1/projects/{}/messages:send", self.base, self.account.project);
        let body = json!({ "message": {
            "token": push.to,
            "notification": { "title": push.title, "body": push.body },
            "data": { "url": push.url, "tag": push.tag },
            "android": { "collapse_key": push.tag, "notification": { "tag": push.tag } },
            "apns": { "headers": { "apns-collapse-id": push.tag } },
        } });
        let answer = self.client.post(url).bearer_auth(token).json(&body).send().await.map_err(unanswered)?;
        let (status, after) = (answer.status(), said::retry_after(answer.headers(), now));
        Ok((status, after, answer.bytes().await.map_err(unanswered)?.to_vec()))
    }

    /// Whether Google gives this account a token: for `clew check`.
    ///
    /// # Errors
    /// Google's words.
    pub async fn check(&self, now: At) -> Result<(), String> {
        self.token(now).await.map(drop).map_err(|error| error.to_string())
    }

    async fn token(&self, now: At) -> Result<String, Unanswered> {
        let mut kept = self.token.lock().await;
        if let Some((token, until)) = &*kept
            && now < *until
        {
            return Ok(token.clone());
        }
        let assertion = self.account.assertion(now);
        let assertion =
            assertion.ok_or_else(|| Unanswered::KeyRefused("the account's key does not sign".into()))?;
        let form = [
            ("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"),
            ("assertion", assertion.as_str()),
        ];
        let answer =
            self.client.post(&self.account.token_uri).form(&form).send().await.map_err(unanswered)?;
        match said::read::<Token>(answer, now, refused).await? {
            Said::Done(token) => {
                *kept = Some((token.access_token.clone(), now.plus(token.expires_in - MARGIN)));
                Ok(token.access_token)
            }
            // "invalid_grant": the account is none any more, or this machine's clock is wrong.
            Said::Refused(why) => Err(Unanswered::KeyRefused(why.message)),
            Said::Busy { detail, .. } => Err(Unanswered::Down(detail)),
        }
    }
}

/// FCM's own code where it says one, else Google's status; OAuth's error where it is one.
fn refused(status: StatusCode, body: &[u8]) -> Refused {
    let said: Value = serde_json::from_slice(body).unwrap_or_default();
    let text = |pointer: &str| said.pointer(pointer).and_then(Value::as_str).map(str::to_owned);
    let details = said.pointer("/error/details").and_then(Value::as_array);
    let own =
        details.and_then(|all| all.iter().find_map(|one| one.get("errorCode")?.as_str().map(str::to_owned)));
    let code = own.or_else(|| text("/error/status")).or_else(|| text("/error"));
    let message = text("/error/message").or_else(|| text("/error_description")).or_else(|| text("/error"));
    Refused {
        code: code.unwrap_or_else(|| status.as_u16().to_string()),
        message: message.unwrap_or_else(|| format!("HTTP {}", status.as_u16())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_is_read_from_google_s_own_words() {
        let gone = json!({ "error": { "code": 404, "message": "gone", "status": "NOT_FOUND", "details": [
            { "@type": "type.googleapis.com/google.firebase.fcm.v1.FcmError", "errorCode": "UNREGISTERED" } ] } });
        let said = refused(StatusCode::NOT_FOUND, gone.to_string().as_bytes());
        assert_eq!((said.code.as_str(), said.message.as_str()), ("UNREGISTERED", "gone"));
        let grant = br#"{"error":"invalid_grant","error_description":"Invalid JWT Signature."}"#;
        assert_eq!(refused(StatusCode::BAD_REQUEST, grant).code, "invalid_grant");
        assert_eq!(refused(StatusCode::BAD_GATEWAY, b"<html>").code, "502");
    }

    #[test]
    fn a_file_that_is_no_account_is_told_without_its_key() {
        for bad in [
            "",
            "{}",
            r#"{"project_id":"a/b","client_email":"x","private_key":"s3cret","token_uri":"https://a.test"}"#,
        ] {
            assert!(Account::read(bad).is_err());
        }
        let bad =
            r#"{"project_id":"a","client_email":"x","private_key":"s3cret","token_uri":"https://a.test"}"#;
        let why = Account::read(bad).err().unwrap();
        assert!(!why.contains("s3cret"), "{why}");
    }
}
