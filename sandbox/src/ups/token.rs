//! `POST /ups/security/v1/oauth/token`: an id and a secret as Basic against a token for four hours.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::{Form, Json};
use serde_json::json;

use super::error::{bad, refusal, trouble};
use crate::carrier::{self, Carrier, Trouble};
use crate::shippo::moment;
use crate::world::Shared;

const LASTS: u32 = 14_399;

/// See the module.
pub async fn give(
    State(world): State<Shared>,
    headers: HeaderMap,
    Form(sent): Form<BTreeMap<String, String>>,
) -> Response {
    let switches = world.faults().ups.clone();
    if switches.api.down {
        return trouble(Trouble::Broken(StatusCode::SERVICE_UNAVAILABLE));
    }
    if sent.get("grant_type").is_none_or(|grant| grant != "client_credentials") {
        return bad("10400", "Invalid/Missing Grant Type");
    }
    let said = carrier::basic(&headers).filter(|said| {
        !switches.account.revoked && world.read(|state| carrier::knows(&state.carriers, Carrier::Ups, said))
    });
    let Some(said) = said else {
        return refusal(StatusCode::UNAUTHORIZED, "10401", "ClientId is Invalid");
    };
    let lasts = switches.token_lasts(LASTS);
    let token = world.change(|state| carrier::give(state, Carrier::Ups, i64::from(lasts)));
    // Every number here is a text.
    let body = json!({
        "token_type": "Bearer",
        "issued_at": moment::now().to_string(),
        "client_id": said.id,
        "access_token": token,
        "expires_in": lasts.to_string(),
        "status": "approved",
    });
    Json(body).into_response()
}
