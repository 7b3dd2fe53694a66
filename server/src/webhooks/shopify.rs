//! `POST /api/webhooks/shopify`: orders of a shop at Shopify, and money that went back there.

use axum::{
    body::{Body, Bytes},
    extract::State,
    http::HeaderMap,
};
use domain::provider::signature::body as signed;

use super::{
    keep::{Answer, Knock, Known, header, verdict},
    woocommerce::known,
};
use crate::{client_ip::ClientIp, state::AppState};

pub(super) async fn door(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    headers: HeaderMap,
    body: Body,
) -> Answer {
    let signature = header(&headers, "x-shopify-hmac-sha256");
    let secrets = &state.door.webhooks.shopify;
    let (topic, id) = (header(&headers, "x-shopify-topic"), header(&headers, "x-shopify-webhook-id"));
    Knock { provider: "shopify", shop: &state.shop, ip, now: state.shop.clock.now() }
        .take(body, |body| verdict(signed::verify(signature, body, secrets)), |body| read(body, topic, id))
        .await
}

/// A delivery keeps its id however often it is tried; without one its body's hash is as good.
fn read(body: &Bytes, topic: &str, id: &str) -> Option<Known> {
    let known = known(body, topic)?;
    let sane = !id.is_empty() && id.len() <= 100 && id.bytes().all(|byte| byte.is_ascii_graphic());
    Some(if sane { Known { event_id: id.to_owned(), ..known } } else { known })
}
