//! Verb: a customer, or somebody for them, says how the parcel is to be handed over.

use serde_json::json;

use super::{DeliveryWish, store};
use crate::{
    Fault, Shop,
    event::Kind,
    ids::OrderId,
    limit::{self, Limit},
    order::{self, By, record, record::Recorded},
};

/// Changes of one order by its customer: enough for anybody who thinks it over, too few to fill a history.
const CHANGES: Limit = Limit { tries: 20, seconds: 3600 };

/// Keeps a wish instead of the one before. The history says that it changed and which way; the words, which are about neighbours and hiding
/// places, stand in one place that can be changed. The same again is so already, also when it is too late for another.
///
/// # Errors
/// [`Fault::Refused`] when it is too late or no carrier brings it, with whom to ask; [`crate::Reason::TooMany`] beyond the limit, which staff do
/// not have; [`Fault::NotFound`].
pub async fn choose(shop: &Shop, by: &By, id: OrderId, wish: &DeliveryWish) -> Result<Recorded, Fault> {
    let now = shop.clock.now();
    if !matches!(by, By::Staff(_)) {
        let counters = [(shop.secret.counter("delivery-wish", &id.to_string()), CHANGES)];
        limit::count(&mut *shop.pool.acquire().await?, now, &counters).await?;
    }
    let mut tx = shop.pool.begin().await?;
    let mut order = order::store::lock(&mut tx, id).await?;
    if store::wish(&mut tx, id).await?.0 == *wish {
        return Ok(Recorded::Already);
    }
    store::facts(&mut tx, &order).await?.may_choose(&shop.about.contact)?;
    store::keep(&mut tx, id, wish, now).await?;
    let payload = json!({ "way": wish.way });
    let kind = Kind::DeliveryWished;
    let recorded = record::fact(&mut tx, &mut order, kind, &by.actor(), payload, (now, now)).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(recorded)
}
