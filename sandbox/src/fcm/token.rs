//! Google's token endpoint: a signed assertion against a token for an hour (RFC 7523).

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::StatusCode;
use axum::{Form, Json};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use ring::signature::{KeyPair, RSA_PKCS1_2048_8192_SHA256, RsaKeyPair, UnparsedPublicKey};
use serde_json::{Value, json};

use crate::world::Shared;
use crate::{clock, ids};

const LASTS: i64 = 3600;

/// `POST /fcm/token`
pub async fn give(
    State(world): State<Shared>,
    Form(sent): Form<BTreeMap<String, String>>,
) -> (StatusCode, Json<Value>) {
    let field = |name: &str| sent.get(name).map(String::as_str).unwrap_or_default();
    if field("grant_type") != "urn:ietf:params:oauth:grant-type:jwt-bearer" {
        return refused("unsupported_grant_type", "Invalid grant_type");
    }
    if let Err(why) = verify(field("assertion"), &format!("{}/fcm/token", world.http)) {
        return refused("invalid_grant", why);
    }
    let token = ids::other("ya29.");
    world.change(|state| {
        state.fcm.tokens.insert(token.clone(), clock::now() + LASTS);
        state.fcm.given += 1;
    });
    (StatusCode::OK, Json(json!({ "access_token": token, "expires_in": LASTS, "token_type": "Bearer" })))
}

fn refused(error: &str, why: &str) -> (StatusCode, Json<Value>) {
    (StatusCode::BAD_REQUEST, Json(json!({ "error": error, "error_description": why })))
}

fn verify(assertion: &str, ours: &str) -> Result<(), &'static str> {
    let decode = |text: &str| URL_SAFE_NO_PAD.decode(text).map_err(|_| "Invalid JWT: no base64url");
    let (signed, mark) = assertion.rsplit_once('.').ok_or("Invalid JWT")?;
    let pem: String =
        include_str!("sandbox-key.pem").lines().filter(|line| !line.starts_with("-----")).collect();
    let der = STANDARD.decode(pem).map_err(|_| "no key")?;
    let pair = RsaKeyPair::from_pkcs8(&der).map_err(|_| "no key")?;
    UnparsedPublicKey::new(&RSA_PKCS1_2048_8192_SHA256, pair.public_key().as_ref())
        .verify(signed.as_bytes(), &decode(mark)?)
        .map_err(|_| "Invalid JWT Signature.")?;
    let (head, claims) = signed.split_once('.').ok_or("Invalid JWT")?;
    let read =
        |part: &str| serde_json::from_slice::<Value>(&decode(part)?).map_err(|_| "Invalid JWT: no JSON");
    let claims = (read(head)?["alg"] == "RS256").then(|| read(claims)).ok_or("Invalid JWT: alg")??;
    let second = |name: &str| claims[name].as_i64().unwrap_or_default();
    let now = clock::now();
    if second("exp") <= now || second("exp") > second("iat") + LASTS || second("iat") > now + 300 {
        return Err("Invalid JWT: Token must be a short-lived token (60 minutes)");
    }
    if claims["aud"] != ours || claims["iss"].as_str().is_none_or(str::is_empty) {
        return Err("Invalid JWT: aud or iss");
    }
    let scope = "https://www.googleapis.com/auth/firebase.messaging";
    if claims["scope"] == scope { Ok(()) } else { Err("Invalid OAuth scope") }
}
