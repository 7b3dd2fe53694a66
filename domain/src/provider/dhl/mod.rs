//! DHL: Unified Tracking for what we ask (<https://developer.dhl.com/api-reference/shipment-tracking>), Unified Push for what we are told
//! (<https://developer.dhl.com/api-reference/shipment-tracking-unified-push>). One key for all its divisions, one answer's shape, and in it
//! what each division makes of it: everything is read as if it might be missing.

mod client;
mod push;
mod read;
mod subscribe;
#[cfg(test)]
mod tests;
pub mod wire;

pub use client::{Dhl, service};
pub use push::{Push, Told};
pub use subscribe::{HEADER, Hook, MOST};
