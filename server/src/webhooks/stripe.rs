//! `POST /api/webhooks/stripe`.

use axum::{body::Body, extract::State, http::HeaderMap};
use domain::provider::{signature::stamped, stripe::wire};

use super::keep::{Answer, Knock, Known, header, verdict};
use crate::{client_ip::ClientIp, state::AppState};

pub(super) async fn door(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    headers: HeaderMap,
    body: Body,
) -> Answer {
    let now = state.shop.clock.now();
    let signature = header(&headers, "stripe-signature");
    let secrets = &state.door.webhooks.stripe;
    Knock { provider: "stripe", shop: &state.shop, ip, now }
        .take(body, |body| verdict(stamped::verify(signature, body, secrets, now)), read)
        .await
}

fn read(body: &axum::body::Bytes) -> Option<Known> {
    let event: wire::Event = serde_json::from_slice(body).ok()?;
    let about = event.order().map(|order| order.0);
    Some(Known { event_id: event.id, kind: event.kind, about })
}
