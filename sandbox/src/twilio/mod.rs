//! `/twilio`: text messages and codes, as Twilio's Messages and Verify take them. Nothing is sent anywhere; everything can be read at
//! `/sms` and in `/_control/sms`.
//!
//! | number | what happens |
//! |---|---|
//! | +15005550001 | 21211: no number |
//! | +15005550004 | 21610: opted out |
//! | +15005550009 | 21614: no mobile |
//! | ends in 30003, 30005, 30006, 30007 | taken, and then `undelivered` with that code |

mod api;
mod control;
mod doorway;
mod error;
mod message;
mod page;
mod status;
mod verify;

use std::collections::HashSet;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};

use crate::table::Table;
use crate::world::Shared;

pub use message::Message;
pub use verify::Proof;

/// What Twilio remembers.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Store {
    /// Messages, in both directions.
    pub messages: Table<Message>,
    /// Codes that were sent.
    pub proofs: Table<Proof>,
    /// Numbers whose owner wrote STOP.
    pub stopped: HashSet<String>,
    /// What the next message is to be called, where a test has to know before.
    pub next_sid: Option<String>,
}

/// The API behind its doorway.
pub fn routes(world: Shared) -> Router<Shared> {
    Router::new()
        .route("/2010-04-01/Accounts/{account}", get(api::account))
        .route("/2010-04-01/Accounts/{account}/Messages.json", post(api::create).get(api::list))
        .route("/2010-04-01/Accounts/{account}/Messages/{file}", get(api::retrieve))
        .route("/v2/Services/{service}/Verifications", post(verify::start))
        .route("/v2/Services/{service}/VerificationCheck", post(verify::check))
        .layer(from_fn_with_state(world, doorway::doorway))
}

/// What people and tests see and do.
pub fn site() -> Router<Shared> {
    Router::new()
        .route("/sms", get(page::list))
        .route("/sms/reply", post(page::reply))
        .route("/_control/sms", get(control::list).delete(control::clear))
        .route("/_control/sms/wait", get(control::wait))
        .route("/_control/sms/inbound", post(control::inbound))
        .route("/_control/sms/next-sid", post(control::name))
        .route("/_control/sms/codes", get(control::codes))
}
