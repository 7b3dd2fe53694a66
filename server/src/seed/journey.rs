//! What carriers say of some of the demo's parcels: most say nothing, and a few are out, late or in trouble right now.

use domain::{
    Shop,
    ids::OrderId,
    parcel::{self, ParcelDetails, ScanNews, TrackNews, Tracking, TrackingStatus},
};

use super::life::{DAY, HOUR};

/// A journey that is not over: in which trouble it is, and how long ago that was said.
pub struct Journey {
    status: TrackingStatus,
    code: &'static str,
    detail: &'static str,
    ago: i64,
    /// How long it may take: older ones have arrived all the same.
    pub lasts: i64,
}

/// The journey of the order of that index, where its carrier tells of one.
pub const fn of(index: usize) -> Option<Journey> {
    let (status, code, detail, ago, lasts) = match index % 12 {
        0 => (TrackingStatus::OutForDelivery, "out_for_delivery", "En reparto", 2 * HOUR, 3 * DAY),
        2 => (TrackingStatus::Delayed, "delayed", "Weather delay, new date follows", 15 * HOUR, 8 * DAY),
        9 => (
            TrackingStatus::Exception,
            "address_issue",
            "Dirección incompleta: falta el piso",
            20 * HOUR,
            8 * DAY,
        ),
        _ => return None,
    };
    Some(Journey { status, code, detail, ago, lasts })
}

impl Journey {
    /// Tells of it as far as it has come: taken in six hours after it left, and then what is wrong with it. `at` sets the shop's clock to
    /// so many seconds after the order's birth; `left` is when the parcel was handed over, and `age` is now.
    pub async fn tell(
        &self,
        shop: &Shop,
        id: OrderId,
        details: &ParcelDetails,
        at: impl Fn(i64),
        (left, age): (i64, i64),
    ) -> anyhow::Result<()> {
        let taken_in = left + 6 * HOUR;
        if age > taken_in {
            at(taken_in);
            let taken = (TrackingStatus::Transit, "package_accepted", "Admitido");
            hear(shop, id, details, taken).await?;
        }
        if age - self.ago > taken_in {
            at(age - self.ago);
            hear(shop, id, details, (self.status, self.code, self.detail)).await?;
        }
        Ok(())
    }
}

async fn hear(
    shop: &Shop,
    id: OrderId,
    details: &ParcelDetails,
    (status, code, detail): (TrackingStatus, &str, &str),
) -> anyhow::Result<()> {
    let (Some(carrier), Some(number)) = (&details.carrier, &details.tracking_number) else { return Ok(()) };
    let now = shop.clock.now();
    let scan = ScanNews {
        tracking: Tracking { status, at: Some(now), key: format!("seed-{code}") },
        code: Some(code.to_owned()),
        detail: Some(detail.to_owned()),
        place: Some("Madrid, ES".to_owned()),
    };
    let news = TrackNews {
        carrier: carrier.clone(),
        carrier_shippo: parcel::shippo_token(carrier).to_owned(),
        number: number.clone(),
        transaction: None,
        source: domain::event::Source::Shippo,
        eta: None,
        scans: vec![scan],
    };
    let mut tx = shop.pool.begin().await?;
    parcel::hear_tracking(&mut tx, &news, now).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(())
}
