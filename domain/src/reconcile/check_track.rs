//! Job: ask where one parcel is, in case the carrier's news did not reach us.

use serde::{Deserialize, Serialize};

use super::repaired;
use crate::{
    Fault, Shop,
    ids::{OrderId, ParcelId},
    parcel::fetch_tracking,
    queue::{Job, Outcome},
};

/// Checks one parcel.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CheckTrack {
    /// Which.
    pub parcel: ParcelId,
    /// Whose.
    pub order: OrderId,
}

impl Job for CheckTrack {
    const NAME: &'static str = "check_track";
    const PRIORITY: i16 = 200;

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        match check(shop, &self).await {
            Ok(()) => Outcome::Done,
            Err(fault) => fault.into(),
        }
    }
}

async fn check(shop: &Shop, job: &CheckTrack) -> Result<(), Fault> {
    if fetch_tracking(shop, job.parcel).await? == Some(true) {
        let mut conn = shop.pool.acquire().await?;
        repaired(&mut conn, "shippo", Some(job.order), "tracking_update", shop.clock.now()).await?;
    }
    Ok(())
}
