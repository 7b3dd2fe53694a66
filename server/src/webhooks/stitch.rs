//! `POST /api/webhooks/stitch`: delivered by Svix, in headers that are called `svix-…` or, by the standard, `webhook-…`.

use axum::{
    body::{Body, Bytes},
    extract::State,
    http::HeaderMap,
};
use domain::provider::stitch::Event;

use super::keep::{Answer, Knock};
use crate::{client_ip::ClientIp, state::AppState};

pub(super) async fn door(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    headers: HeaderMap,
    body: Body,
) -> Answer {
    let read = |body: &Bytes| {
        let event = Event::read(body)?;
        Some((event.kind().to_owned(), event.order().map(|order| order.0)))
    };
    Knock { provider: "stitch", shop: &state.shop, ip, now: state.shop.clock.now() }
        .take_from_svix(&headers, &state.door.webhooks.stitch, body, read)
        .await
}
