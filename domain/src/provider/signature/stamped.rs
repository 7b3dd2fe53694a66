//! The scheme `t=…,v1=…` over `{t}.{raw body}`: Stripe's (<https://docs.stripe.com/webhooks#verify-manually>), and Shippo's
//! (`goshippo/ai`, `tools/ucp-fulfillment/src/shippo-verify.ts`).

use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;

use super::{TOLERANCE, Unsigned};
use crate::clock::At;

/// Whether one of the active secrets signed this very body not long ago. Several secrets are active while one is being
/// replaced; an empty secret never verifies.
///
/// # Errors
/// [`Unsigned`], from which a caller learns nothing about the right signature.
pub fn verify(header: &str, body: &[u8], secrets: &[SecretString], now: At) -> Result<(), Unsigned> {
    let mut stamp = None;
    let mut marks = Vec::new();
    for part in header.split(',') {
        match part.trim().split_once('=') {
            Some(("t", t)) if stamp.is_none() => stamp = Some(t),
            Some(("v1", mark)) => marks.extend(hex::decode(mark)),
            _ => {}
        }
    }
    let stamp = stamp.ok_or(Unsigned::Missing)?;
    let at: i64 = stamp.parse().map_err(|_| Unsigned::Missing)?;
    if marks.is_empty() {
        return Err(Unsigned::Missing);
    }
    let signed = |secret: &SecretString| {
        let key = secret.expose_secret();
        if key.is_empty() {
            return false;
        }
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key.as_bytes()) else { return false };
        mac.update(stamp.as_bytes());
        mac.update(b".");
        mac.update(body);
        // `verify_slice` compares in constant time.
        marks.iter().any(|mark| mac.clone().verify_slice(mark).is_ok())
    };
    if !secrets.iter().any(signed) {
        return Err(Unsigned::Forged);
    }
    if now.0.as_second().abs_diff(at) > TOLERANCE.unsigned_abs() { Err(Unsigned::Stale) } else { Ok(()) }
}

/// [`verify`] for who sends each mark once (Shippo): a header that repeats one was put together by somebody else.
///
/// # Errors
/// As [`verify`]; [`Unsigned::Missing`] where `t` or `v1` is repeated.
pub fn verify_single(header: &str, body: &[u8], secrets: &[SecretString], now: At) -> Result<(), Unsigned> {
    let times = |mark: &str| {
        header
            .split(',')
            .filter_map(|part| part.trim().split_once('='))
            .filter(|(name, _)| *name == mark)
            .count()
    };
    if times("t") > 1 || times("v1") > 1 {
        return Err(Unsigned::Missing);
    }
    verify(header, body, secrets, now)
}

/// Signs a body as Stripe does: for tests and for the sandbox's check of us.
pub fn sign(body: &[u8], secret: &SecretString, at: At) -> String {
    let stamp = at.0.as_second().to_string();
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.expose_secret().as_bytes()) else {
        return String::new();
    };
    mac.update(stamp.as_bytes());
    mac.update(b".");
    mac.update(body);
    format!("t={stamp},v1={}", hex::encode(mac.finalize().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::clock::Clock;

    fn secret(s: &str) -> SecretString {
        SecretString::from(s)
    }

    #[test]
    fn the_right_secret_and_body_and_time_verify() {
        let now = Clock::System.now();
        let header = sign(b"{}", &secret("whsec_a"), now);
        let secrets = [secret("whsec_b"), secret("whsec_a")];
        assert_eq!(verify(&header, b"{}", &secrets, now), Ok(()));
        assert_eq!(verify(&format!("{header},v1=00ff,v0=abc"), b"{}", &secrets, now), Ok(()));
        assert_eq!(verify(&header, b"{ }", &secrets, now), Err(Unsigned::Forged));
        assert_eq!(verify(&header, b"{}", &secrets[..1], now), Err(Unsigned::Forged));
        assert_eq!(verify(&header, b"{}", &secrets, now.plus(301)), Err(Unsigned::Stale));
        assert_eq!(verify(&header, b"{}", &secrets, now.plus(-301)), Err(Unsigned::Stale));
        assert_eq!(verify(&header, b"{}", &secrets, now.plus(300)), Ok(()));
    }

    #[test]
    fn nothing_verifies_without_a_secret() {
        let now = Clock::System.now();
        assert_eq!(verify(&sign(b"{}", &secret(""), now), b"{}", &[secret("")], now), Err(Unsigned::Forged));
        assert_eq!(verify(&sign(b"{}", &secret("a"), now), b"{}", &[], now), Err(Unsigned::Forged));
        for header in ["", "t=1", "v1=00", "t=x,v1=00", "nonsense"] {
            assert_eq!(verify(header, b"{}", &[secret("a")], now), Err(Unsigned::Missing), "{header}");
        }
    }

    #[test]
    fn who_sends_each_mark_once_may_not_repeat_one() {
        let now = Clock::System.now();
        let header = sign(b"{}", &secret("a"), now);
        assert_eq!(verify_single(&header, b"{}", &[secret("a")], now), Ok(()));
        let (stamp, mark) = header.split_once(',').unwrap();
        for repeated in
            [format!("{header},{mark}"), format!("{stamp},{header}"), format!("{header}, {stamp}")]
        {
            assert_eq!(verify(&repeated, b"{}", &[secret("a")], now), Ok(()), "{repeated}");
            let single = verify_single(&repeated, b"{}", &[secret("a")], now);
            assert_eq!(single, Err(Unsigned::Missing), "{repeated}");
        }
    }

    #[test]
    fn every_byte_of_the_body_is_signed() {
        let now = Clock::System.now();
        let body = br#"{"id":"evt_1","type":"checkout.session.completed"}"#;
        let header = sign(body, &secret("whsec_a"), now);
        for i in 0..body.len() {
            let mut altered = body.to_vec();
            altered[i] ^= 1;
            assert_eq!(verify(&header, &altered, &[secret("whsec_a")], now), Err(Unsigned::Forged));
        }
    }
}
