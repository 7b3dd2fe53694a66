//! Verbs: a browser asks to hear of one order, and no longer. One order is one topic: the subscription ends with it.

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use serde::Deserialize;
use url::{Host, Url};

use crate::{
    Fault, Language, Shop,
    clock::At,
    ids::{OrderId, SubscriptionId},
};

/// Push services of browsers. The address comes from a visitor, and we will post there: no other host is believed.
const SERVICES: [&str; 5] = [
    "fcm.googleapis.com",
    "push.services.mozilla.com",
    "push.apple.com",
    "notify.windows.com",
    "push.microsoft.com",
];
/// Browsers that may listen to one order.
const MOST: i64 = 10;

/// What a browser's `PushSubscription.toJSON()` holds (Push API §8.4).
#[derive(Debug, Clone, Deserialize)]
pub struct Endpoint {
    /// The push service's address of this browser.
    pub endpoint: String,
    /// Its keys.
    #[serde(default)]
    pub keys: Keys,
}

/// With what messages are encrypted (RFC 8291): an uncompressed P-256 point and sixteen bytes, base64url.
#[derive(Debug, Clone, Default, Deserialize)]
pub struct Keys {
    /// The point.
    #[serde(default)]
    pub p256dh: String,
    /// The secret.
    #[serde(default)]
    pub auth: String,
}

impl Endpoint {
    /// Whether a message may and can go there. `near` lets the sandbox's own push service pass.
    fn is_good(&self, near: bool) -> bool {
        let bytes = |text: &str| URL_SAFE_NO_PAD.decode(text.trim_end_matches('=')).unwrap_or_default();
        let point = bytes(&self.keys.p256dh);
        let keys = point.len() == 65 && point.first() == Some(&4) && bytes(&self.keys.auth).len() == 16;
        keys && self.endpoint.len() <= 1_000
            && Url::parse(&self.endpoint).is_ok_and(|url| is_service(&url, near))
    }
}

fn is_service(url: &Url, near: bool) -> bool {
    let plain = url.username().is_empty() && url.password().is_none();
    match url.host() {
        Some(Host::Domain(host)) if plain && url.scheme() == "https" && url.port().is_none() => {
            SERVICES.iter().any(|service| {
                host == *service || host.strip_suffix(service).is_some_and(|rest| rest.ends_with('.'))
            })
        }
        Some(Host::Ipv4(host)) => plain && near && host.is_loopback(),
        _ => false,
    }
}

/// Keeps a browser's subscription to an order; keeping it again renews its keys and language. `false` for what is no subscription,
/// and where the order is over or enough listen already.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn keep_push(
    shop: &Shop,
    order: OrderId,
    at: &Endpoint,
    language: Language,
) -> Result<bool, Fault> {
    if !at.is_good(shop.about.sandbox) {
        return Ok(false);
    }
    let kept = sqlx::query!(
        "insert into push_subscription (id, order_id, kind, endpoint, p256dh, auth, language, created_at)
         select $1, o.id, 'web', $3, $4, $5, $6, $7 from orders o
         where o.id = $2 and o.status not in ('delivered', 'cancelled', 'returned')
             and (select count(*) from push_subscription s where s.order_id = o.id and s.gone_at is null and s.endpoint <> $3) < $8
         on conflict (order_id, endpoint) do update
             set p256dh = excluded.p256dh, auth = excluded.auth, language = excluded.language, gone_at = null",
        SubscriptionId::new().0,
        order.0,
        at.endpoint,
        at.keys.p256dh,
        at.keys.auth,
        language.tag(),
        shop.clock.now() as At,
        MOST,
    )
    .execute(&shop.pool)
    .await?;
    Ok(kept.rows_affected() == 1)
}

/// This browser does not want to hear of the order any more. Dropping it again changes nothing.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn drop_push(shop: &Shop, order: OrderId, endpoint: &str) -> Result<(), Fault> {
    sqlx::query!(
        "update push_subscription set gone_at = $3 where order_id = $1 and endpoint = $2 and gone_at is null",
        order.0,
        endpoint,
        shop.clock.now() as At,
    )
    .execute(&shop.pool)
    .await?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn goes(endpoint: &str, near: bool) -> bool {
        let point = URL_SAFE_NO_PAD.encode([&[4_u8][..], &[7; 64]].concat());
        let keys = Keys { p256dh: point, auth: URL_SAFE_NO_PAD.encode([1; 16]) };
        Endpoint { endpoint: endpoint.to_owned(), keys }.is_good(near)
    }

    #[test]
    fn messages_go_to_push_services_only() {
        for good in [
            "https://fcm.googleapis.com/fcm/send/abc",
            "https://updates.push.services.mozilla.com/wpush/v2/abc",
            "https://web.push.apple.com/abc",
            "https://db5p.notify.windows.com/w/?token=abc",
        ] {
            assert!(goes(good, false), "{good}");
        }
        for evil in [
            "http://fcm.googleapis.com/x",
            "https://fcm.googleapis.com.evil.example/x",
            "https://evilpush.apple.com/x",
            "https://fcm.googleapis.com:8443/x",
            "https://user@fcm.googleapis.com/x",
            "https://169.254.169.254/latest/meta-data",
            "http://localhost/x",
            "https://127.0.0.1/x",
            "https://[::1]/x",
            "https://2130706433/x",
            "file:///etc/passwd",
            "fcm.googleapis.com",
            "",
        ] {
            assert!(!goes(evil, false), "{evil}");
        }
        assert!(goes("http://127.0.0.1:4001/push/1", true) && !goes("http://10.0.0.1/push/1", true));
        assert!(!goes("http://169.254.169.254/", true));
    }

    #[test]
    fn keys_that_encrypt_nothing_are_no_keys() {
        let at = |p256dh: &str, auth: &str| {
            let keys = Keys { p256dh: p256dh.to_owned(), auth: auth.to_owned() };
            Endpoint { endpoint: "https://web.push.apple.com/x".to_owned(), keys }.is_good(false)
        };
        assert!(!at("", "") && !at("AAAA", "AAAAAAAAAAAAAAAAAAAAAA") && !at("%%%", "%%%"));
    }
}
