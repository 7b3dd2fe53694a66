//! Verb: a test is sent, also to an endpoint that is disabled. It is tried once and says nothing about how the endpoint is.

use serde_json::json;

use super::TEST;
use crate::{
    Fault, Shop,
    clock::At,
    ids::{WebhookEndpointId, WebhookMessageId},
};

/// Has a test sent under an id of the caller's choice: its attempt stands in the log soon after. Asked for twice it is sent once.
///
/// # Errors
/// [`Fault::NotFound`] when there is no endpoint of that id.
pub async fn try_out(shop: &Shop, endpoint: WebhookEndpointId, id: WebhookMessageId) -> Result<(), Fault> {
    let now = shop.clock.now();
    let body = json!({ "type": TEST, "timestamp": now.rfc3339(), "data": { "shop": shop.about.name } });
    // Held until it is written: whoever finds the endpoint being removed waits for that, and then finds none.
    let written = sqlx::query!(
        "insert into webhook_message (id, endpoint_id, type, occurred_at, created_at, body, next_attempt_at)
         select $1, e.id, $3, $4, $4, $5, $4 from webhook_endpoint e where e.id = $2
         for key share of e
         on conflict (id) do nothing",
        id.0,
        endpoint.0,
        TEST,
        now as At,
        body.to_string(),
    )
    .execute(&shop.pool)
    .await?;
    if written.rows_affected() == 0 {
        super::message(shop, endpoint, id).await?;
    }
    shop.bell.work_waits();
    Ok(())
}
