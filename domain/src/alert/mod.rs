//! What needs a person: raised once while it is open, cleared by whoever dealt with it.

mod kind;
mod views;
mod waits;

pub use kind::AlertKind;
pub use views::{AlertView, HealthView, NeedsAttention, RepairView, UnmappedView, WaitingView};
pub use waits::Waits;

#[cfg(feature = "ssr")]
mod clear;
#[cfg(feature = "ssr")]
mod health;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
pub mod store;

#[cfg(feature = "ssr")]
pub use clear::clear;
#[cfg(feature = "ssr")]
pub use list::{count, list, of_order, some};
