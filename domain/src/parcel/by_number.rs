//! Verb: whose parcel a tracking number is.

use crate::{Fault, Shop, ids::OrderId, tracking::number::keep};

/// The orders whose boxes to their customers have a number, the newest first. Numbers can be guessed: who asks is shown only what is theirs.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn orders_of_number(shop: &Shop, typed: &str) -> Result<Vec<OrderId>, Fault> {
    let kept = keep(typed, true).number.unwrap_or_default();
    let ids = sqlx::query_scalar!(
        "select order_id from parcel
         where tracking_number in ($1, $2) and direction = 'outbound' and voided_at is null
         group by order_id order by max(created_at) desc limit 20",
        typed.trim(),
        kept,
    )
    .fetch_all(&shop.pool)
    .await?;
    Ok(ids.into_iter().map(OrderId).collect())
}
