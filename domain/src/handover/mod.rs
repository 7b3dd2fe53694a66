//! How a parcel is handed over: what its customer asks of whoever brings it, and what they say when it did not come.
//!
//! A wish is words for people. It stands beside the address wherever that is read; no carrier is told by us (ADR 0050).

mod way;
mod wish;

pub use way::Way;
pub use wish::DeliveryWish;

#[cfg(feature = "ssr")]
mod choose;
#[cfg(feature = "ssr")]
mod form;
#[cfg(feature = "ssr")]
mod report;
#[cfg(feature = "ssr")]
mod rules;
#[cfg(feature = "ssr")]
pub mod store;
#[cfg(feature = "ssr")]
mod tracked;

#[cfg(feature = "ssr")]
pub use choose::choose;
#[cfg(feature = "ssr")]
pub use form::{LONGEST_INSTRUCTIONS, LONGEST_NOTE, WishFlaw, WishForm};
#[cfg(feature = "ssr")]
pub use report::{LONGEST_REPORT, report};
#[cfg(feature = "ssr")]
pub use rules::{BoxAt, Facts, REPORT_DAYS};
#[cfg(feature = "ssr")]
pub use tracked::TrackedHandover;
