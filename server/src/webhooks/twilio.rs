//! `POST /api/webhooks/twilio`: what became of a text message, and what somebody answered. Signed over the address as Twilio called it,
//! which is our public one: what the request says about its host is the sender's word.

use axum::{
    body::{Body, Bytes},
    extract::{RawQuery, State},
    http::{HeaderMap, StatusCode, header::CONTENT_TYPE},
    response::{IntoResponse, Response},
};
use domain::provider::{
    signature::twilio,
    twilio::callback::{Callback, fields},
};

use super::keep::{Knock, Known, header, verdict};
use crate::{client_ip::ClientIp, state::AppState};

/// Nothing to answer. Twilio would send plain text on as a message to whoever wrote
/// (<https://www.twilio.com/docs/messaging/twiml#twilios-response-handling>).
const SILENCE: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response/>";

pub(super) async fn door(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    RawQuery(query): RawQuery,
    headers: HeaderMap,
    body: Body,
) -> Response {
    let now = state.shop.clock.now();
    let query = query.map(|query| format!("?{query}")).unwrap_or_default();
    let url = state.shop.about.url(&format!("/api/webhooks/twilio{query}"));
    let tokens = &state.door.webhooks.twilio;
    let believe = |body: &Bytes| {
        let signature = header(&headers, "x-twilio-signature");
        verdict(twilio::verify(signature, &url, &fields(body), tokens))
    };
    let answer = Knock { provider: "twilio", shop: &state.shop, ip, now }.take(body, believe, read).await;
    match answer {
        (StatusCode::OK, _) => ([(CONTENT_TYPE, "text/xml")], SILENCE).into_response(),
        other => other.into_response(),
    }
}

fn read(body: &Bytes) -> Option<Known> {
    let callback = Callback::read(body)?;
    Some(Known { event_id: callback.key(), kind: callback.kind().to_owned(), about: None })
}
