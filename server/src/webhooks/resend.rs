//! `POST /api/webhooks/resend`: delivered by Svix.

use axum::{
    body::{Body, Bytes},
    extract::State,
    http::HeaderMap,
};
use domain::provider::resend::Event;

use super::keep::{Answer, Knock};
use crate::{client_ip::ClientIp, state::AppState};

pub(super) async fn door(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    headers: HeaderMap,
    body: Body,
) -> Answer {
    let read = |body: &Bytes| Event::read(body).map(|event| (event.kind, None));
    Knock { provider: "resend", shop: &state.shop, ip, now: state.shop.clock.now() }
        .take_from_svix(&headers, &state.door.webhooks.resend, body, read)
        .await
}
