//! Every query that writes `alert`.

use std::collections::HashSet;

use serde_json::Value;
use sqlx::PgConnection;
use uuid::Uuid;

use super::AlertKind;
use crate::{
    Fault,
    clock::At,
    ids::{AlertId, OrderId, WebhookEndpointId},
};

/// Raises an alarm about an order unless the same one is open. True when it is new.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn raise(
    conn: &mut PgConnection,
    order: OrderId,
    kind: AlertKind,
    payload: Value,
    now: At,
) -> Result<bool, Fault> {
    let raised = sqlx::query!(
        "insert into alert (id, order_id, kind, payload, raised_at) values ($1, $2, $3, $4, $5) on conflict do nothing",
        AlertId::new().0,
        order.0,
        kind.as_str(),
        payload,
        now as At,
    )
    .execute(&mut *conn)
    .await?;
    mirror(conn, order).await?;
    Ok(raised.rows_affected() == 1)
}

/// Raises an alarm about an order; where one of the kind is open it says this from now on.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn raise_or_change(
    conn: &mut PgConnection,
    order: OrderId,
    kind: AlertKind,
    payload: Value,
    now: At,
) -> Result<(), Fault> {
    if !raise(conn, order, kind, payload.clone(), now).await? {
        sqlx::query!(
            "update alert set payload = $3 where order_id = $1 and kind = $2 and cleared_at is null",
            order.0,
            kind.as_str(),
            payload,
        )
        .execute(conn)
        .await?;
    }
    Ok(())
}

/// Raises an alarm about a provider unless the same one is open.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn raise_for_provider(
    conn: &mut PgConnection,
    provider: &str,
    kind: AlertKind,
    payload: Value,
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        "insert into alert (id, provider, kind, payload, raised_at) values ($1, $2, $3, $4, $5) on conflict do nothing",
        AlertId::new().0,
        provider,
        kind.as_str(),
        payload,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Raises an alarm about no order and no provider, unless the same one is open.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn raise_for_shop(
    conn: &mut PgConnection,
    kind: AlertKind,
    payload: Value,
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        "insert into alert (id, kind, payload, raised_at) values ($1, $2, $3, $4) on conflict do nothing",
        AlertId::new().0,
        kind.as_str(),
        payload,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Raises an alarm about a webhook endpoint unless the same one is open.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn raise_for_endpoint(
    conn: &mut PgConnection,
    endpoint: WebhookEndpointId,
    kind: AlertKind,
    payload: Value,
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        "insert into alert (id, endpoint_id, kind, payload, raised_at) values ($1, $2, $3, $4, $5) on conflict do nothing",
        AlertId::new().0,
        endpoint.0,
        kind.as_str(),
        payload,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Clears a webhook endpoint's alarms of these kinds because they are true no more; `by` is `None` when they settled themselves.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn settle_endpoint(
    conn: &mut PgConnection,
    endpoint: WebhookEndpointId,
    kinds: &[AlertKind],
    by: Option<&str>,
    now: At,
) -> Result<(), Fault> {
    let kinds: Vec<&str> = kinds.iter().map(|kind| kind.as_str()).collect();
    sqlx::query!(
        "update alert set cleared_at = $3, cleared_by = $4 where endpoint_id = $1 and kind = any($2) and cleared_at is null",
        endpoint.0,
        &kinds as _,
        now as At,
        by,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Clears an order's alarm of a kind because it is true no more; `by` is `None` when it settled itself.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn settle(
    conn: &mut PgConnection,
    order: OrderId,
    kind: AlertKind,
    by: Option<&str>,
    now: At,
) -> Result<bool, Fault> {
    let cleared = sqlx::query!(
        "update alert set cleared_at = $3, cleared_by = $4 where order_id = $1 and kind = $2 and cleared_at is null",
        order.0,
        kind.as_str(),
        now as At,
        by,
    )
    .execute(&mut *conn)
    .await?;
    mirror(conn, order).await?;
    Ok(cleared.rows_affected() == 1)
}

/// Which of these orders have an open alarm of a kind, each with the version whose event raised it, where that is known.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn open_of(
    conn: &mut PgConnection,
    orders: &[Uuid],
    kind: AlertKind,
) -> Result<HashSet<(Uuid, Option<i64>)>, Fault> {
    let rows = sqlx::query!(
        r#"select order_id as "order_id!", (payload ->> 'version')::bigint as version from alert
           where order_id = any($1) and kind = $2 and cleared_at is null"#,
        orders,
        kind.as_str(),
    )
    .fetch_all(conn)
    .await?;
    Ok(rows.into_iter().map(|row| (row.order_id, row.version)).collect())
}

/// [`settle`] for many orders.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn settle_many(
    conn: &mut PgConnection,
    orders: &[Uuid],
    kind: AlertKind,
    by: Option<&str>,
    now: At,
) -> Result<(), Fault> {
    if orders.is_empty() {
        return Ok(());
    }
    sqlx::query!(
        "update alert set cleared_at = $3, cleared_by = $4 where order_id = any($1) and kind = $2 and cleared_at is null",
        orders,
        kind.as_str(),
        now as At,
        by,
    )
    .execute(&mut *conn)
    .await?;
    sqlx::query!(
        "update orders set attention = (select kind from alert where order_id = orders.id and cleared_at is null order by raised_at, id limit 1)
         where id = any($1)",
        orders,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Clears a provider's alarms.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn settle_provider(
    conn: &mut PgConnection,
    provider: &str,
    by: Option<&str>,
    now: At,
) -> Result<(), Fault> {
    sqlx::query!(
        "update alert set cleared_at = $2, cleared_by = $3 where provider = $1 and cleared_at is null",
        provider,
        now as At,
        by,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// Clears an alarm about no order and no provider: it settled itself.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn settle_shop(conn: &mut PgConnection, kind: AlertKind, now: At) -> Result<(), Fault> {
    sqlx::query!(
        "update alert set cleared_at = $2 where order_id is null and provider is null and kind = $1 and cleared_at is null",
        kind.as_str(),
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}

/// The list's filter and the order's page read one column: the oldest open alarm.
pub(super) async fn mirror(conn: &mut PgConnection, order: OrderId) -> Result<(), Fault> {
    sqlx::query!(
        "update orders set attention = (select kind from alert where order_id = $1 and cleared_at is null order by raised_at, id limit 1)
         where id = $1",
        order.0,
    )
    .execute(conn)
    .await?;
    Ok(())
}
