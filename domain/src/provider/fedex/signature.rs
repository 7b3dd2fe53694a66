//! `fdx-signature`: HMAC-SHA256 of the raw body under the project's security token, in base64
//! (<https://developer.fedex.com/api/en-us/catalog/account-visibility-webhook/docs.html>). The page's own pseudo-code writes hexadecimal,
//! so that is taken, too. The scheme has no time: who repeats a body repeats what the inbox knows.

use base64::{Engine, prelude::BASE64_STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use secrecy::{ExposeSecret, SecretString};
use sha2::Sha256;

use crate::provider::signature::Unsigned;

/// Whether one of the active security tokens signed this very body. An empty one never verifies.
///
/// # Errors
/// [`Unsigned`], from which a caller learns nothing about the right signature.
pub fn verify(header: &str, body: &[u8], tokens: &[SecretString]) -> Result<(), Unsigned> {
    let header = header.trim();
    let mark = match header.len() {
        44 => BASE64_STANDARD.decode(header).ok(),
        64 => hex::decode(header).ok(),
        _ => None,
    };
    let mark = mark.ok_or(Unsigned::Missing)?;
    let signed = |token: &SecretString| {
        // `verify_slice` compares in constant time.
        keyed(body, token).is_some_and(|mac| mac.verify_slice(&mark).is_ok())
    };
    if tokens.iter().any(signed) { Ok(()) } else { Err(Unsigned::Forged) }
}

/// Signs a body as FedEx does: for tests.
pub fn sign(body: &[u8], token: &SecretString) -> String {
    keyed(body, token).map(|mac| BASE64_STANDARD.encode(mac.finalize().into_bytes())).unwrap_or_default()
}

fn keyed(body: &[u8], token: &SecretString) -> Option<Hmac<Sha256>> {
    let key = token.expose_secret();
    if key.is_empty() {
        return None;
    }
    let mut mac = Hmac::<Sha256>::new_from_slice(key.as_bytes()).ok()?;
    mac.update(body);
    Some(mac)
}

#[cfg(test)]
mod tests {
    use super::*;

    const BODY: &[u8] = br#"{"output":{"completeTrackResults":[]}}"#;
    /// Computed apart from this code (`signature-vectors.json`).
    const BASE64: &str = "Swi9GdtzxWifzMdto+kV53PqBIef+giHdQAH+IvzFE0=";
    const HEX: &str = "4b08bd19db73c5689fccc76da3e915e773ea04879ffa0887750007f88bf3144d";

    fn token(word: &str) -> SecretString {
        SecretString::from(word)
    }

    #[test]
    fn the_vector_verifies_in_either_writing_under_any_active_token() {
        let tokens = [token("the one before"), token("fedex-security-token")];
        for mark in [BASE64, HEX, &HEX.to_uppercase(), &format!(" {BASE64} ")] {
            assert_eq!(verify(mark, BODY, &tokens), Ok(()), "{mark}");
        }
        assert_eq!(sign(BODY, &tokens[1]), BASE64);
        assert_eq!(verify(BASE64, BODY, &tokens[..1]), Err(Unsigned::Forged));
    }

    #[test]
    fn every_byte_of_the_body_and_of_the_signature_counts() {
        let tokens = [token("fedex-security-token")];
        for i in 0..BODY.len() {
            let mut altered = BODY.to_vec();
            altered[i] ^= 1;
            assert_eq!(verify(BASE64, &altered, &tokens), Err(Unsigned::Forged), "{i}");
        }
        for i in 0..HEX.len() {
            let mut altered = HEX.as_bytes().to_vec();
            altered[i] = if altered[i] == b'0' { b'1' } else { b'0' };
            let altered = String::from_utf8(altered).unwrap();
            assert_eq!(verify(&altered, BODY, &tokens), Err(Unsigned::Forged), "{altered}");
        }
        for short in ["", "Swi9", &BASE64[..40], &HEX[..62], "not base64 at all, though as long as one is!"] {
            assert_eq!(verify(short, BODY, &tokens), Err(Unsigned::Missing), "{short}");
        }
    }

    #[test]
    fn nothing_verifies_without_a_token() {
        let mut by_hand = Hmac::<Sha256>::new_from_slice(b"").unwrap();
        by_hand.update(BODY);
        let signed = BASE64_STANDARD.encode(by_hand.finalize().into_bytes());
        assert_eq!(verify(&signed, BODY, &[token("")]), Err(Unsigned::Forged));
        assert_eq!(verify(&signed, BODY, &[]), Err(Unsigned::Forged));
    }
}
