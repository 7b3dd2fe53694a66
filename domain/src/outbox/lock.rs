//! Who changes many messages of an endpoint takes the endpoint first: two that took messages in different orders would wait for each other.

use sqlx::PgConnection;

use crate::{Fault, ids::WebhookEndpointId};

/// Takes it until the transaction ends. Events are written down for it meanwhile.
///
/// # Errors
/// [`Fault::NotFound`] when there is none of that id.
pub(super) async fn lock(conn: &mut PgConnection, id: WebhookEndpointId) -> Result<(), Fault> {
    sqlx::query_scalar!("select true from webhook_endpoint where id = $1 for no key update", id.0)
        .fetch_optional(conn)
        .await?
        .ok_or(Fault::NotFound)?;
    Ok(())
}
