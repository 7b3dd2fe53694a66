//! Verb: a person says that an alarm is dealt with.

use serde_json::json;

use super::{AlertKind, store};
use crate::{
    Fault, Shop,
    clock::At,
    event::Kind,
    ids::{AlertId, OrderId},
    order::{self, record},
    staff::Person,
};

/// Clears an alarm; clearing it twice is fine.
///
/// # Errors
/// [`Fault::NotFound`] when there is none of that id.
pub async fn clear(shop: &Shop, by: &Person, id: AlertId) -> Result<(), Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let row = sqlx::query!("select order_id, provider, kind from alert where id = $1", id.0)
        .fetch_optional(&mut *tx)
        .await?
        .ok_or(Fault::NotFound)?;
    let kind = AlertKind::parse(&row.kind).ok_or(Fault::NotFound)?;
    if let Some(provider) = &row.provider {
        store::settle_provider(&mut tx, provider, Some(&by.name), now).await?;
    }
    let about = row.order_id.map(OrderId);
    if row.provider.is_none() && about.is_none() {
        sqlx::query!(
            "update alert set cleared_at = $2, cleared_by = $3 where id = $1 and cleared_at is null",
            id.0,
            now as At,
            by.name,
        )
        .execute(&mut *tx)
        .await?;
    }
    if let Some(order) = about {
        let mut order = order::store::lock(&mut tx, order).await?;
        if store::settle(&mut tx, order.id, kind, Some(&by.name), now).await? {
            let payload = json!({ "alert": kind.as_str() });
            record::fact(&mut tx, &mut order, Kind::AlertCleared, &by.actor(), payload, (now, now)).await?;
        }
    }
    tx.commit().await?;
    if let Some(order) = about {
        shop.bell.ring(order);
    }
    Ok(())
}
