//! Verb: staff do not take something back.

use serde_json::json;

use super::{ReturnStatus, store};
use crate::{
    Fault, Reason, Shop,
    alert::{self, AlertKind},
    event::Kind,
    ids::OrderId,
    order::{self, record},
    staff::Person,
};

/// Declines the return that was asked for. Twice is once.
///
/// # Errors
/// [`Fault::Refused`] when none was; [`Fault::NotFound`].
pub async fn decline(shop: &Shop, by: &Person, id: OrderId) -> Result<(), Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let mut order = order::store::lock(&mut tx, id).await?;
    if !store::advance(&mut tx, id, ReturnStatus::Requested, ReturnStatus::Declined, now).await? {
        return match store::newest(&mut tx, id).await? {
            Some((ReturnStatus::Declined, ..)) => Ok(()),
            _ => Err(Reason::NoReturn.into()),
        };
    }
    alert::store::settle(&mut tx, id, AlertKind::ReturnRequested, Some(&by.name), now).await?;
    record::fact(&mut tx, &mut order, Kind::ReturnDeclined, &by.actor(), json!({}), (now, now)).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(())
}
