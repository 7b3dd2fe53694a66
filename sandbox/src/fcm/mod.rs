//! `/fcm`: Firebase Cloud Messaging, version 1, with Google's token endpoint. Its service account is given away by
//! `GET /_control/fcm/service-account`; the key in it opens nothing but this.
//!
//! | registration token | what happens |
//! |---|---|
//! | begins with `gone` | 404 `UNREGISTERED` |
//! | begins with `other` | 403 `SENDER_ID_MISMATCH` |
//! | begins with `bad` | 400 `INVALID_ARGUMENT` |

mod api;
mod token;

use std::collections::HashMap;

use axum::extract::State;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::world::Shared;

/// The project every app of the sandbox belongs to.
const PROJECT: &str = "clew-sandbox";

/// What Google remembers.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Store {
    /// Tokens that were given, and until when.
    pub tokens: HashMap<String, i64>,
    /// How many were given.
    pub given: u32,
    /// Messages, the oldest first.
    pub messages: Vec<Value>,
}

/// The API.
pub fn routes(world: Shared) -> Router<Shared> {
    Router::new()
        .route("/v1/projects/{project}/messages:send", post(api::send))
        .layer(from_fn_with_state(world, api::doorway))
        .route("/token", post(token::give))
}

/// What tests see and do.
pub fn site() -> Router<Shared> {
    Router::new()
        .route("/_control/fcm/service-account", get(account))
        .route("/_control/fcm/messages", get(messages))
        .route("/_control/fcm/tokens/forget", post(forget))
}

async fn account(State(world): State<Shared>) -> Json<Value> {
    Json(json!({
        "type": "service_account",
        "project_id": PROJECT,
        "private_key_id": "sandbox",
        "private_key": include_str!("sandbox-key.pem"),
        "client_email": format!("clew@{PROJECT}.iam.gserviceaccount.com"),
        "token_uri": format!("{}/fcm/token", world.http),
    }))
}

/// Messages, and how many tokens were given for them.
async fn messages(State(world): State<Shared>) -> Json<Value> {
    Json(world.read(|state| json!({ "messages": state.fcm.messages, "tokens_given": state.fcm.given })))
}

/// Every token is taken back before its time.
async fn forget(State(world): State<Shared>) -> Json<Value> {
    world.change(|state| state.fcm.tokens.clear());
    Json(json!({}))
}
