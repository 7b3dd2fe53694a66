//! Verb: staff add a further box to an order that is being made or has left.

use serde_json::json;
use sqlx::PgConnection;

use super::{ParcelDetails, register_track::follow, store};
use crate::{
    Fault, Reason, Shop,
    clock::At,
    event::Kind,
    history::Actor,
    ids::OrderId,
    order::{
        self,
        record::{self, Recorded},
        store::Order,
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
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    store::meet(&mut tx, &details).await?;
    let mut order = order::store::lock(&mut tx, id).await?;
    let recorded = add_step(shop, &mut tx, &mut order, &details, &by.actor(), now).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    shop.bell.work_waits();
    Ok(recorded)
}

/// The step of [`add_parcel`] with checked details, in the caller's transaction, on a locked order; the caller has called [`store::meet`]
/// before it locked.
///
/// # Errors
/// As [`add_parcel`].
pub async fn add_step(
    shop: &Shop,
    conn: &mut PgConnection,
    order: &mut Order,
    details: &ParcelDetails,
    actor: &Actor,
    now: At,
) -> Result<Recorded, Fault> {
    if details.is_empty() {
        return Err(Reason::EmptyParcel.into());
    }
    if order.state.status.is_end() {
        return Err(Reason::Ended { status: order.state.status }.into());
    }
    if order.state.stage.is_none() {
        return Err(Reason::NotPaid.into());
    }
    if store::count(&mut *conn, order.id).await? >= MOST {
        return Err(Reason::TooManyParcels.into());
    }
    let parcel = store::insert(&mut *conn, order.id, details, now).await?;
    follow(shop, &mut *conn, (order.id, parcel), details).await?;
    record::fact(conn, order, Kind::ParcelAdded, actor, json!({ "parcel": details }), (now, now)).await
}
