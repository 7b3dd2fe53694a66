//! A service account: the file Google gives, and the proof signed with it for which it gives a token
//! (RFC 7523; <https://developers.google.com/identity/protocols/oauth2/service-account#httprest>).

use base64::{
    Engine,
    prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD as BASE64},
};
use ring::{
    rand::SystemRandom,
    signature::{RSA_PKCS1_SHA256, RsaKeyPair},
};
use serde::Deserialize;
use serde_json::json;

use crate::clock::At;

const SCOPE: &str = "https://www.googleapis.com/auth/firebase.messaging";
/// Google's own limit.
const LASTS: i64 = 3600;

#[derive(Deserialize)]
struct File {
    project_id: String,
    client_email: String,
    private_key: String,
    token_uri: String,
}

/// A service account, ready to sign.
pub struct Account {
    pub(super) project: String,
    pub(super) token_uri: String,
    email: String,
    key: RsaKeyPair,
}

impl Account {
    /// From the JSON file as Google gives it.
    ///
    /// # Errors
    /// A sentence for the operator; nothing of the key.
    pub fn read(file: &str) -> Result<Self, String> {
        let file: File = serde_json::from_str(file)
            .map_err(|error| format!("it is no service account's JSON file: {error}"))?;
        let plain = |c: char| c.is_ascii_alphanumeric() || c == '-';
        if file.project_id.is_empty() || !file.project_id.chars().all(plain) {
            return Err("its project_id is none".to_owned());
        }
        url::Url::parse(&file.token_uri).map_err(|_| "its token_uri is no address")?;
        let inner: String = file.private_key.lines().filter(|line| !line.starts_with("-----")).collect();
        let der = BASE64_STANDARD.decode(inner.trim()).map_err(|_| "its private_key is no PEM")?;
        let key = RsaKeyPair::from_pkcs8(&der).map_err(|why| format!("its private_key: {why}"))?;
        Ok(Self { project: file.project_id, token_uri: file.token_uri, email: file.client_email, key })
    }

    /// The assertion for which Google gives a token.
    pub(super) fn assertion(&self, now: At) -> Option<String> {
        let part = |value: serde_json::Value| BASE64.encode(value.to_string());
        let second = now.0.as_second();
        let head = part(json!({ "alg": "RS256", "typ": "JWT" }));
        let claims = part(json!({
            "iss": self.email,
            "scope": SCOPE,
            "aud": self.token_uri,
            "iat": second,
            "exp": second + LASTS,
        }));
        let signed = format!("{head}.{claims}");
        let mut mark = vec![0; self.key.public().modulus_len()];
        self.key.sign(&RSA_PKCS1_SHA256, &SystemRandom::new(), signed.as_bytes(), &mut mark).ok()?;
        Some(format!("{signed}.{}", BASE64.encode(mark)))
    }
}
