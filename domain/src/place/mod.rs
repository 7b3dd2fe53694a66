//! Where the shop works: its places, when they are open, how far they deliver, and the slots in which they take orders.
//!
//! A slot is a time at a place with so many seats. An order takes one as it is placed, holds it while its customer pays, and gives it
//! back in the transaction that gives back its stock ([`slot_store`]).

mod flaw;
mod method;
mod views;
mod way;

pub use flaw::PlaceFlaw;
pub use method::Method;
pub use views::{BookingView, PlaceForm, PlaceRow, PlaceView, PlacesView, SlotView};
pub use way::Way;

#[cfg(feature = "ssr")]
mod coordinates;
#[cfg(feature = "ssr")]
mod distance;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod opening;
#[cfg(feature = "ssr")]
mod postcode;
#[cfg(feature = "ssr")]
mod read_form;
#[cfg(feature = "ssr")]
mod reserve;
#[cfg(feature = "ssr")]
mod save;
#[cfg(feature = "ssr")]
mod seats;
#[cfg(feature = "ssr")]
pub mod slot_store;
#[cfg(feature = "ssr")]
mod slots;
#[cfg(feature = "ssr")]
pub mod store;

#[cfg(feature = "ssr")]
pub use coordinates::Coordinates;
#[cfg(feature = "ssr")]
pub use distance::{Distance, measure};
#[cfg(feature = "ssr")]
pub use list::{booking_of, list, page};
#[cfg(feature = "ssr")]
pub use opening::{Hours, NotHours, Opening};
#[cfg(feature = "ssr")]
pub use postcode::{Postcode, locate};
#[cfg(feature = "ssr")]
pub use read_form::LONGEST_LEAD;
#[cfg(feature = "ssr")]
pub use reserve::{Unplaceable, free, next_free, reserve};
#[cfg(feature = "ssr")]
pub use save::save;
#[cfg(feature = "ssr")]
pub use seats::{Seats, seats};
#[cfg(feature = "ssr")]
pub use slots::{Slot, slots};
#[cfg(feature = "ssr")]
pub use store::Place;
