//! A number somebody pastes, the carriers it may be of, and how it is kept.

mod why;

pub use why::Why;

#[cfg(feature = "ssr")]
mod check;
#[cfg(feature = "ssr")]
mod clean;
#[cfg(feature = "ssr")]
mod keep;
#[cfg(feature = "ssr")]
mod patterns;
#[cfg(feature = "ssr")]
mod recognise;

#[cfg(feature = "ssr")]
pub use keep::{Kept, bare, keep};
#[cfg(feature = "ssr")]
pub use recognise::{Recognised, Suggestion, recognise};
