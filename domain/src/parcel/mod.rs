//! One box: its carrier, its number and where that carrier shows it.

mod carrier;
mod details;

pub use carrier::{Carrier, tracking_url};
pub use details::ParcelDetails;

#[cfg(feature = "ssr")]
mod add;
#[cfg(feature = "ssr")]
pub mod store;

#[cfg(feature = "ssr")]
pub use add::add_parcel;
