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
    let secrets = &state.door.webhooks.carriers;
    let believe = |body: &Bytes| {
        secrets.lets("fedex", ip)?;
        verdict(signed_by_fedex::verify(header(&headers, "fdx-signature"), body, &secrets.fedex))
    };
    let read = |body: &Bytes| fedex::wire::Answer::read(body).map(|_| known(body, "tracks".to_owned()));
    knock("fedex", &state, ip).take(body, believe, read).await
}

pub(super) async fn ups(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    headers: HeaderMap,
    body: Body,
) -> Answer {
    let secrets = &state.door.webhooks.carriers;
    let believe = |_: &Bytes| {
        secrets.lets("ups", ip)?;
        let (first, second) = (header(&headers, "credential"), header(&headers, "x-api-key"));
        verdict(sent_by_ups::verify(first, second, &secrets.ups))
    };
    let read = |body: &Bytes| ups::Alert::read(body).map(|alert| known(body, alert.kind()));
    knock("ups", &state, ip).take(body, believe, read).await
}

pub(super) async fn dhl(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    headers: HeaderMap,
    body: Body,
) -> Answer {
    let secrets = &state.door.webhooks.carriers;
    let believe = |_: &Bytes| {
        secrets.lets("dhl", ip)?;
        verdict(word::verify(header(&headers, dhl::HEADER), &secrets.dhl))
    };
    let read = |body: &Bytes| dhl::Push::read(body).map(|push| known(body, push.scope().to_owned()));
    knock("dhl", &state, ip).take(body, believe, read).await
}

pub(super) async fn correos(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    RawQuery(query): RawQuery,
    body: Body,
) -> Answer {
    let secrets = &state.door.webhooks.carriers;
    let believe = |_: &Bytes| {
        secrets.lets("correos", ip)?;
        let query = query.as_deref().unwrap_or_default();
        let mut said = url::form_urlencoded::parse(query.as_bytes()).filter(|(name, _)| name == "token");
        let said = said.next().map(|(_, said)| said).unwrap_or_default();
        word::verify(&said, &secrets.correos).map_err(|unsigned| match unsigned {
            Unsigned::Missing => "token_missing",
            _ => "token_wrong",
        })
    };
    let read = |body: &Bytes| correos::wire::Answer::read(body).map(|_| known(body, "eventos".to_owned()));
    knock("correos", &state, ip).take(body, believe, read).await
}

fn knock<'a>(provider: &'static str, state: &'a AppState, ip: IpAddr) -> Knock<'a> {
    Knock { provider, shop: &state.shop, ip, now: state.shop.clock.now() }
}

fn known(body: &Bytes, kind: String) -> Known {
    Known { event_id: hex::encode(Sha256::digest(body)), kind, about: None }
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
