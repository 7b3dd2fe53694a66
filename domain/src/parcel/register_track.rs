//! Job: ask Shippo to follow a number that staff typed. Of labels bought there it tells by itself; of others only when asked to.

use serde::{Deserialize, Serialize};
use sqlx::PgConnection;

use super::{ParcelDetails, hear_tracking, shippo_token, store};
use crate::{
    Fault, Shop,
    ids::{OrderId, ParcelId},
    queue::{self, Job, Outcome},
};

/// Registers one parcel's number.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RegisterTrack {
    /// Which.
    pub parcel: ParcelId,
    /// Whose.
    pub order: OrderId,
}

impl Job for RegisterTrack {
    const NAME: &'static str = "register_track";
    const PRIORITY: i16 = 100;

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        match register(shop, self.parcel).await {
            Ok(()) => Outcome::Done,
            Err(fault) => fault.into(),
        }
    }
}

/// Enqueues it in the transaction that added the box, where there is somebody to ask and something to ask after.
pub(crate) async fn follow(
    shop: &Shop,
    conn: &mut PgConnection,
    (order, parcel): (OrderId, ParcelId),
    details: &ParcelDetails,
) -> Result<(), Fault> {
    if shop.shippo.is_there() && store::about(details).is_some() {
        queue::enqueue(conn, &RegisterTrack { parcel, order }).await?;
    }
    Ok(())
}

/// Asks once, and hears the answer like a webhook. A death in between asks again: then every news comes twice and counts once.
async fn register(shop: &Shop, id: ParcelId) -> Result<(), Fault> {
    let Some((carrier, number)) = store::tracked_by(&shop.pool, id).await? else { return Ok(()) };
    let reference = id.to_string();
    let asked = shop.shippo.register_track(shippo_token(&carrier), &number, &reference);
    let Ok(track) = shop.ask("shippo", asked).await? else {
        // A carrier or number that Shippo does not know: the link works without it.
        tracing::debug!(parcel = %id, carrier, "Shippo does not follow this number");
        return Ok(());
    };
    let Some(report) = track.report() else { return Ok(()) };
    if report.events.is_empty() && report.eta.is_none() {
        return Ok(());
    }
    let mut tx = shop.pool.begin().await?;
    let heard = hear_tracking(&mut tx, &report, shop.clock.now()).await?;
    tx.commit().await?;
    if let super::TrackHeard::Moved(order) = heard {
        shop.bell.ring(order);
    }
    Ok(())
}
