//! Verb: staff ask the carrier where a parcel is.

use super::{TrackHeard, hear_tracking, shippo_token, store};
use crate::{Fault, Reason, Shop, ids::ParcelId, poll, provider::Refused, staff::Person};

/// Asks the carrier's own service where the shop has an account, else Shippo, and hears the answer like a webhook. True when something
/// was new.
///
/// # Errors
/// [`Fault::Refused`] for a parcel without carrier or number, or one no carrier knows; [`Fault::NotFound`]; [`Fault::Down`] when who is
/// asked does not answer.
pub async fn refresh_tracking(shop: &Shop, _by: &Person, id: ParcelId) -> Result<bool, Fault> {
    if let Some(new) = poll::ask(shop, id).await? {
        return Ok(new);
    }
    fetch(shop, id).await?.ok_or_else(|| Reason::NotTrackable.into())
}

/// Asks Shippo after one parcel; `None` when it cannot be asked after. Reconciliation does the same.
///
/// # Errors
/// As [`refresh_tracking`].
pub async fn fetch(shop: &Shop, id: ParcelId) -> Result<Option<bool>, Fault> {
    let Some((carrier, number)) = store::tracked_by(&shop.pool, id).await? else { return Ok(None) };
    let answer = shop.ask("shippo", shop.shippo.track(shippo_token(&carrier), &number)).await?;
    let track = match answer {
        Ok(track) => track,
        Err(Refused { .. }) => return Ok(None),
    };
    let Some(report) = track.report() else { return Ok(Some(false)) };
    let mut tx = shop.pool.begin().await?;
    let heard = hear_tracking(&mut tx, &report, shop.clock.now()).await?;
    tx.commit().await?;
    Ok(Some(match heard {
        TrackHeard::Moved(order) => {
            shop.bell.ring(order);
            true
        }
        TrackHeard::Already(_) | TrackHeard::NotYet(_) => false,
    }))
}
