//! FedEx: Track v1 for what we ask (<https://developer.fedex.com/api/en-us/catalog/track/v1/docs.html>), Advanced Integrated Visibility for
//! what we are told. Its pushes are set up in FedEx's portal, for the account as a whole: there is nothing to register per number.

mod client;
mod read;
pub mod signature;
pub mod wire;

pub use client::{BATCH, FedEx};
