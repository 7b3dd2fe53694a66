//! Stripe: the client for what we ask, the signature and the wire for what we are told.

mod client;
pub mod signature;
pub mod wire;

pub use client::{Checkout, Line, Stripe};
