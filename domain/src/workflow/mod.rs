//! A shop's graph of stages, as data, versioned. An order keeps the version it started with.

mod check;
mod definition;
mod presets;

pub use check::Flaw;
pub use definition::{Definition, Stage, Translated};
pub use presets::{PRESETS, preset};

#[cfg(feature = "ssr")]
pub mod store;
