//! How a carrier is asked: with a time-out, without redirects, and with an end to what it may answer.

use std::{sync::Arc, time::Duration};

use reqwest::{Client, RequestBuilder, StatusCode, redirect::Policy};
use serde::de::DeserializeOwned;

use super::{
    Refused, Unanswered,
    said::{self, Said, unanswered},
};
use crate::clock::At;

/// A job has twenty seconds: time for a token and a call, and for both again when the token was refused.
const PATIENCE: Duration = Duration::from_secs(6);
/// Thirty parcels with all their scans are some hundred kilobytes.
const LARGEST: usize = 8 * 1024 * 1024;

/// A whole answer.
pub(super) struct Answer {
    pub status: StatusCode,
    /// `Retry-After`.
    pub after: Option<Duration>,
    pub body: Vec<u8>,
}

impl Answer {
    /// Sorts it; `refused` reads a 4xx body.
    pub fn read<T: DeserializeOwned>(
        &self,
        refused: impl Fn(StatusCode, &[u8]) -> Refused,
    ) -> Result<Said<T>, Unanswered> {
        said::sort(self.status, self.after, &self.body, refused)
    }
}

/// A client for a carrier. It follows no redirect: what is asked may hold a key, and goes to nobody else.
pub(super) fn client() -> Result<Client, String> {
    // Another part of the program may have installed it.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder()
        .timeout(PATIENCE)
        .connect_timeout(PATIENCE)
        .redirect(Policy::none())
        .user_agent(concat!("clew/", env!("CARGO_PKG_VERSION")))
        .build()
        .map_err(|error| error.to_string())
}

/// The carrier's address, or another (the sandbox's).
pub(super) fn base(stated: Option<&str>, live: &str) -> Result<Arc<str>, String> {
    let base = stated.unwrap_or(live).trim_end_matches('/');
    url::Url::parse(base).map_err(|error| format!("{base} is no address: {error}"))?;
    Ok(base.into())
}

/// Asks, and reads the whole answer.
pub(super) async fn ask(request: RequestBuilder, now: At) -> Result<Answer, Unanswered> {
    let mut answer = request.send().await.map_err(unanswered)?;
    let (status, after) = (answer.status(), said::retry_after(answer.headers(), now));
    let mut body = Vec::new();
    while let Some(piece) = answer.chunk().await.map_err(unanswered)? {
        if body.len() + piece.len() > LARGEST {
            return Err(Unanswered::Down(format!("HTTP {}: an answer without end", status.as_u16())));
        }
        body.extend_from_slice(&piece);
    }
    Ok(Answer { status, after, body })
}

/// What may stand in an address as one segment of it: a number as people paste it, and nothing that leads elsewhere.
pub(super) fn segment(number: &str) -> String {
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_');
    let mut out = String::with_capacity(number.len());
    for byte in number.bytes().filter(|byte| !byte.is_ascii_whitespace()) {
        if plain(byte) {
            out.push(char::from(byte));
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_cannot_lead_to_another_address() {
        assert_eq!(segment(" 1Z 023E2X 0214323462 "), "1Z023E2X0214323462");
        assert_eq!(segment("../../oauth?x=1#y"), "%2E%2E%2F%2E%2E%2Foauth%3Fx%3D1%23y");
        assert_eq!(segment("é"), "%C3%A9");
    }

    #[test]
    fn an_address_that_is_none_is_told_at_once() {
        assert_eq!(&*base(None, "https://a.test").unwrap(), "https://a.test");
        assert_eq!(&*base(Some("http://127.0.0.1:1/x/"), "https://a.test").unwrap(), "http://127.0.0.1:1/x");
        assert!(base(Some("nowhere"), "https://a.test").is_err());
    }
}
