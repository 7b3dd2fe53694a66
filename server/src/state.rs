//! What every handler may reach for.

use std::sync::Arc;

use axum::extract::FromRef;
use domain::{Shop, order::Limits};
use leptos::config::LeptosOptions;
use tokio_util::sync::CancellationToken;

use crate::{live::Places, webhooks::Secrets};

/// The doorway's state; clones share it.
#[derive(Clone, FromRef)]
pub struct AppState {
    /// The shop.
    pub shop: Shop,
    /// What the rest of the doorway needs.
    pub door: Arc<Door>,
    /// The admin's bundle; leptos_axum asks for it.
    pub admin: LeptosOptions,
}

/// Settings and gates of the doorway.
#[derive(Debug)]
pub struct Door {
    /// The customer's bundle.
    pub customer: LeptosOptions,
    /// What proves that a webhook is a provider's.
    pub webhooks: Secrets,
    /// Proxies whose word about a client's address is believed.
    pub trusted_proxies: Vec<std::net::IpAddr>,
    /// How often one may look an order up.
    pub limits: Limits,
    /// How often a key, or an address without one, may call the API in a minute.
    pub api_per_minute: i32,
    /// Origins whose pages may look orders up for their visitors; `*` is all.
    pub track_origins: Vec<String>,
    /// Live connections at most: beyond, pages poll.
    pub streams: Places,
    /// Fires when the process stops: streams end, so that a graceful shutdown can.
    pub stopping: CancellationToken,
    /// Whether cookies may demand TLS.
    pub secure: bool,
}
