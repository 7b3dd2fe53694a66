//! The JSON API for storefronts: bearer keys, RFC 9457 refusals, `Idempotency-Key`.

mod admin_notifications;
mod cancel_order;
mod create_order;
mod delivery_preferences;
mod key;
mod notifications;
mod order_caller;
mod order_events;
mod problem;
mod production;
mod put_product;
mod return_order;
mod shipping_rates;
mod standing;
pub mod track;

use axum::{
    Router,
    routing::{get, post, put},
};

use crate::state::AppState;

/// The API's routes.
pub fn routes() -> Router<AppState> {
    Router::new()
        .merge(notifications::routes())
        .merge(admin_notifications::routes())
        .route("/api/orders", post(create_order::create_order))
        .route("/api/orders/{number}/cancel", post(cancel_order::cancel_order))
        .route("/api/orders/{number}/return", post(return_order::return_order))
        .route(
            "/api/orders/{number}/delivery-preferences",
            get(delivery_preferences::show).post(delivery_preferences::choose),
        )
        .route("/api/orders/{number}/events", get(order_events::order_events))
        .route("/api/shipping/rates", post(shipping_rates::shipping_rates))
        .route("/api/production", post(production::create))
        .route("/api/production/{id}", get(production::show).patch(production::change))
        .route("/api/products/{sku}", put(put_product::put_product))
}
