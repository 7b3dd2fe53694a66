//! Stripe: the client for what we ask, the signature and the wire for what we are told.

mod answer;
mod client;
mod holds;
mod refunds;
pub mod wire;

pub use client::{Checkout, Line, Stripe};
pub use holds::Known;
pub use refunds::MakeRefund;
