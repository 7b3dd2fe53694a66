//! One box: its carrier, its number and where that carrier shows it.

mod carrier;
mod details;
mod direction;
mod file_type;
mod label_status;
mod size;
mod tracking;

pub use carrier::{Carrier, tracking_url};
pub use details::ParcelDetails;
pub use direction::Direction;
pub use file_type::FileType;
pub use label_status::LabelStatus;
pub use size::Size;
pub use tracking::{Tracking, TrackingStatus, roll_up};

#[cfg(feature = "ssr")]
mod add;
#[cfg(feature = "ssr")]
pub mod label_store;
#[cfg(feature = "ssr")]
pub mod store;

#[cfg(feature = "ssr")]
pub use add::add_parcel;
