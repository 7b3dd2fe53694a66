//! `POST /api/webhooks/resend`: delivered by Svix, as Stitch's are. Its id is the key of once-only.

use axum::{
    body::{Body, Bytes},
    extract::State,
    http::HeaderMap,
};
use domain::provider::{resend::Event, signature::standard};

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
    let secrets = &state.door.webhooks.resend;
    let read = |body: &Bytes| {
        let event = Event::read(body)?;
        Some(Known { event_id: signed.id.to_owned(), kind: event.kind, about: None })
    };
    Knock { provider: "resend", shop: &state.shop, ip, now }
        .take(body, |body| verdict(standard::verify(signed, body, secrets, now)), read)
        .await
}
