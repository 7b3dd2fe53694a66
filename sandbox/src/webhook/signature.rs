//! `Stripe-Signature`: HMAC-SHA256 over `t.body`, keyed with the whole secret as text.

use hmac::{Hmac, KeyInit, Mac};
use sha2::Sha256;

/// The header's value for a body sent at `timestamp`.
pub fn header(secret: &str, timestamp: i64, body: &[u8]) -> String {
    format!("t={timestamp},v1={}", digest(secret, timestamp, body))
}

fn digest(secret: &str, timestamp: i64, body: &[u8]) -> String {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(secret.as_bytes()) else {
        return String::new();
    };
    mac.update(format!("{timestamp}.").as_bytes());
    mac.update(body);
    hex::encode(mac.finalize().into_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Computed with `openssl dgst -sha256 -hmac whsec_constant`.
    #[test]
    fn a_constant_vector() {
        assert_eq!(header("whsec_constant", 1_700_000_001, br#"{"id":"evt_1"}"#), CONSTANT);
    }

    const CONSTANT: &str = "t=1700000001,v1=1e87003bf918a0112c69a4f52fa1a7ecbc6ca88bb4adf7a2b33bd93f1c618aa2";

    #[test]
    fn the_shared_vector_when_it_is_at_hand() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/fixtures/signature-vectors.json");
        let Ok(text) = std::fs::read_to_string(path) else { return };
        let vectors: serde_json::Value = serde_json::from_str(&text).unwrap();
        let stripe = &vectors["stripe"];
        let (secret, body) = (stripe["secret"].as_str().unwrap(), stripe["body"].as_str().unwrap());
        let ours = header(secret, stripe["timestamp"].as_i64().unwrap(), body.as_bytes());
        assert!(stripe["header"].as_str().unwrap().starts_with(&ours), "{ours}");
    }
}
