//! How each provider proves that a webhook is its own.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sha1::Sha1;
use sha2::Sha256;

use crate::provider::Provider;

/// The headers of one delivery made at `timestamp`, beside those every request has. `id` names the message.
pub fn headers(
    provider: Provider,
    secret: Option<&str>,
    id: &str,
    timestamp: i64,
    body: &[u8],
) -> Vec<(&'static str, String)> {
    let timed = |secret: &str| header(secret, timestamp, body);
    match provider {
        Provider::Stripe => vec![("stripe-signature", timed(secret.unwrap_or_default()))],
        Provider::Shippo => {
            let signature = secret.map(|secret| ("shippo-auth-signature", timed(secret)));
            [("shippo-api-version", "2018-02-08".to_owned())].into_iter().chain(signature).collect()
        }
        // Twilio signs otherwise, and DHL shows what its subscriber chose.
        Provider::Twilio | Provider::Dhl => Vec::new(),
        Provider::Fedex => vec![("fdx-signature", fedex(secret.unwrap_or_default(), body))],
        Provider::Ups => vec![("x-api-key", secret.unwrap_or_default().to_owned())],
        Provider::Stitch | Provider::Resend => vec![
            ("svix-id", id.to_owned()),
            ("svix-timestamp", timestamp.to_string()),
            ("svix-signature", svix(secret.unwrap_or_default(), id, timestamp, body)),
        ],
    }
}

/// Twilio's: HMAC-SHA1 over the address and the form's fields in their order, in base64.
pub fn twilio(token: Option<&str>, url: &str, form: &[u8]) -> Vec<(&'static str, String)> {
    let mut fields: Vec<_> = url::form_urlencoded::parse(form).collect();
    fields.sort();
    let Ok(mut mac) = Hmac::<Sha1>::new_from_slice(token.unwrap_or_default().as_bytes()) else {
        return Vec::new();
    };
    mac.update(url.as_bytes());
    for (name, value) in fields {
        mac.update(name.as_bytes());
        mac.update(value.as_bytes());
    }
    vec![("x-twilio-signature", STANDARD.encode(mac.finalize().into_bytes()))]
}

/// `t=…,v1=…`: HMAC-SHA256 over `t.body` in hex, keyed with the whole secret as text.
fn header(secret: &str, timestamp: i64, body: &[u8]) -> String {
    format!("t={timestamp},v1={}", hex::encode(digest(secret.as_bytes(), &format!("{timestamp}."), body)))
}

/// `v1,…`: HMAC-SHA256 over `id.t.body` in base64, keyed with what the secret's base64 stands for. A secret that is no
/// base64 signs with nothing, and every receiver refuses that.
fn svix(secret: &str, id: &str, timestamp: i64, body: &[u8]) -> String {
    let key = STANDARD.decode(secret.strip_prefix("whsec_").unwrap_or(secret)).unwrap_or_default();
    format!("v1,{}", STANDARD.encode(digest(&key, &format!("{id}.{timestamp}."), body)))
}

/// HMAC-SHA256 over the body in base64; when it was made is not signed.
fn fedex(token: &str, body: &[u8]) -> String {
    STANDARD.encode(digest(token.as_bytes(), "", body))
}

fn digest(key: &[u8], before: &str, body: &[u8]) -> Vec<u8> {
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(key) else {
        return Vec::new();
    };
    mac.update(before.as_bytes());
    mac.update(body);
    mac.finalize().into_bytes().to_vec()
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

    /// The one Svix publishes.
    #[test]
    fn the_vector_of_svix() {
        let (secret, id) = ("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", "msg_p5jXN8AQM9LWM0D4loKWxJek");
        let ours = svix(secret, id, 1_614_265_330, br#"{"test": 2432232314}"#);
        assert_eq!(ours, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    /// The one Twilio documents.
    #[test]
    fn the_vector_of_twilio() {
        let form = "To=%2B18005551212&CallSid=CA1234567890ABCDE&Digits=1234&Caller=%2B12349013030&From=%2B12349013030";
        let ours = twilio(Some("12345"), "https://mycompany.com/myapp.php?foo=1&bar=2", form.as_bytes());
        assert_eq!(ours[0].1, "0/KCTR6DLpKmkAf8muzZqo1nDgQ=");
    }

    #[test]
    fn shippo_signs_only_where_a_secret_was_agreed() {
        let made = |secret| headers(Provider::Shippo, secret, "msg_1", 1_700_000_001, br#"{"id":"evt_1"}"#);
        let version = ("shippo-api-version", "2018-02-08".to_owned());
        assert_eq!(made(None), std::slice::from_ref(&version));
        let signed = ("shippo-auth-signature", CONSTANT.to_owned());
        assert_eq!(made(Some("whsec_constant")), [version, signed]);
    }

    #[test]
    fn the_shared_vector_when_it_is_at_hand() {
        let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/fixtures/signature-vectors.json");
        let Ok(text) = std::fs::read_to_string(path) else { return };
        let vectors: serde_json::Value = serde_json::from_str(&text).unwrap();
        let stripe = &vectors["stripe"];
        let (secret, body) = (stripe["secret"].as_str().unwrap(), stripe["body"].as_str().unwrap());
        let ours = header(secret, stripe["timestamp"].as_i64().unwrap(), body.as_bytes());
        assert!(stripe["header"].as_str().unwrap().starts_with(&ours), "{ours}");
        let theirs = &vectors["fedex"];
        let ours =
            fedex(theirs["security_token"].as_str().unwrap(), theirs["body"].as_str().unwrap().as_bytes());
        assert_eq!(theirs["signature_base64"], ours);
    }
}
