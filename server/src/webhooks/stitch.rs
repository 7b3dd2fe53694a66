//! `POST /api/webhooks/stitch`: delivered by Svix, in headers that are called `svix-…` or, by the standard, `webhook-…`.

use axum::{
    body::{Body, Bytes},
    extract::State,
    http::HeaderMap,
};
use domain::provider::{signature::standard, stitch::Event};

use super::keep::{Answer, Knock, Known, trio, verdict};
use crate::{client_ip::ClientIp, state::AppState};

pub(super) async fn door(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    headers: HeaderMap,
    body: Body,
) -> Answer {
    let now = state.shop.clock.now();
    let signed = trio(&headers);
    let secrets = &state.door.webhooks.stitch;
    let read = |body: &Bytes| {
        let event = Event::read(body)?;
        let about = event.order().map(|order| order.0);
        Some(Known { event_id: signed.id.to_owned(), kind: event.kind().to_owned(), about })
    };
    Knock { provider: "stitch", shop: &state.shop, ip, now }
        .take(body, |body| verdict(standard::verify(signed, body, secrets, now)), read)
        .await
}
