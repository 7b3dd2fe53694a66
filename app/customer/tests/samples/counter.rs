//! Where and when a kitchen hands an order over.

use domain::{
    order::{Address, TrackedBooking},
    place::Method,
};

use super::at;

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
