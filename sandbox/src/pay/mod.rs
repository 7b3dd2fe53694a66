//! The hosted pay page, as Stripe's is: the customer leaves the shop, pays here, and comes back.

mod form;
mod language;
mod page;
mod submit;
mod words;

use axum::Router;
use axum::routing::{get, post};

use crate::world::Shared;

/// The page and its forms.
pub fn routes() -> Router<Shared> {
    Router::new()
        .route("/b/{id}", get(crate::stripe::visit))
        .route("/pay/{id}", get(page::show).post(submit::pay))
        .route("/pay/{id}/authenticate", post(submit::authenticate))
        .route("/pay/{id}/expire", post(submit::expire))
}
