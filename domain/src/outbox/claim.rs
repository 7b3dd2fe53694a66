//! Takes messages under a lease. Whose turn it is, is one statement, in a file of its own: `claim.sql`.

use uuid::Uuid;

use crate::{
    Fault, Shop,
    clock::At,
    ids::{OrderId, WebhookEndpointId, WebhookMessageId},
};

/// Seconds a claim lasts: an attempt ends long before.
const LEASE: i64 = 60;
/// Attempts under way at a time, for each endpoint by itself: one that takes its time holds up nobody else.
const PLACES: i32 = 5;
/// Failures in a row from which on an endpoint is asked by one attempt at a time, and its recovery hurries up what waits.
pub(super) const FAILING: i32 = 5;

/// A message taken under a lease.
#[derive(Debug, Clone)]
pub(super) struct Claim {
    pub id: WebhookMessageId,
    pub endpoint: WebhookEndpointId,
    pub url: String,
    /// Its order, and which of the order's events it is; none of a test.
    pub line: Option<(OrderId, i64)>,
    pub body: String,
    /// With this one.
    pub attempts: i32,
    pub first: At,
    /// Who does not hold it writes nothing.
    pub token: Uuid,
}

/// Takes all that may be sent now.
pub(super) async fn claim(shop: &Shop) -> Result<Vec<Claim>, Fault> {
    let (now, token) = (shop.clock.now(), Uuid::now_v7());
    let rows =
        sqlx::query_file!("src/outbox/claim.sql", now as At, token, now.plus(LEASE) as At, PLACES, FAILING,)
            .fetch_all(&shop.pool)
            .await?;
    let claims = rows.into_iter().map(|row| Claim {
        id: WebhookMessageId(row.id),
        endpoint: WebhookEndpointId(row.endpoint),
        url: row.url,
        line: row.order_id.map(OrderId).zip(row.sequence),
        body: row.body,
        attempts: row.attempts,
        first: row.first,
        token,
    });
    Ok(claims.collect())
}
