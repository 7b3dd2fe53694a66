//! `POST /api/webhooks/stripe`: size, signature, keep, 200. Understanding is a job's work.

use axum::{
    Router,
    body::{Body, to_bytes},
    extract::State,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use domain::{
    inbox::{self, Incoming},
    provider::{signature::stamped, stripe::wire},
};

use crate::{client_ip::ClientIp, state::AppState};

/// Stripe's events are some kilobytes; a megabyte is no event.
const LARGEST: usize = 1024 * 1024;

/// The doors of providers.
pub fn doors() -> Router<AppState> {
    Router::new().route("/api/webhooks/stripe", post(stripe))
}

async fn stripe(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    headers: HeaderMap,
    body: Body,
) -> (StatusCode, &'static str) {
    let shop = &state.shop;
    let now = shop.clock.now();
    let refuse = async |reason: &str, status: StatusCode| {
        tracing::warn!(provider = "stripe", reason, "webhook refused");
        inbox::refuse(&shop.pool, "stripe", reason, &ip.to_string(), now).await;
        (status, "refused\n")
    };
    let Ok(body) = to_bytes(body, LARGEST).await else {
        return refuse("too_large", StatusCode::PAYLOAD_TOO_LARGE).await;
    };
    let header = headers.get("stripe-signature").and_then(|value| value.to_str().ok()).unwrap_or_default();
    if let Err(unsigned) = stamped::verify(header, &body, &state.door.webhook_secrets, now) {
        return refuse(unsigned.as_str(), StatusCode::BAD_REQUEST).await;
    }
    let Ok(event) = serde_json::from_slice::<wire::Event>(&body) else {
        return refuse("not_an_event", StatusCode::BAD_REQUEST).await;
    };
    let incoming = Incoming {
        provider: "stripe",
        event_id: &event.id,
        kind: &event.kind,
        about: event.order().map(|order| order.0),
        body: &body,
    };
    match inbox::receive(shop, incoming).await {
        Ok(_) => (StatusCode::OK, "kept\n"),
        Err(fault) => {
            // Not kept, so Stripe must send it again: the one answer that is not 2xx for an event we believe.
            tracing::error!(%fault, "a webhook could not be kept");
            (StatusCode::SERVICE_UNAVAILABLE, "not kept, send it again\n")
        }
    }
}
