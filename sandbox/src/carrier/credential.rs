//! Who may ask: a client's id and secret, and the tokens FedEx and UPS give for them.

use axum::http::{HeaderMap, header};
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use serde::{Deserialize, Serialize};

use super::{Carrier, Store};
use crate::state::State;
use crate::{clock, ids};

/// What opens an account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Credential {
    /// The client's id; for DHL its key.
    pub id: String,
    /// Its secret; DHL has none.
    #[serde(default)]
    pub secret: String,
}

/// An access token that was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Token {
    /// By whom.
    pub carrier: Carrier,
    /// Until when, in Unix seconds on our own clock: a token does not age with the carriers' clock, because the
    /// client's does not either.
    pub until: i64,
}

/// Whether these open the account. Where nothing was agreed, anything that is not empty does.
pub fn knows(store: &Store, carrier: Carrier, said: &Credential) -> bool {
    let agreed = store.credentials.get(&carrier).is_none_or(|agreed| agreed == said);
    agreed && !said.id.is_empty() && (!said.secret.is_empty() || carrier == Carrier::Dhl)
}

/// A token for so many seconds.
pub fn give(state: &mut State, carrier: Carrier, lasts: i64) -> String {
    let token = format!("eyJ{}", ids::hexadecimal(carrier.token()));
    state.carriers.tokens.insert(token.clone(), Token { carrier, until: clock::now() + lasts });
    token
}

/// What is said after `Bearer`.
pub fn bearer(headers: &HeaderMap) -> &str {
    let said = headers.get(header::AUTHORIZATION).and_then(|value| value.to_str().ok()).unwrap_or_default();
    said.strip_prefix("Bearer ").unwrap_or_default().trim()
}

/// What is said after `Basic`.
pub fn basic(headers: &HeaderMap) -> Option<Credential> {
    let said = headers.get(header::AUTHORIZATION)?.to_str().ok()?;
    let pair = String::from_utf8(STANDARD.decode(said.strip_prefix("Basic ")?.trim()).ok()?).ok()?;
    let (id, secret) = pair.split_once(':')?;
    Some(Credential { id: id.to_owned(), secret: secret.to_owned() })
}
