//! `POST /api/webhooks/woocommerce`: orders of a shop with WooCommerce.
//!
//! Its ids of deliveries are not signed and new with each attempt: the body's own hash is the key, so a repeated delivery is the same and
//! any change is news.

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::State,
    http::{HeaderMap, StatusCode},
};
use domain::provider::signature::body as signed;
use sha2::{Digest, Sha256};

use super::keep::{Answer, Knock, Known, header, verdict};
use crate::{client_ip::ClientIp, state::AppState};

/// A ping is its webhook's number and nothing else.
const LONGEST_PING: usize = 64;

pub(super) async fn door(
    State(state): State<AppState>,
    ClientIp(ip): ClientIp,
    headers: HeaderMap,
    body: Body,
) -> Answer {
    let signature = header(&headers, "x-wc-webhook-signature");
    let body = if signature.is_empty() {
        // Saving a webhook sends an unsigned ping; unless it is answered 200 WooCommerce keeps the webhook switched off.
        match to_bytes(body, LONGEST_PING).await {
            Ok(ping) if is_ping(&ping) => return (StatusCode::OK, "pong\n"),
            _ => Body::empty(),
        }
    } else {
        body
    };
    let secrets = &state.door.webhooks.woocommerce;
    let topic = header(&headers, "x-wc-webhook-topic");
    Knock { provider: "woocommerce", shop: &state.shop, ip, now: state.shop.clock.now() }
        .take(body, |body| verdict(signed::verify(signature, body, secrets)), |body| known(body, topic))
        .await
}

/// `webhook_id=3`.
fn is_ping(body: &[u8]) -> bool {
    let id = body.strip_prefix(b"webhook_id=");
    id.is_some_and(|id| !id.is_empty() && id.iter().all(u8::is_ascii_digit))
}

/// What the inbox wants to know: the topic is as the header says, which is not signed, and means no more than a filter.
pub(super) fn known(body: &Bytes, topic: &str) -> Option<Known> {
    let json: serde_json::Value = serde_json::from_slice(body).ok()?;
    json.get("id")?;
    let kind = topic.chars().take(100).collect();
    Some(Known { event_id: hex::encode(Sha256::digest(body)), kind, about: None })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ping_is_a_number_and_nothing_else() {
        assert!(is_ping(b"webhook_id=3"));
        for other in [&b""[..], b"webhook_id=", b"webhook_id=3&a=b", b"webhook_id=-3", b"{\"webhook_id\":3}"]
        {
            assert!(!is_ping(other));
        }
    }
}
