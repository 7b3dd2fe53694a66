//! `/resend`: mail over HTTP as Resend takes it. What it takes lies in the mailbox beside what came over SMTP.
//!
//! | address | what happens |
//! |---|---|
//! | bounced@resend.dev, …@bounce.test | taken, and then `email.bounced`, for good |
//! | complained@resend.dev | delivered, and then `email.complained` |
//! | suppressed@resend.dev | `email.suppressed` |

mod api;
mod control;

use std::collections::HashMap;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::world::Shared;

/// What Resend remembers.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Store {
    /// Mails by id, as they were sent.
    pub emails: HashMap<String, Value>,
    /// Idempotency keys: the body they stood for, and the mail.
    pub keys: HashMap<String, (String, String)>,
}

/// The API behind its doorway.
pub fn routes(world: Shared) -> Router<Shared> {
    Router::new()
        .route("/emails", post(api::send))
        .route("/emails/{id}", get(api::retrieve))
        .route("/domains", get(api::domains))
        .layer(from_fn_with_state(world, api::doorway))
}

/// What tests do to mails.
pub fn site() -> Router<Shared> {
    Router::new().route("/_control/resend/emails/{id}", post(control::tell))
}
