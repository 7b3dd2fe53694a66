//! What waited behind another is looked at as soon as nothing is in its way.

use sqlx::PgConnection;

use crate::{Fault, clock::At, ids::WebhookEndpointId};

/// Has what was never sent to an endpoint, and has nothing before it, be sent now.
pub(super) async fn wake(conn: &mut PgConnection, endpoint: WebhookEndpointId, now: At) -> Result<(), Fault> {
    sqlx::query!(
        "update webhook_message m set next_attempt_at = $2
         where m.endpoint_id = $1 and m.state = 'pending' and m.attempts = 0 and m.next_attempt_at > $2
             and not exists (select from webhook_message before where before.endpoint_id = m.endpoint_id and before.order_id = m.order_id
                 and before.sequence < m.sequence and before.state in ('pending', 'failed'))",
        endpoint.0,
        now as At,
    )
    .execute(conn)
    .await?;
    Ok(())
}
