//! RFC 8292: who we are, signed for one push service and for half a day.

use base64::{Engine, prelude::BASE64_URL_SAFE_NO_PAD as BASE64};
use p256::{
    SecretKey,
    ecdsa::{Signature, SigningKey, signature::Signer},
    elliptic_curve::sec1::ToSec1Point,
};
use serde_json::json;

use crate::clock::At;

/// RFC 8292 §2 allows a day; clocks differ.
const LASTS: i64 = 12 * 3600;

/// A new private key, as the setting holds it: 32 bytes in base64url.
pub fn new_key() -> String {
    loop {
        let bytes: [u8; 32] = rand::random();
        // Only a number outside the curve's order is none: one in 2³².
        if SecretKey::from_slice(&bytes).is_ok() {
            return BASE64.encode(bytes);
        }
    }
}

/// The shop's key of a setting.
pub(super) fn read_key(text: &str) -> Option<SecretKey> {
    let bytes = BASE64.decode(text.trim().trim_end_matches('=')).ok()?;
    SecretKey::from_slice(&bytes).ok()
}

/// The public half, as a browser wants it: 65 bytes in base64url.
pub(super) fn public(key: &SecretKey) -> String {
    BASE64.encode(key.public_key().to_sec1_point(false).as_bytes())
}

/// The header `Authorization`, for the push service at `origin`.
pub(super) fn authorization(key: &SecretKey, public: &str, origin: &str, contact: &str, now: At) -> String {
    let part = |value: serde_json::Value| BASE64.encode(value.to_string());
    let head = part(json!({ "typ": "JWT", "alg": "ES256" }));
    let claims = part(json!({ "aud": origin, "exp": now.plus(LASTS).0.as_second(), "sub": contact }));
    let signed = format!("{head}.{claims}");
    let mark: Signature = SigningKey::from(key).sign(signed.as_bytes());
    format!("vapid t={signed}.{}, k={public}", BASE64.encode(mark.to_bytes()))
}

#[cfg(test)]
mod tests {
    use p256::ecdsa::{VerifyingKey, signature::Verifier};

    use super::*;

    #[test]
    fn a_push_service_can_verify_who_we_are() {
        let key = read_key(&new_key()).unwrap();
        let public = public(&key);
        let now = At(jiff::Timestamp::from_second(1_700_000_000).unwrap());
        let said = authorization(&key, &public, "https://push.test", "mailto:shop@shop.test", now);
        let (token, theirs) = said.strip_prefix("vapid t=").unwrap().split_once(", k=").unwrap();
        assert_eq!(theirs, public);
        let (signed, mark) = token.rsplit_once('.').unwrap();
        let verifier = VerifyingKey::from_sec1_bytes(&BASE64.decode(theirs).unwrap()).unwrap();
        let mark = Signature::from_slice(&BASE64.decode(mark).unwrap()).unwrap();
        assert!(verifier.verify(signed.as_bytes(), &mark).is_ok());
        let claims = BASE64.decode(signed.split_once('.').unwrap().1).unwrap();
        let claims: serde_json::Value = serde_json::from_slice(&claims).unwrap();
        assert_eq!(claims["aud"], "https://push.test");
        assert_eq!(claims["exp"], 1_700_043_200);
        assert_eq!(claims["sub"], "mailto:shop@shop.test");
    }

    #[test]
    fn what_is_no_key_is_told() {
        for bad in ["", "AAAA", &"A".repeat(43), "%%%"] {
            assert!(read_key(bad).is_none(), "{bad}");
        }
    }
}
