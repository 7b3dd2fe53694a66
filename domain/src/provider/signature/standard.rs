//! Standard Webhooks, as Svix signs for Stitch and Resend: `v1,<base64>` over `{id}.{timestamp}.{raw body}`
//! (<https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md>).

use base64::{Engine, prelude::BASE64_STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;

use super::{TOLERANCE, Unsigned};
use crate::clock::At;

/// What came with the body: the three headers, named `svix-*` or `webhook-*`.
#[derive(Debug, Clone, Copy)]
pub struct Headers<'a> {
    /// The same at every attempt: the key of once-only.
    pub id: &'a str,
    /// Unix seconds, new at every attempt.
    pub timestamp: &'a str,
    /// Space-separated `v1,<base64>`; other versions are skipped.
    pub signature: &'a str,
}

/// Whether one of the active secrets (`whsec_` and base64) signed this very body not long ago.
///
/// # Errors
/// [`Unsigned`], from which a caller learns nothing about the right signature.
pub fn verify(headers: Headers<'_>, body: &[u8], secrets: &[SecretString], now: At) -> Result<(), Unsigned> {
    let at: i64 = headers.timestamp.parse().map_err(|_| Unsigned::Missing)?;
    let marks: Vec<Vec<u8>> = headers
        .signature
        .split(' ')
        .filter_map(|part| part.strip_prefix("v1,"))
        .filter_map(|mark| BASE64_STANDARD.decode(mark).ok())
        .collect();
    if headers.id.is_empty() || marks.is_empty() {
        return Err(Unsigned::Missing);
    }
    let signed = |secret: &SecretString| {
        // `verify_slice` compares in constant time.
        let mac = mac(headers.id, headers.timestamp, body, secret);
        mac.is_some_and(|mac| marks.iter().any(|mark| mac.clone().verify_slice(mark).is_ok()))
    };
    if !secrets.iter().any(signed) {
        return Err(Unsigned::Forged);
    }
    if now.0.as_second().abs_diff(at) > TOLERANCE.unsigned_abs() { Err(Unsigned::Stale) } else { Ok(()) }
}

/// Signs a body; empty where the secret is none.
pub fn sign(id: &str, body: &[u8], secret: &SecretString, at: At) -> String {
    let stamp = at.0.as_second().to_string();
    mac(id, &stamp, body, secret)
        .map(|mac| format!("v1,{}", BASE64_STANDARD.encode(mac.finalize().into_bytes())))
        .unwrap_or_default()
}

fn mac(id: &str, stamp: &str, body: &[u8], secret: &SecretString) -> Option<Hmac<Sha256>> {
    let secret = secret.expose_secret();
    let key = BASE64_STANDARD.decode(secret.strip_prefix("whsec_").unwrap_or(secret)).ok()?;
    if key.is_empty() {
        return None;
    }
    let mut mac = Hmac::<Sha256>::new_from_slice(&key).ok()?;
    for part in [id.as_bytes(), b".", stamp.as_bytes(), b".", body] {
        mac.update(part);
    }
    Some(mac)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    fn at(second: i64) -> At {
        At(jiff::Timestamp::from_second(second).unwrap())
    }

    fn secret(text: &str) -> SecretString {
        SecretString::from(text)
    }

    /// The vector of the Standard Webhooks libraries.
    #[test]
    fn the_published_vector_verifies_and_its_neighbours_do_not() {
        let headers =
            |signature| Headers { id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: "1614265330", signature };
        let body = br#"{"test": 2432232314}"#;
        let good = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        let now = at(1_614_265_330);
        let secrets = [secret("whsec_AAAA"), secret(SECRET)];
        assert_eq!(verify(headers(good), body, &secrets, now), Ok(()));
        let among_others = format!("v1a,xx v1,AAAA {good}");
        assert_eq!(verify(headers(&among_others), body, &secrets, now), Ok(()));
        assert_eq!(verify(headers(good), b"{}", &secrets, now), Err(Unsigned::Forged));
        assert_eq!(verify(headers(good), body, &secrets[..1], now), Err(Unsigned::Forged));
        assert_eq!(verify(headers(good), body, &secrets, now.plus(301)), Err(Unsigned::Stale));
        assert_eq!(verify(headers(good), body, &secrets, now.plus(-301)), Err(Unsigned::Stale));
        for nonsense in ["", "v1", "v2,AAAA", "v1,%%%"] {
            assert_eq!(verify(headers(nonsense), body, &secrets, now), Err(Unsigned::Missing), "{nonsense}");
        }
        let huge = Headers { timestamp: "-9223372036854775808", ..headers(good) };
        assert_eq!(verify(huge, body, &secrets, now), Err(Unsigned::Forged));
    }

    #[test]
    fn nothing_verifies_without_a_secret() {
        for empty in ["", "whsec_"] {
            let now = at(1);
            let signature = sign("msg_1", b"{}", &secret(empty), now);
            let headers = Headers { id: "msg_1", timestamp: "1", signature: &signature };
            assert!(verify(headers, b"{}", &[secret(empty)], now).is_err());
        }
    }
}
