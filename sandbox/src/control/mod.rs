//! `/_control`: what tests and demos do to the outside world without a browser. No key: it listens on loopback only.

mod events;
mod faults;
mod sessions;
mod shippo;
mod stitch;
mod stripe;
mod target;

use axum::Router;
use axum::routing::{get, post};

use crate::world::Shared;

/// The control API.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/_control/faults", get(faults::show).post(faults::turn).delete(faults::reset))
        .route("/_control/sessions/{id}/pay", post(sessions::pay))
        .route("/_control/sessions/{id}/expire", post(sessions::expire))
        .route("/_control/sessions/{id}/async", post(sessions::settle))
        .route("/_control/stripe/refunds", get(stripe::refunds).post(stripe::refund))
        .route("/_control/stripe/refunds/{id}/fail", post(stripe::fail))
        .route("/_control/stripe/keys/forget", post(stripe::forget_keys))
        .route("/_control/stripe/disputes", post(stripe::open))
        .route("/_control/stripe/disputes/{id}", post(stripe::turn))
        .route("/_control/stripe/payment_intents/{id}/lapse", post(stripe::lapse))
        .route("/_control/clock", post(shippo::clock))
        .route("/_control/shippo/clock", post(shippo::clock))
        .route("/_control/shippo/tracks", post(shippo::scan))
        .route("/_control/shippo/transactions", get(shippo::transactions))
        .route("/_control/stitch/payments", post(stitch::pay))
        .route("/_control/webhook-url", post(target::point))
        .route("/_control/events", get(events::list))
}
