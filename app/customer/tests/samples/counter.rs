//! A kitchen's order, and where and when it is handed over.

use domain::{
    event::Kind,
    order::{Address, Status, TrackedBooking, TrackedOrder},
    payment::PaymentStatus,
    place::Method,
};

use super::{at, happen, held, with};

/// At the kitchen's counter, between half past twelve and one by its own clock.
pub fn counter() -> TrackedBooking {
    TrackedBooking {
        method: Method::Pickup,
        place: "Nomad Stop <Soho>".into(),
        address: Address {
            line1: "1 Frith Street".into(),
            line2: None,
            city: "London".into(),
            state: None,
            postal_code: "W1D 3HZ".into(),
            country: "GB".into(),
        },
        contact: "soho@nomad.example".into(),
        zone: "Europe/London".into(),
        starts_at: Some(at("2026-11-26T12:30:00Z")),
        ends_at: Some(at("2026-11-26T13:00:00Z")),
    }
}

/// Ready to be collected; no carrier is involved.
pub fn kitchen_ready() -> TrackedOrder {
    with(held(), |o| {
        o.status = Status::OutForDelivery;
        o.payment = PaymentStatus::Paid;
        o.stage = Some("ready".into());
        o.held = None;
        o.booking = Some(counter());
        happen(o, Kind::PaymentCaptured, None, "2026-11-26T12:20:00Z");
        happen(o, Kind::StageEntered, Some("ready"), "2026-11-26T12:50:00Z");
    })
}
