//! Verb: keep a webhook whose signature has been verified. Everything else happens in a job.

use sqlx::PgPool;
use uuid::Uuid;

use super::ProcessWebhook;
use crate::{Fault, Shop, clock::At, ids::InboxId, queue};

/// A verified webhook.
#[derive(Debug, Clone)]
pub struct Incoming<'a> {
    /// `stripe`, …
    pub provider: &'a str,
    /// The provider's id of the event.
    pub event_id: &'a str,
    /// The provider's name for its kind.
    pub kind: &'a str,
    /// The order it says it is about.
    pub about: Option<Uuid>,
    /// As it came.
    pub body: &'a [u8],
}

/// Keeps it once, with the job that will read it; a repeated delivery is only counted. True when it was new.
///
/// # Errors
/// When PostgreSQL is away: the provider must then not be told that we have it.
pub async fn receive(shop: &Shop, incoming: Incoming<'_>) -> Result<bool, Fault> {
    let id = InboxId::new();
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let new = sqlx::query_scalar!(
        r#"insert into inbox (id, provider, event_id, kind, about, body, received_at) values ($1, $2, $3, $4, $5, $6, $7)
           on conflict (provider, event_id) do update set deliveries = inbox.deliveries + 1
           returning (id = $1) as "new!""#,
        id.0,
        incoming.provider,
        incoming.event_id,
        incoming.kind,
        incoming.about,
        incoming.body,
        now as At,
    )
    .fetch_one(&mut *tx)
    .await?;
    if new {
        queue::enqueue(&mut tx, &ProcessWebhook { inbox: id }).await?;
    }
    tx.commit().await?;
    if new {
        shop.bell.work_waits();
    }
    Ok(new)
}

/// Notes that a webhook was turned away. Refusals of one kind within a minute share a row.
pub async fn refuse(pool: &PgPool, provider: &str, reason: &str, ip: &str, now: At) {
    let written = sqlx::query!(
        "insert into inbox_refusal as r (provider, reason, minute, last_ip) values ($1, $2, date_trunc('minute', $3::timestamptz), $4)
         on conflict (minute, provider, reason) do update set times = r.times + 1, last_ip = excluded.last_ip",
        provider,
        reason,
        now as At,
        ip,
    )
    .execute(pool)
    .await;
    if let Err(error) = written {
        tracing::warn!(%error, provider, reason, "a refused webhook could not be noted");
    }
}
