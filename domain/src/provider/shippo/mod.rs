//! Shippo: the client for what we ask, the wire for what we are told. Nothing here is called with a transaction open.
//!
//! Shippo has no idempotency key. Whoever buys or gives back a label looks first and never asks twice on a doubtful answer:
//! `docs/adr/0015`.

mod accounts;
mod client;
mod files;
mod hooks;
mod labels;
mod lenient;
mod rates;
mod report;
mod tracks;
pub mod wire;
pub mod wire_track;

pub use client::Shippo;
pub use files::NoFile;
pub use hooks::Hook;
pub use labels::BuyLabelCall;
pub use lenient::{decimal, moment};
