//! Verb: staff add a further box to an order that is being made or has left.

use serde_json::json;

use super::{ParcelDetails, register_track::follow, store};
use crate::{
    Fault, Reason, Shop,
    event::Kind,
    ids::OrderId,
    order::{
        self,
        record::{self, Recorded},
    },
    staff::Person,
};

const MOST: i64 = 50;

/// Adds a box. After the order has left, the customer is told its number like the first one's.
///
/// # Errors
/// [`Fault::Refused`] for an unpaid or ended order, an empty or impossible parcel, or a 51st box; [`Fault::NotFound`].
pub async fn add_parcel(
    shop: &Shop,
    by: &Person,
    id: OrderId,
    details: ParcelDetails,
) -> Result<Recorded, Fault> {
    let details = details.check()?;
    if details.is_empty() {
        return Err(Reason::EmptyParcel.into());
    }
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    store::meet(&mut tx, &details).await?;
    let mut order = order::store::lock(&mut tx, id).await?;
    if order.state.status.is_end() {
        return Err(Reason::Ended { status: order.state.status }.into());
    }
    if order.state.stage.is_none() {
        return Err(Reason::NotPaid.into());
    }
    if store::count(&mut tx, id).await? >= MOST {
        return Err(Reason::TooManyParcels.into());
    }
    let parcel = store::insert(&mut tx, id, &details, now).await?;
    follow(shop, &mut tx, (id, parcel), &details).await?;
    let payload = json!({ "parcel": details });
    let recorded =
        record::fact(&mut tx, &mut order, Kind::ParcelAdded, &by.actor(), payload, (now, now)).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    shop.bell.work_waits();
    Ok(recorded)
}
