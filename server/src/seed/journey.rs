//! What carriers say of the demo's parcels: that they have them, and of a few that they are out, late or in trouble right now.

use domain::{
    Shop,
    ids::OrderId,
    parcel::{self, ParcelDetails},
    tracking::{
        Action, CarrierEvent, Cause, Meaning, ScanPlace, TrackReport, TrackSource, TrackingState, When,
    },
};

use super::life::{DAY, HOUR};

/// A journey that is not over: in which trouble it is, and how long ago that was said.
pub struct Journey {
    meaning: Meaning,
    code: &'static str,
    detail: &'static str,
    ago: i64,
    /// How long it may take: older ones have arrived all the same.
    pub lasts: i64,
}

/// The journey of the order of that index, where its carrier tells of one.
pub const fn of(index: usize) -> Option<Journey> {
    let of = Meaning::of;
    let (meaning, code, detail, ago, lasts) = match index % 12 {
        0 => (of(TrackingState::OutForDelivery), "out_for_delivery", "En reparto", 2 * HOUR, 3 * DAY),
        2 => (
            of(TrackingState::Delayed).because(Cause::Weather),
            "delayed",
            "Weather delay, new date follows",
            15 * HOUR,
            8 * DAY,
        ),
        9 => (
            of(TrackingState::InTransit).because(Cause::Address).needs(Action::CorrectAddress),
            "address_issue",
            "Dirección incompleta: falta el piso",
            20 * HOUR,
            8 * DAY,
        ),
        _ => return None,
    };
    Some(Journey { meaning, code, detail, ago, lasts })
}

/// A parcel is taken in six hours after it left. `at` sets the shop's clock to so many seconds after the order's birth; `left` is when the parcel
/// was handed over, and `age` is now.
pub async fn taken_in(
    shop: &Shop,
    id: OrderId,
    details: &ParcelDetails,
    at: impl Fn(i64),
    (left, age): (i64, i64),
) -> anyhow::Result<()> {
    if age > left + TAKEN {
        at(left + TAKEN);
        let taken = (Meaning::of(TrackingState::PickedUp), "package_accepted", "Admitido");
        hear(shop, id, details, taken).await?;
    }
    Ok(())
}

/// How long after it left.
const TAKEN: i64 = 6 * HOUR;

impl Journey {
    /// Tells what is wrong with it, where it has come so far.
    pub async fn tell(
        &self,
        shop: &Shop,
        id: OrderId,
        details: &ParcelDetails,
        at: impl Fn(i64),
        (left, age): (i64, i64),
    ) -> anyhow::Result<()> {
        if age - self.ago > left + TAKEN {
            at(age - self.ago);
            hear(shop, id, details, (self.meaning, self.code, self.detail)).await?;
        }
        Ok(())
    }
}

async fn hear(
    shop: &Shop,
    id: OrderId,
    details: &ParcelDetails,
    (meaning, code, detail): (Meaning, &str, &str),
) -> anyhow::Result<()> {
    let (Some(carrier), Some(number)) = (&details.carrier, &details.tracking_number) else { return Ok(()) };
    let now = shop.clock.now();
    let mut report = TrackReport::new(TrackSource::Shippo, carrier, number);
    report.events.push(CarrierEvent {
        key: format!("seed-{code}"),
        code: Some(code.to_owned()),
        sub_code: None,
        words: Some(detail.to_owned()),
        language: None,
        when: When::Moment { at: now, offset: None },
        place: Some(ScanPlace {
            city: Some("Madrid".to_owned()),
            country: Some("ES".to_owned()),
            ..ScanPlace::default()
        }),
        meaning: Some(meaning),
    });
    let mut tx = shop.pool.begin().await?;
    parcel::hear_tracking(&mut tx, &report, now).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(())
}
