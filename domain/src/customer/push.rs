//! Verbs: a browser, or the shop's app, asks to hear of one order, and no longer. One order is one topic: the subscription ends with it.

use serde::Deserialize;

use crate::{
    Fault, Language, Shop,
    clock::At,
    ids::{OrderId, SubscriptionId},
    provider::web_push::Subscription,
};

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
    let to = Subscription {
        endpoint: at.endpoint.clone(),
        p256dh: at.keys.p256dh.clone(),
        auth: at.keys.auth.clone(),
    };
    // The address comes from a visitor, and we will post there: no host but a push service's is believed.
    if !shop.push.takes(&to) {
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

/// Keeps the shop's own app on one telephone as a listener to an order. `false` as for a browser, and where the shop has no app.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn keep_app(shop: &Shop, order: OrderId, token: &str, language: Language) -> Result<bool, Fault> {
    if shop.fcm.is_none() {
        return Ok(false);
    }
    let kept = sqlx::query!(
        "insert into push_subscription (id, order_id, kind, endpoint, language, created_at)
         select $1, o.id, 'fcm', $3, $4, $5 from orders o
         where o.id = $2 and o.status not in ('delivered', 'cancelled', 'returned')
             and (select count(*) from push_subscription s where s.order_id = o.id and s.gone_at is null and s.endpoint <> $3) < $6
         on conflict (order_id, endpoint) do update set language = excluded.language, gone_at = null",
        SubscriptionId::new().0,
        order.0,
        token,
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
