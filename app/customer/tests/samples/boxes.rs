//! Boxes, as far as they have come.

use domain::{
    order::{TrackedParcel, TrackedScan},
    tracking::{Meaning, ScanPlace, TrackingState},
};

use super::at;

/// A box, made ready in the moment the samples leave.
pub fn parcel(carrier: Option<&str>, number: Option<&str>, url: Option<&str>) -> TrackedParcel {
    let mut made = TrackedParcel::packed(at("2026-11-26T10:04:00Z"));
    made.carrier = carrier.map(Into::into);
    made.tracking_number = number.map(Into::into);
    made.tracking_url = url.map(Into::into);
    made
}

/// In Spain.
fn town(name: &str) -> ScanPlace {
    ScanPlace { city: Some(name.into()), country: Some("ES".into()), ..ScanPlace::default() }
}

/// A box of Correos, about which its carrier has told something.
pub fn told(meaning: Meaning, when: &str) -> TrackedParcel {
    let mut scan = TrackedScan::new(meaning, at(when));
    scan.detail = Some("Departed facility".into());
    scan.place = Some(town("Madrid"));
    let number = "PQ4F6P0704213180128014R";
    parcel(Some("Correos"), Some(number), Some("https://www.correos.es/PQ4F6P0704213180128014R")).told(scan)
}

/// The same, expected on a day.
pub fn expected(mut parcel: TrackedParcel, day: &str) -> TrackedParcel {
    parcel.eta = Some(day.parse().unwrap());
    parcel
}

/// With the carrier since the morning.
pub fn on_its_way() -> TrackedParcel {
    let parcel = told(Meaning::of(TrackingState::PreTransit), "2026-11-26T10:10:00Z");
    let mut scan = TrackedScan::new(Meaning::of(TrackingState::PickedUp), at("2026-11-26T10:30:00Z"));
    scan.place = Some(town("Getafe"));
    scan.detail = Some("Admitido".into());
    expected(parcel.told(scan), "2026-11-27")
}

/// On its way.
pub fn transit() -> Meaning {
    Meaning::of(TrackingState::InTransit)
}
