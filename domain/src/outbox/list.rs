//! The endpoints there are, and how each is.

use super::{COUNTED, Disabled, DisabledBecause, Endpoint, EndpointDraft, Payload, SecretView};
use crate::{Fault, Shop, clock::At, event::Kind, ids::WebhookEndpointId};

/// All of them, the oldest first.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn endpoints(shop: &Shop) -> Result<Vec<Endpoint>, Fault> {
    read(shop, None).await
}

/// One of them.
///
/// # Errors
/// [`Fault::NotFound`] when there is none of that id.
pub async fn endpoint(shop: &Shop, id: WebhookEndpointId) -> Result<Endpoint, Fault> {
    read(shop, Some(id)).await?.pop().ok_or(Fault::NotFound)
}

async fn read(shop: &Shop, only: Option<WebhookEndpointId>) -> Result<Vec<Endpoint>, Fault> {
    let now = shop.clock.now();
    let mut conn = shop.pool.acquire().await?;
    let secrets = sqlx::query!(
        r#"select endpoint_id, created_at as "created_at: At", ends_at as "ends_at: At" from webhook_secret
           where ends_at is null or ends_at > $1 order by created_at desc, id desc"#,
        now as At,
    )
    .fetch_all(&mut *conn)
    .await?;
    let rows = sqlx::query!(
        r#"select e.id, e.url, e.description, e.event_types, e.payload, e.created_at as "created_at: At", e.disabled_at as "disabled_at: At",
                  e.disabled_because, e.paused_until as "paused_until: At", e.failing_since as "failing_since: At",
                  e.succeeded_at as "succeeded_at: At",
                  (select count(*) from (select from webhook_message m
                      where m.endpoint_id = e.id and m.order_id is not null and m.state = 'pending' limit $2) few) as "waiting!",
                  (select count(*) from (select from webhook_message m
                      where m.endpoint_id = e.id and m.order_id is not null and m.state = 'failed' limit $2) few) as "failed!"
           from webhook_endpoint e where $1::uuid is null or e.id = $1 order by e.created_at, e.id"#,
        only.map(|id| id.0),
        COUNTED,
    )
    .fetch_all(&mut *conn)
    .await?;
    let endpoints = rows.into_iter().map(|row| Endpoint {
        id: WebhookEndpointId(row.id),
        draft: EndpointDraft {
            url: row.url,
            description: row.description,
            event_types: row.event_types.iter().filter_map(|word| Kind::parse(word)).collect(),
            payload: Payload::parse(&row.payload).unwrap_or_default(),
        },
        created_at: row.created_at,
        disabled: row.disabled_at.map(|at| Disabled {
            at,
            because: row
                .disabled_because
                .as_deref()
                .and_then(DisabledBecause::parse)
                .unwrap_or(DisabledBecause::Person),
        }),
        paused_until: row.paused_until.filter(|until| *until > now),
        failing_since: row.failing_since,
        succeeded_at: row.succeeded_at,
        secrets: secrets
            .iter()
            .filter(|secret| secret.endpoint_id == row.id)
            .map(|secret| SecretView { created_at: secret.created_at, ends_at: secret.ends_at })
            .collect(),
        waiting: row.waiting,
        failed: row.failed,
    });
    Ok(endpoints.collect())
}
