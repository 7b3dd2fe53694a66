//! `POST /api/webhooks/carriers/{fedex,ups,dhl,correos}`: what carriers tell by themselves. None of them has ids of events: the body's own hash
//! is the key, so a repeated delivery is the same and any change is news. Numbers we do not know are welcome: the inbox keeps what it
//! cannot place yet.
//!
//! None of their schemes has a time, so a recorded push can be sent again. It then is what the inbox knows already.

use std::net::IpAddr;

use axum::{
    body::{Body, Bytes},
    extract::{RawQuery, State},
    http::HeaderMap,
};
use domain::provider::{
    correos, dhl,
    fedex::{self, signature as signed_by_fedex},
    signature::{Unsigned, word},
    ups::{self, signature as sent_by_ups},
};
use secrecy::SecretString;
use sha2::{Digest, Sha256};

use super::keep::{Answer, Knock, Known, header, verdict};
use crate::{client_ip::ClientIp, state::AppState};

/// What proves that a push is a carrier's. Several secrets are active while one is being replaced.
#[derive(Debug, Clone, Default)]
pub struct CarrierSecrets {
    /// With which FedEx signs.
    pub fedex: Vec<SecretString>,
    /// Which UPS brings.
    pub ups: Vec<SecretString>,
    /// Which DHL brings.
    pub dhl: Vec<SecretString>,
    /// Which stand in the address of Correos' door.
    pub correos: Vec<SecretString>,
    /// Where they come from, for carriers that are in here.
    pub allowed: Vec<Allowed>,
}

/// An address a carrier's pushes come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Allowed {
    /// `fedex`.
    pub carrier: &'static str,
    /// Its address.
    pub ip: IpAddr,
}

impl CarrierSecrets {
    /// Whether a carrier may come from there: from anywhere, unless the shop says otherwise.
    fn lets(&self, carrier: &str, ip: IpAddr) -> Result<(), &'static str> {
        let mut own = self.allowed.iter().filter(|allowed| allowed.carrier == carrier).peekable();
        if own.peek().is_none() || own.any(|allowed| allowed.ip == ip.to_canonical()) {
            Ok(())
        } else {
            Err("address_not_allowed")
        }
    }
}

pub(super) async fn fedex(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    headers: HeaderMap,
    body: Body,
) -> Answer {
    let secrets = &state.door.webhooks.carriers.fedex;
    let believe =
        |body: &Bytes| verdict(signed_by_fedex::verify(header(&headers, "fdx-signature"), body, secrets));
    let kind = |body: &Bytes| fedex::wire::Answer::read(body).map(|_| "tracks".to_owned());
    take(&state, ("fedex", ip), body, believe, kind).await
}

pub(super) async fn ups(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    headers: HeaderMap,
    body: Body,
) -> Answer {
    let secrets = &state.door.webhooks.carriers.ups;
    let believe = |_: &Bytes| {
        let (first, second) = (header(&headers, "credential"), header(&headers, "x-api-key"));
        verdict(sent_by_ups::verify(first, second, secrets))
    };
    let kind = |body: &Bytes| ups::Alert::read(body).map(|alert| alert.kind());
    take(&state, ("ups", ip), body, believe, kind).await
}

pub(super) async fn dhl(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    headers: HeaderMap,
    body: Body,
) -> Answer {
    let secrets = &state.door.webhooks.carriers.dhl;
    let believe = |_: &Bytes| verdict(word::verify(header(&headers, dhl::HEADER), secrets));
    let kind = |body: &Bytes| dhl::Push::read(body).map(|push| push.scope().to_owned());
    take(&state, ("dhl", ip), body, believe, kind).await
}

pub(super) async fn correos(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    RawQuery(query): RawQuery,
    body: Body,
) -> Answer {
    let secrets = &state.door.webhooks.carriers.correos;
    let believe = |_: &Bytes| {
        let query = query.as_deref().unwrap_or_default();
        let mut said = url::form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name == "token");
        let said = said.next().map(|(_, said)| said).unwrap_or_default();
        word::verify(&said, secrets).map_err(|unsigned| match unsigned {
            Unsigned::Missing => "token_missing",
            _ => "token_wrong",
        })
    };
    let kind = |body: &Bytes| correos::wire::Answer::read(body).map(|_| "eventos".to_owned());
    take(&state, ("correos", ip), body, believe, kind).await
}

/// Takes a push in: from where its carrier may come, under the hash of its body.
async fn take(
    state: &AppState,
    (carrier, ip): (&'static str, IpAddr),
    body: Body,
    believe: impl FnOnce(&Bytes) -> Result<(), &'static str>,
    kind: impl FnOnce(&Bytes) -> Option<String>,
) -> Answer {
    let believe = |body: &Bytes| {
        state.door.webhooks.carriers.lets(carrier, ip)?;
        believe(body)
    };
    let read = |body: &Bytes| {
        let kind = kind(body)?;
        Some(Known { event_id: hex::encode(Sha256::digest(body)), kind, about: None })
    };
    let knock = Knock { provider: carrier, shop: &state.shop, ip, now: state.shop.clock.now() };
    knock.take(body, believe, read).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_carrier_with_addresses_comes_from_these_and_another_from_anywhere() {
        let ip = |text: &str| text.parse::<IpAddr>().unwrap();
        let allowed = vec![
            Allowed { carrier: "fedex", ip: ip("20.65.16.22") },
            Allowed { carrier: "fedex", ip: ip("20.65.16.31") },
        ];
        let secrets = CarrierSecrets { allowed, ..CarrierSecrets::default() };
        for (carrier, from, lets) in [
            ("fedex", "20.65.16.31", true),
            ("fedex", "::ffff:20.65.16.22", true),
            ("fedex", "20.65.16.23", false),
            ("ups", "20.65.16.23", true),
        ] {
            assert_eq!(secrets.lets(carrier, ip(from)).is_ok(), lets, "{carrier} {from}");
        }
    }
}
