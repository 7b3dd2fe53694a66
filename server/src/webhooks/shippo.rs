//! `POST /api/webhooks/shippo`: signed where a secret was agreed with Shippo's support, otherwise known by the token in its address.
//!
//! Shippo has no event ids: the body's own hash is the key, so a repeated delivery is the same and any change is news. Numbers we do
//! not know are welcome, too: the inbox keeps what it cannot place yet.

use axum::{
    body::{Body, Bytes},
    extract::{RawQuery, State},
    http::HeaderMap,
};
use domain::{provider::signature::stamped, secret::same};
use secrecy::{ExposeSecret, SecretString};
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::keep::{Answer, Knock, Known, header, verdict};
use crate::{client_ip::ClientIp, state::AppState};

/// As much of a body as the inbox wants to know.
#[derive(Deserialize)]
struct Event {
    event: String,
}

pub(super) async fn door(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Body,
) -> Answer {
    let now = state.shop.clock.now();
    let secrets = &state.door.webhooks;
    let believe = |body: &Bytes| {
        if secrets.shippo.is_empty() {
            return knows_token(query.as_deref().unwrap_or_default(), secrets.shippo_token.as_ref());
        }
        let signature = header(&headers, "shippo-auth-signature");
        verdict(stamped::verify_single(signature, body, &secrets.shippo, now))
    };
    Knock { provider: "shippo", shop: &state.shop, ip, now }.take(body, believe, read).await
}

fn read(body: &Bytes) -> Option<Known> {
    let event: Event = serde_json::from_slice(body).ok()?;
    Some(Known { event_id: hex::encode(Sha256::digest(body)), kind: event.event, about: None })
}

/// Whether `?token=` is ours. None of ours, or an empty one, is nobody's.
fn knows_token(query: &str, ours: Option<&SecretString>) -> Result<(), &'static str> {
    let mut said = url::form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name == "token");
    let Some((_, said)) = said.next() else { return Err("token_missing") };
    let ours = ours.map(ExposeSecret::expose_secret).unwrap_or_default();
    if !ours.is_empty() && same(said.as_bytes(), ours.as_bytes()) { Ok(()) } else { Err("token_wrong") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_token_opens_and_an_empty_one_never() {
        let ours = SecretString::from("a+b c");
        assert_eq!(knows_token("token=a%2Bb+c", Some(&ours)), Ok(()));
        for (query, reason) in [
            ("", "token_missing"),
            ("tokens=a%2Bb+c", "token_missing"),
            ("token=", "token_wrong"),
            ("token=a%2Bb+", "token_wrong"),
            ("token=x&token=a%2Bb+c", "token_wrong"),
        ] {
            assert_eq!(knows_token(query, Some(&ours)), Err(reason), "{query}");
        }
        let empty = SecretString::from("");
        for none in [None, Some(&empty)] {
            assert_eq!(knows_token("token=", none), Err("token_wrong"));
        }
    }
}
