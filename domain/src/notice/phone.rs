//! The number behind a text message: its row names the customer, because the number is sealed.

use sqlx::PgConnection;
use uuid::Uuid;

use super::Channel;
use crate::{Fault, Shop, secret::Cell};

/// Whom a message goes to, as its channel needs it: for a text message the number the customer has verified, nothing when there is none
/// any more. A number that somebody named by hand stays what it is.
///
/// # Errors
/// When PostgreSQL is away.
pub(super) async fn reach(
    conn: &mut PgConnection,
    shop: &Shop,
    channel: Channel,
    recipient: String,
) -> Result<String, Fault> {
    match (channel, recipient.parse::<Uuid>()) {
        (Channel::Sms, Ok(customer)) => Ok(number(conn, shop, customer).await?.unwrap_or_default()),
        _ => Ok(recipient),
    }
}

async fn number(conn: &mut PgConnection, shop: &Shop, customer: Uuid) -> Result<Option<String>, Fault> {
    let sealed = sqlx::query_scalar!(
        "select phone from customer where id = $1 and phone_verified_at is not null",
        customer
    )
    .fetch_optional(conn)
    .await?;
    let cell = Cell { table: "customer", column: "phone", row: customer };
    Ok(sealed.flatten().and_then(|sealed| shop.secret.open(cell, &sealed)))
}
