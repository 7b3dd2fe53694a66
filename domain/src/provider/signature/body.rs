//! The scheme without a time: base64 of HMAC-SHA256 over the raw body. WooCommerce's `X-WC-Webhook-Signature`
//! (<https://developer.woocommerce.com/docs/apis/rest-api/v3/webhooks/>) and Shopify's `X-Shopify-Hmac-Sha256`
//! (<https://shopify.dev/docs/apps/build/webhooks/subscribe/https>). What was signed once stays signed for ever, so whoever hears it must
//! bear hearing it again.

use base64::{Engine, engine::general_purpose::STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;

use super::Unsigned;

fn mac(body: &[u8], secret: &SecretString) -> Option<Hmac<Sha256>> {
    let key = secret.expose_secret();
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).ok().filter(|_| !key.is_empty())?;
    mac.update(body);
    Some(mac)
}

/// Whether one of the active secrets signed this very body. Several are active while one is being replaced; an empty one never verifies.
///
/// # Errors
/// [`Unsigned`], from which a caller learns nothing about the right signature.
pub fn verify(header: &str, body: &[u8], secrets: &[SecretString]) -> Result<(), Unsigned> {
    let Ok(mark) = STANDARD.decode(header.trim()) else { return Err(Unsigned::Missing) };
    if mark.is_empty() {
        return Err(Unsigned::Missing);
    }
    // `verify_slice` compares in constant time.
    let signed = |secret: &SecretString| mac(body, secret).is_some_and(|mac| mac.verify_slice(&mark).is_ok());
    if secrets.iter().any(signed) { Ok(()) } else { Err(Unsigned::Forged) }
}

/// Signs a body as those shops do: for tests.
pub fn sign(body: &[u8], secret: &SecretString) -> String {
    mac(body, secret).map(|mac| STANDARD.encode(mac.finalize().into_bytes())).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_right_secret_and_body_verify_and_nothing_near_them() {
        let secrets = ["the one before", "the new one"].map(SecretString::from);
        let body = br#"{"id":727,"status":"processing"}"#;
        let mark = sign(body, &secrets[1]);
        assert_eq!(verify(&mark, body, &secrets), Ok(()));
        assert_eq!(verify(&mark, body, &secrets[..1]), Err(Unsigned::Forged));
        for at in 0..body.len() {
            let mut altered = body.to_vec();
            altered[at] ^= 1;
            assert_eq!(verify(&mark, &altered, &secrets), Err(Unsigned::Forged));
        }
        for header in ["", "nonsense!", "===="] {
            assert_eq!(verify(header, body, &secrets), Err(Unsigned::Missing), "{header}");
        }
        let short = STANDARD.encode(&STANDARD.decode(&mark).unwrap()[..16]);
        assert_eq!(verify(&short, body, &secrets), Err(Unsigned::Forged), "half a signature is none");
    }

    #[test]
    fn nothing_verifies_without_a_secret() {
        let empty = SecretString::from("");
        let mark = sign(b"{}", &SecretString::from("a"));
        assert_eq!(verify(&mark, b"{}", &[]), Err(Unsigned::Forged));
        assert_eq!(verify(&mark, b"{}", std::slice::from_ref(&empty)), Err(Unsigned::Forged));
        assert_eq!(sign(b"{}", &empty), "");
    }

    /// HMAC-SHA256 of RFC 4231, test case 2, in base64.
    #[test]
    fn it_is_the_hmac_everybody_knows() {
        let mark = sign(b"what do ya want for nothing?", &SecretString::from("Jefe"));
        assert_eq!(mark, "W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=");
    }
}
