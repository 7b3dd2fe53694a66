//! Handing an encrypted message to a push service (RFC 8030), and what its answer means.

use std::{sync::Arc, time::Duration};

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use p256::SecretKey;
use reqwest::Client;
use url::Url;

use super::{encrypt::encrypt, endpoint::is_known, vapid};
use crate::{
    clock::At,
    provider::{
        Refused, Unanswered, http,
        said::{Said, retry_after, unanswered, words},
    },
};

const PATIENCE: Duration = Duration::from_secs(12);
/// Of a push service's words so much is read; it may be anybody's.
const READ: usize = 2048;

/// The shop as push services know it. Cheap to clone.
#[derive(Clone)]
pub struct WebPush {
    client: Client,
    key: SecretKey,
    public: Arc<str>,
    contact: Arc<str>,
    also: Option<Arc<str>>,
}

impl std::fmt::Debug for WebPush {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("WebPush").field("public", &self.public).finish_non_exhaustive()
    }
}

/// A browser that asked, as it said it (`PushSubscription.toJSON()`).
#[derive(Debug, Clone)]
pub struct Subscription {
    /// Where its push service takes messages for it.
    pub endpoint: String,
    /// Its public key: 65 bytes in base64url.
    pub p256dh: String,
    /// Its secret: 16 bytes in base64url.
    pub auth: String,
}

/// One message for a browser.
#[derive(Debug, Clone, Copy)]
pub struct Push<'a> {
    /// What its service worker gets; 3993 bytes at most.
    pub body: &'a [u8],
    /// How long the service keeps it for a browser that is away, in seconds.
    pub ttl: u32,
    /// `very-low low normal high` (RFC 8030 §5.3).
    pub urgency: &'static str,
    /// Replaces one of the same topic that waits there: at most 32 characters of base64url (RFC 8030 §5.4).
    pub topic: &'a str,
}

impl WebPush {
    /// With the shop's private key (32 bytes in base64url). `contact` is an address push services may write to; `also` the origin of a
    /// sandbox's push service.
    ///
    /// # Errors
    /// A sentence for the operator when the key is none.
    pub fn new(key: &str, contact: &str, also: Option<&str>) -> Result<Self, String> {
        let key = vapid::read_key(key).ok_or("it is not 32 bytes of a P-256 key in base64url")?;
        let origin = |url: &str| Url::parse(url).ok().map(|url| url.origin().ascii_serialization());
        let public = vapid::public(&key).into();
        Ok(Self {
            client: http::client(PATIENCE)?,
            key,
            public,
            contact: format!("mailto:{contact}").into(),
            also: also.and_then(origin).map(Into::into),
        })
    }

    /// What a page gives the browser as `applicationServerKey`: 65 bytes in base64url.
    pub fn public_key(&self) -> &str {
        &self.public
    }

    /// Whether a subscription is one we would send to: asked before it is kept.
    pub fn takes(&self, subscription: &Subscription) -> bool {
        let length = |text: &str| BASE64.decode(text.trim_end_matches('=')).map(|bytes| bytes.len());
        is_known(&subscription.endpoint, self.also.as_deref())
            && length(&subscription.p256dh) == Ok(65)
            && length(&subscription.auth) == Ok(16)
    }

    /// Hands a message over. A refusal's code is the HTTP status: 404 and 410 say that the subscription is over.
    ///
    /// # Errors
    /// When the push service does not answer. Asking again with the same topic replaces what it may have taken.
    pub async fn send(&self, to: &Subscription, push: &Push<'_>, now: At) -> Result<Said<()>, Unanswered> {
        let refused = |code: &str, message: &str| {
            Ok(Said::Refused(Refused { code: code.to_owned(), message: message.to_owned() }))
        };
        if !is_known(&to.endpoint, self.also.as_deref()) {
            return refused("410", "its push service is none we know");
        }
        let decode = |text: &str| BASE64.decode(text.trim_end_matches('=')).unwrap_or_default();
        let Ok(ephemeral) = SecretKey::from_slice(&decode(&vapid::new_key())) else {
            return refused("key", "no key could be made");
        };
        let sealed = encrypt(push.body, &decode(&to.p256dh), &decode(&to.auth), &ephemeral, rand::random());
        let body = match sealed {
            Ok(body) => body,
            Err(why) => return refused("body", why),
        };
        let origin =
            Url::parse(&to.endpoint).map(|url| url.origin().ascii_serialization()).unwrap_or_default();
        let proof = vapid::authorization(&self.key, &self.public, &origin, &self.contact, now);
        let request = self
            .client
            .post(&to.endpoint)
            .header("authorization", proof)
            .header("content-encoding", "aes128gcm")
            .header("content-type", "application/octet-stream")
            .header("ttl", push.ttl)
            .header("urgency", push.urgency)
            .header("topic", push.topic);
        let mut answer = request.body(body).send().await.map_err(unanswered)?;
        let (status, after) = (answer.status().as_u16(), retry_after(answer.headers(), now));
        if answer.status().is_success() {
            return Ok(Said::Done(()));
        }
        let said = answer.chunk().await.ok().flatten().unwrap_or_default();
        let said = words(&String::from_utf8_lossy(&said[..said.len().min(READ)]));
        let detail = format!("HTTP {status}: {said}");
        match status {
            429 => Ok(Said::Busy { detail, after }),
            // A service that is overloaded and says for how long is busy, not broken.
            503 if after.is_some() => Ok(Said::Busy { detail, after }),
            400..=499 if status != 408 => refused(&status.to_string(), &detail),
            _ => Err(Unanswered::Down(detail)),
        }
    }
}
