//! `POST /fedex/oauth/token`: an id and a secret in a form against a token for an hour.

use std::collections::BTreeMap;

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use axum::{Form, Json};
use serde_json::json;

use super::error::{refusal, trouble};
use crate::carrier::{self, Carrier, Credential, Trouble};
use crate::world::Shared;

const LASTS: u32 = 3600;

/// See the module.
pub async fn give(State(world): State<Shared>, Form(sent): Form<BTreeMap<String, String>>) -> Response {
    let field = |name: &str| sent.get(name).cloned().unwrap_or_default();
    let switches = world.faults().fedex.clone();
    if switches.api.down {
        return trouble(Trouble::Broken(StatusCode::SERVICE_UNAVAILABLE));
    }
    if field("grant_type") != "client_credentials" {
        let message = "Please enter a valid grant type.";
        return refusal(StatusCode::BAD_REQUEST, "BAD.REQUEST.ERROR", message);
    }
    let said = Credential { id: field("client_id"), secret: field("client_secret") };
    if switches.account.revoked || !world.read(|state| carrier::knows(&state.carriers, Carrier::Fedex, &said))
    {
        return trouble(Trouble::Stranger);
    }
    let lasts = switches.token_lasts(LASTS);
    let token = world.change(|state| carrier::give(state, Carrier::Fedex, i64::from(lasts)));
    let body = json!({ "access_token": token, "token_type": "bearer", "expires_in": lasts, "scope": "CXS" });
    Json(body).into_response()
}
