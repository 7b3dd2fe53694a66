//! RFC 8292, read from the push service's side.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Verifier;
use p256::ecdsa::{Signature, VerifyingKey};
use serde_json::Value;

use crate::clock;

/// Who signed.
pub struct Proved {
    /// Their public key, base64url.
    pub key: String,
    /// Where they can be reached.
    pub contact: String,
}

/// Whether `Authorization` proves a sender to the service at `ours`.
pub fn prove(authorization: &str, ours: &str) -> Result<Proved, &'static str> {
    let fields = authorization.strip_prefix("vapid ").ok_or("no vapid in Authorization")?;
    let field = |name: &str| {
        let mut all = fields.split(',').filter_map(|field| field.trim().split_once('='));
        all.find(|(said, _)| *said == name).map(|(_, value)| value)
    };
    let (token, key) = (field("t").ok_or("no t")?, field("k").ok_or("no k")?);
    let decode = |text: &str| URL_SAFE_NO_PAD.decode(text).map_err(|_| "no base64url");
    let public = decode(key)?;
    if public.len() != 65 {
        return Err("k is no uncompressed point");
    }
    let verifier = VerifyingKey::from_sec1_bytes(&public).map_err(|_| "k is no point")?;
    let (signed, mark) = token.rsplit_once('.').ok_or("t is no JWT")?;
    let mark = Signature::from_slice(&decode(mark)?).map_err(|_| "the signature has another shape")?;
    verifier.verify(signed.as_bytes(), &mark).map_err(|_| "the signature is not k's")?;
    let (head, claims) = signed.split_once('.').ok_or("t is no JWT")?;
    let read = |part: &str| serde_json::from_slice::<Value>(&decode(part)?).map_err(|_| "t holds no JSON");
    if read(head)?["alg"] != "ES256" {
        return Err("alg is not ES256");
    }
    let claims = read(claims)?;
    if claims["aud"] != ours {
        return Err("aud is another service");
    }
    let left = claims["exp"].as_i64().ok_or("no exp")? - clock::now();
    if !(1..=24 * 3600).contains(&left) {
        return Err("exp is over, or more than a day away");
    }
    let contact = claims["sub"].as_str().unwrap_or_default();
    if !contact.starts_with("mailto:") && !contact.starts_with("https://") {
        return Err("sub is no address");
    }
    Ok(Proved { key: key.to_owned(), contact: contact.to_owned() })
}
