//! What every door does alike: read so much and no more, believe or refuse, keep once, answer.

use std::{net::IpAddr, time::Duration};

use axum::{
    body::{Body, Bytes, to_bytes},
    http::{HeaderMap, StatusCode},
};
use domain::{
    Shop,
    clock::At,
    inbox::{self, Incoming},
    provider::signature::{
        Unsigned,
        standard::{self, Headers},
    },
};
use secrecy::SecretString;
use uuid::Uuid;

/// Events are some kilobytes; a megabyte is no event.
const LARGEST: usize = 1024 * 1024;
/// Shippo hangs up after three seconds. Who is told "not kept" in time sends it again; who hangs up may not.
const PATIENCE: Duration = Duration::from_millis(2500);

/// What a provider is told.
pub type Answer = (StatusCode, &'static str);

/// A webhook at the door.
pub struct Knock<'a> {
    /// `stripe`, …
    pub provider: &'static str,
    /// Where it is kept.
    pub shop: &'a Shop,
    /// Who knocks, for the log of refusals.
    pub ip: IpAddr,
    /// Now, by the shop's clock.
    pub now: At,
}

/// What the inbox needs to know of a body we believe.
pub struct Known {
    /// The key of once-only.
    pub event_id: String,
    /// The provider's name for its kind.
    pub kind: String,
    /// The order it names, when it does.
    pub about: Option<Uuid>,
}

impl Knock<'_> {
    /// Takes a body in: `believe` looks at the raw bytes, `read` says what they are, `None` for what is no event.
    pub async fn take(
        &self,
        body: Body,
        believe: impl FnOnce(&Bytes) -> Result<(), &'static str>,
        read: impl FnOnce(&Bytes) -> Option<Known>,
    ) -> Answer {
        let Ok(body) = to_bytes(body, LARGEST).await else {
            return self.refuse("too_large", StatusCode::PAYLOAD_TOO_LARGE).await;
        };
        if let Err(reason) = believe(&body) {
            return self.refuse(reason, StatusCode::BAD_REQUEST).await;
        }
        let Some(known) = read(&body) else {
            return self.refuse("not_an_event", StatusCode::BAD_REQUEST).await;
        };
        let incoming = Incoming {
            provider: self.provider,
            event_id: &known.event_id,
            kind: &known.kind,
            about: known.about,
            body: &body,
        };
        match tokio::time::timeout(PATIENCE, inbox::receive(self.shop, incoming)).await {
            Ok(Ok(_)) => (StatusCode::OK, "kept\n"),
            late => {
                // Not kept, so it must be sent again: the one answer that is not 2xx for an event we believe.
                let fault = late.map_or_else(|_| "too slow".to_owned(), |kept| format!("{:?}", kept.err()));
                tracing::error!(provider = self.provider, fault, "a webhook could not be kept");
                (StatusCode::SERVICE_UNAVAILABLE, "not kept, send it again\n")
            }
        }
    }

    /// Takes in what Svix delivers: the id that was signed is the key of once-only. `read` says of what kind an event is, and which order
    /// it names.
    pub async fn take_from_svix(
        &self,
        headers: &HeaderMap,
        secrets: &[SecretString],
        body: Body,
        read: impl FnOnce(&Bytes) -> Option<(String, Option<Uuid>)>,
    ) -> Answer {
        let signed = trio(headers);
        let known = |body: &Bytes| {
            let (kind, about) = read(body)?;
            Some(Known { event_id: signed.id.to_owned(), kind, about })
        };
        self.take(body, |body| verdict(standard::verify(signed, body, secrets, self.now)), known).await
    }

    async fn refuse(&self, reason: &'static str, status: StatusCode) -> Answer {
        tracing::warn!(provider = self.provider, reason, "webhook refused");
        inbox::refuse(&self.shop.pool, self.provider, reason, &self.ip.to_string(), self.now).await;
        (status, "refused\n")
    }
}

/// A header's text; empty where there is none.
pub fn header<'a>(headers: &'a HeaderMap, name: &str) -> &'a str {
    headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default()
}

/// One whole trio of Svix's, or of the standard's: the id that is believed is the one that was signed.
fn trio(headers: &HeaderMap) -> Headers<'_> {
    let names = if headers.contains_key("svix-id") {
        ["svix-id", "svix-timestamp", "svix-signature"]
    } else {
        ["webhook-id", "webhook-timestamp", "webhook-signature"]
    };
    let [id, timestamp, signature] = names.map(|name| header(headers, name));
    Headers { id, timestamp, signature }
}

/// A signature's verdict as a door's.
pub fn verdict(signed: Result<(), Unsigned>) -> Result<(), &'static str> {
    signed.map_err(Unsigned::as_str)
}
