//! Where the shop works: its places, when they are open.

#[cfg(feature = "ssr")]
mod opening;

#[cfg(feature = "ssr")]
pub use opening::{Hours, NotHours, Opening};
