//! UPS: Track v1 for what we ask, Track Alert for what we are told
//! (<https://github.com/UPS-API/api-documentation>, `Tracking.yaml`, `UPSTrackAlert-v1.yaml`, `UPSTrackAlert-v2.yaml`).

mod alert;
mod client;
mod read;
pub mod signature;
mod subscribe;
#[cfg(test)]
mod tests;
pub mod wire;

pub use alert::Alert;
pub use client::Ups;
pub use subscribe::{Alerts, MOST, Subscribed};
