//! Stripe: the client for what we ask, the signature and the wire for what we are told.

mod answer;
mod client;
mod events;
mod holds;
mod minor;
mod raw;
mod refunds;
mod sessions;
pub mod wire;
pub mod wire_session;

pub use client::{Checkout, Line, Stripe};
pub use holds::Known;
pub use minor::{from_stripe, step, to_stripe};
pub use raw::Page;
pub use refunds::MakeRefund;

/// The version of Stripe's API for our raw reads: the one that async-stripe pins for everything else.
const VERSION: &str = "2026-09-30.endive";
