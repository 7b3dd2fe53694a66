//! After somebody has decided about messages, their endpoint goes on.

use sqlx::PgConnection;

use super::wake::wake;
use crate::{
    Fault,
    alert::{AlertKind, store},
    clock::At,
    ids::WebhookEndpointId,
};

/// What waited behind them is looked at, and the alarm about what was given up is settled when nothing is.
pub(super) async fn go_on(
    conn: &mut PgConnection,
    endpoint: WebhookEndpointId,
    by: Option<&str>,
    now: At,
) -> Result<(), Fault> {
    wake(conn, endpoint, now).await?;
    let left = sqlx::query_scalar!(
        r#"select exists (select from webhook_message where endpoint_id = $1 and state = 'failed' and order_id is not null) as "left!""#,
        endpoint.0
    )
    .fetch_one(&mut *conn)
    .await?;
    if left {
        return Ok(());
    }
    store::settle_endpoint(conn, endpoint, &[AlertKind::WebhookRefused], by, now).await
}
