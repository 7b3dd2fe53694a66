//! `/push`: a push service and the browsers behind it. It takes only what a real one takes (a valid VAPID proof, one `aes128gcm` record),
//! and then does what a browser does: decrypts it with keys it made itself.

mod api;
mod control;
mod decrypt;
mod vapid;

use axum::Router;
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};

use crate::table::{Row, Table};
use crate::world::Shared;

/// A browser that asked.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Subscription {
    /// Part of its address.
    pub id: String,
    /// Its private key, base64url.
    pub private: String,
    /// Its public one.
    pub public: String,
    /// Its secret.
    pub auth: String,
    /// The shop's key it was made for; any where none was said.
    pub for_key: Option<String>,
    /// What the service answers instead of taking a message: 404, 410, 413.
    pub answers: Option<u16>,
    /// What came, the oldest first.
    pub received: Vec<Received>,
}

/// A message as a service worker gets it.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Received {
    /// Decrypted.
    pub text: String,
    /// `TTL`
    pub ttl: String,
    /// `Urgency`
    pub urgency: Option<String>,
    /// `Topic`: one of the same topic took the place of this one, or would.
    pub topic: Option<String>,
    /// Who signed: `sub`.
    pub contact: String,
}

impl Row for Subscription {
    fn id(&self) -> &str {
        &self.id
    }
}

/// What the push service remembers.
pub type Store = Table<Subscription>;

/// The service.
pub fn routes(world: Shared) -> Router<Shared> {
    Router::new().route("/{id}", post(api::take)).layer(from_fn_with_state(world, api::doorway))
}

/// What tests see and do.
pub fn site() -> Router<Shared> {
    Router::new()
        .route("/_control/push/subscriptions", post(control::subscribe).get(control::list))
        .route("/_control/push/subscriptions/{id}", post(control::answer).get(control::one))
        .route("/_control/push/wait/{id}", get(control::wait))
}
