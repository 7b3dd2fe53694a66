//! Something is sent back: asked for, received, paid back.
//!
//! ```text
//! requested ──▶ received ──▶ refunded
//!     └───────▶ declined
//! ```

mod status;

pub use status::ReturnStatus;

#[cfg(feature = "ssr")]
mod decline;
#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod receive;
#[cfg(feature = "ssr")]
mod request;
#[cfg(feature = "ssr")]
pub mod store;

#[cfg(feature = "ssr")]
pub use decline::decline;
#[cfg(feature = "ssr")]
pub use list::{ReturnEntry, returns};
#[cfg(feature = "ssr")]
pub use receive::{Restock, receive};
#[cfg(feature = "ssr")]
pub use request::{in_time, may_ask, request, staff_may_ask};
