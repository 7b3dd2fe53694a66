//! A token for a client's credentials (RFC 6749 §4.4): kept until shortly before its end, fetched by one at a time, and another one
//! fetched once when it is refused before that.

use std::{sync::Arc, time::Duration};

use reqwest::{Client, RequestBuilder, StatusCode};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use tokio::sync::Mutex;

use super::{
    Refused, Unanswered,
    lenient::text,
    outbound::{self, Answer},
    said::Said,
};
use crate::clock::At;

/// So long before its end a token is not used any more, in seconds.
const MARGIN: i64 = 60;
/// A token has to come faster than an answer: there may have to be two of each within a job.
const PATIENCE: Duration = Duration::from_secs(3);

/// What a carrier's portal gives a program.
#[derive(Debug, Clone)]
pub struct Credentials {
    /// `client_id`.
    pub id: String,
    /// `client_secret`.
    pub secret: SecretString,
}

impl Credentials {
    pub(super) fn check(&self) -> Result<(), String> {
        let plain = |text: &str| !text.is_empty() && text.chars().all(|c| c.is_ascii_graphic());
        if plain(&self.id) && plain(self.secret.expose_secret()) {
            Ok(())
        } else {
            Err("the client's id or secret is empty or holds something that is no letter, digit or sign"
                .to_owned())
        }
    }
}

/// Where credentials stand in a request for a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shown {
    /// In the form.
    Form,
    /// In `Authorization: Basic`.
    Basic,
}

/// Asks with a token. Clones share it.
#[derive(Clone)]
pub(super) struct Bearer(Arc<Inner>);

struct Inner {
    client: Client,
    url: String,
    credentials: Credentials,
    shown: Shown,
    refused: fn(StatusCode, &[u8]) -> Refused,
    /// One is fetched at a time; the others wait for it.
    kept: Mutex<Option<(String, At)>>,
}

/// Lenient: UPS writes its seconds as a text.
#[derive(Deserialize)]
struct Granted {
    access_token: String,
    #[serde(default, deserialize_with = "text")]
    expires_in: Option<String>,
}

impl Bearer {
    pub fn new(
        client: Client,
        url: String,
        credentials: Credentials,
        shown: Shown,
        refused: fn(StatusCode, &[u8]) -> Refused,
    ) -> Self {
        Self(Arc::new(Inner { client, url, credentials, shown, refused, kept: Mutex::default() }))
    }

    /// Asks, twice where the token was taken back before its time. A second refusal is the answer.
    pub async fn ask(&self, request: RequestBuilder, now: At) -> Result<Said<Answer>, Unanswered> {
        let Some(first) = request.try_clone() else {
            return Err(Unanswered::Down("a request that cannot be repeated".to_owned()));
        };
        let token = match self.token(now).await? {
            Said::Done(token) => token,
            Said::Refused(refused) => return Ok(Said::Refused(refused)),
            Said::Busy { detail, after } => return Ok(Said::Busy { detail, after }),
        };
        let answer = outbound::ask(first.bearer_auth(&token), now).await?;
        if answer.status != StatusCode::UNAUTHORIZED {
            return Ok(Said::Done(answer));
        }
        self.forget(&token).await;
        match self.token(now).await? {
            Said::Done(token) => Ok(Said::Done(outbound::ask(request.bearer_auth(token), now).await?)),
            Said::Refused(refused) => Ok(Said::Refused(refused)),
            Said::Busy { detail, after } => Ok(Said::Busy { detail, after }),
        }
    }

    /// A token that is good for a while. Credentials that get none are refused keys, whatever the carrier calls it.
    pub async fn token(&self, now: At) -> Result<Said<String>, Unanswered> {
        let inner = &*self.0;
        let mut kept = inner.kept.lock().await;
        if let Some((token, until)) = &*kept
            && now < *until
        {
            return Ok(Said::Done(token.clone()));
        }
        let Credentials { id, secret } = &inner.credentials;
        let secret = secret.expose_secret();
        let request = inner.client.post(&inner.url).timeout(PATIENCE);
        let grant = ("grant_type", "client_credentials");
        let request = match inner.shown {
            Shown::Form => request.form(&[grant, ("client_id", id.as_str()), ("client_secret", secret)]),
            Shown::Basic => request.basic_auth(id, Some(secret)).form(&[grant]),
        };
        match outbound::ask(request, now).await?.read::<Granted>(inner.refused)? {
            Said::Done(Granted { access_token, expires_in }) => {
                let seconds = expires_in.and_then(|seconds| seconds.parse::<i64>().ok()).unwrap_or_default();
                *kept = Some((access_token.clone(), now.plus(seconds - MARGIN)));
                Ok(Said::Done(access_token))
            }
            Said::Refused(why) => Err(Unanswered::KeyRefused(format!("{}: {}", why.code, why.message))),
            Said::Busy { detail, after } => Ok(Said::Busy { detail, after }),
        }
    }

    /// Whether the credentials get a token: for `clew check`.
    pub async fn check(&self, now: At) -> Result<(), String> {
        match self.token(now).await {
            Ok(Said::Done(_)) => Ok(()),
            Ok(Said::Refused(why)) => Err(why.message),
            Ok(Said::Busy { detail, .. }) => Err(detail),
            Err(error) => Err(error.to_string()),
        }
    }

    /// Forgets the token that was refused, unless somebody has fetched another meanwhile.
    async fn forget(&self, refused: &str) {
        let mut kept = self.0.kept.lock().await;
        if kept.as_ref().is_some_and(|(token, _)| token == refused) {
            *kept = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        clock::Clock,
        provider::stub::{Asked, Stub, Told},
    };

    fn refused(status: StatusCode, _: &[u8]) -> Refused {
        Refused { code: status.as_u16().to_string(), message: "no".to_owned() }
    }

    fn bearer(stub: &Stub) -> (Bearer, Client) {
        let client = outbound::client().unwrap();
        let credentials = Credentials { id: "id".to_owned(), secret: "secret".to_owned().into() };
        let url = format!("{}/token", stub.base);
        (Bearer::new(client.clone(), url, credentials, Shown::Form, refused), client)
    }

    /// A token that is called after what was asked before it, for an hour.
    fn token(before: usize) -> Told {
        (200, "", format!(r#"{{"access_token":"t{before}","expires_in":"3600"}}"#))
    }

    fn opens(asked: &Asked, token: &str) -> bool {
        asked.head.contains(&format!("authorization: Bearer {token}"))
    }

    #[tokio::test]
    async fn a_token_is_kept_until_shortly_before_its_end() {
        let stub =
            Stub::start(
                |asked, before| {
                    if asked.line == "POST /token" { token(before) } else { (200, "", "{}".to_owned()) }
                },
            )
            .await;
        let (bearer, client) = bearer(&stub);
        let now = Clock::System.now();
        let ask = async |at| bearer.ask(client.get(format!("{}/x", stub.base)), at).await.unwrap();
        for at in [now, now.plus(3539)] {
            assert!(matches!(ask(at).await, Said::Done(_)));
        }
        assert_eq!((stub.times("POST /token"), stub.times("GET /x")), (1, 2));
        ask(now.plus(3540)).await;
        assert_eq!(stub.times("POST /token"), 2, "a minute before its end");
        let first = &stub.asked()[0];
        assert_eq!(first.body, "grant_type=client_credentials&client_id=id&client_secret=secret");
        assert!(first.head.contains("user-agent: clew/"), "{}", first.head);
    }

    #[tokio::test]
    async fn who_asks_at_the_same_moment_waits_for_the_one_token() {
        let stub =
            Stub::start(
                |asked, before| {
                    if asked.line == "POST /token" { token(before) } else { (200, "", "{}".to_owned()) }
                },
            )
            .await;
        let (bearer, client) = bearer(&stub);
        let now = Clock::System.now();
        let asks = (0..20).map(|_| bearer.ask(client.get(format!("{}/x", stub.base)), now));
        futures::future::join_all(asks).await;
        assert_eq!((stub.times("POST /token"), stub.times("GET /x")), (1, 20));
    }

    #[tokio::test]
    async fn a_token_taken_back_is_replaced_once_for_all() {
        // The first token opens nothing any more.
        let stub = Stub::start(|asked, before| match asked.line.as_str() {
            "POST /token" => token(before),
            _ if opens(asked, "t0") => (401, "", String::new()),
            _ => (200, "", "{}".to_owned()),
        })
        .await;
        let (bearer, client) = bearer(&stub);
        let now = Clock::System.now();
        let asks = (0..10).map(|_| bearer.ask(client.get(format!("{}/x", stub.base)), now));
        for said in futures::future::join_all(asks).await {
            let Ok(Said::Done(answer)) = said else { panic!() };
            assert_eq!(answer.status, 200);
        }
        assert_eq!(stub.times("POST /token"), 2, "ten were refused, one fetched");
    }

    #[tokio::test]
    async fn a_second_refusal_is_the_answer() {
        let stub =
            Stub::start(
                |asked, before| {
                    if asked.line == "POST /token" { token(before) } else { (401, "", String::new()) }
                },
            )
            .await;
        let (bearer, client) = bearer(&stub);
        let said = bearer.ask(client.get(format!("{}/x", stub.base)), Clock::System.now()).await;
        let Ok(Said::Done(answer)) = said else { panic!() };
        let sorted = answer.read::<serde_json::Value>(refused);
        assert!(matches!(sorted, Err(Unanswered::KeyRefused(_))), "{sorted:?}");
        assert_eq!((stub.times("POST /token"), stub.times("GET /x")), (2, 2), "and no third");
    }

    #[tokio::test]
    async fn revoked_credentials_are_a_refused_key_and_a_full_gate_is_not() {
        for status in [400, 401, 403] {
            let stub = Stub::start(move |_, _| (status, "", String::new())).await;
            let (bearer, _) = bearer(&stub);
            let said = bearer.token(Clock::System.now()).await;
            assert!(matches!(said, Err(Unanswered::KeyRefused(_))), "{status}: {said:?}");
        }
        let stub = Stub::start(|_, _| (429, "retry-after: 7\r\n", String::new())).await;
        let (bearer, client) = bearer(&stub);
        let said = bearer.ask(client.get(format!("{}/x", stub.base)), Clock::System.now()).await;
        let Ok(Said::Busy { after, .. }) = said else { panic!() };
        assert_eq!((after, stub.times("GET /x")), (Some(Duration::from_secs(7)), 0));
        let stub = Stub::start(|_, _| (503, "", String::new())).await;
        let (bearer, _) = self::bearer(&stub);
        assert!(matches!(bearer.token(Clock::System.now()).await, Err(Unanswered::Down(_))));
    }

    #[test]
    fn credentials_that_cannot_be_some_are_told_at_once() {
        let of = |id: &str, secret: &str| Credentials { id: id.to_owned(), secret: secret.to_owned().into() };
        assert!(of("id", "secret").check().is_ok());
        for bad in [of("", "secret"), of("id", ""), of("a b", "secret"), of("id", "a\nb")] {
            assert!(bad.check().is_err());
        }
        assert!(!format!("{:?}", of("id", "s3cret")).contains("s3cret"));
    }
}
