//! `/v1`: the part of Stripe's API that Clew talks to.

mod charge;
mod checkout_session;
mod dispute;
mod doorway;
mod error;
mod event;
mod expand;
mod form;
mod idempotency;
mod list;
mod params;
mod payment_intent;
mod payment_link;
mod refund;

use axum::Router;
use axum::http::{Method, Uri};
use axum::middleware::from_fn_with_state;
use axum::routing::{get, post};

use crate::world::Shared;
use error::ApiError;

pub use idempotency::Stored;
pub use payment_link::{PaymentLink, visit};

/// The API, each call passing the doorway (identity, faults) and then the idempotency desk.
pub fn routes(world: Shared) -> Router<Shared> {
    Router::new()
        .route("/checkout/sessions", post(checkout_session::create).get(checkout_session::list))
        .route("/checkout/sessions/{id}", get(checkout_session::retrieve))
        .route("/checkout/sessions/{id}/line_items", get(checkout_session::line_items))
        .route("/checkout/sessions/{id}/expire", post(checkout_session::expire))
        .route("/payment_links", post(payment_link::create))
        .route("/payment_intents", get(payment_intent::list))
        .route("/payment_intents/{id}", get(payment_intent::retrieve))
        .route("/payment_intents/{id}/capture", post(payment_intent::capture))
        .route("/payment_intents/{id}/cancel", post(payment_intent::cancel))
        .route("/charges", get(charge::list))
        .route("/charges/{id}", get(charge::retrieve))
        .route("/refunds", post(refund::create).get(refund::list))
        .route("/refunds/{id}", get(refund::retrieve))
        .route("/disputes", get(dispute::list))
        .route("/disputes/{id}", get(dispute::retrieve))
        .route("/events", get(event::list))
        .route("/events/{id}", get(event::retrieve))
        .fallback(unknown)
        .method_not_allowed_fallback(unknown)
        .layer(from_fn_with_state(world.clone(), idempotency::desk))
        .layer(from_fn_with_state(world, doorway::doorway))
}

async fn unknown(method: Method, uri: Uri) -> ApiError {
    ApiError::unrecognized(&method, &format!("/v1{}", uri.path()))
}
