//! Telling Clew: every event is sent until it is answered, as the providers do, so that a Clew that was down catches up.

mod attempt;
mod deliver;
pub mod signature;
mod target;
mod turn;

use tokio::sync::mpsc;

pub use target::{Route, Routes, Target};
pub use turn::Turn;

use crate::event::Delivery;
use crate::table::Row;
use crate::world::Shared;

/// The HTTP client webhooks are sent with: no redirects (Stripe counts them as failures), no proxy from the environment.
pub fn client() -> anyhow::Result<reqwest::Client> {
    // Fails only when the program installed a provider already, and then that one serves.
    let _ = rustls::crypto::ring::default_provider().install_default();
    Ok(reqwest::Client::builder()
        .no_proxy()
        .redirect(reqwest::redirect::Policy::none())
        .timeout(attempt::TIMEOUT)
        .build()?)
}

/// Delivers what is still owed from the last run, then whatever happens; each event on a task of its own.
pub async fn dispatch(world: Shared, mut happened: mpsc::UnboundedReceiver<String>) {
    let owed: Vec<String> = world.read(|state| {
        state
            .events
            .iter()
            .filter(|event| event.delivery == Delivery::Pending)
            .map(|event| event.id().to_owned())
            .collect()
    });
    for id in owed {
        tokio::spawn(deliver::deliver(world.clone(), id));
    }
    while let Some(id) = happened.recv().await {
        tokio::spawn(deliver::deliver(world.clone(), id));
    }
}
