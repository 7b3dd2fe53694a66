//! How this shop calls providers over HTTP: with patience that ends, under its name, and led nowhere by an answer.

use std::time::Duration;

use reqwest::{Client, ClientBuilder, redirect::Policy};

/// Where every provider's client begins. An answer that leads elsewhere is an answer and no address: a request carries the shop's key,
/// and the shop's network is not the provider's to reach into.
pub(super) fn builder(patience: Duration) -> ClientBuilder {
    // Another part of the program may have installed it.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder().timeout(patience).connect_timeout(patience).redirect(Policy::none()).user_agent("clew")
}

/// A client as it begins.
///
/// # Errors
/// When TLS cannot be set up.
pub(super) fn client(patience: Duration) -> Result<Client, String> {
    builder(patience).build().map_err(|error| error.to_string())
}
