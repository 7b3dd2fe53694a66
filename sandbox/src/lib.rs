//! The outside world in small. Clew's own wire code is only trustworthy if the other end was written without it,
//! so this crate depends on nothing of ours and speaks what Stripe, Shippo, Stitch, Twilio, Resend, FedEx, UPS, DHL, Correos, push services and a mail server speak.

// Stripe's objects are written out in one `json!` each, as its own documentation shows them; some are long.
#![recursion_limit = "256"]

pub mod cards;
mod carrier;
pub mod charge;
pub mod clock;
pub mod config;
mod control;
mod correos;
mod dhl;
pub mod dispute;
pub mod event;
mod expiry;
pub mod faults;
mod fcm;
mod fedex;
pub mod html;
pub mod ids;
pub mod intent;
mod journey;
pub mod line_item;
mod mail;
mod money;
mod pay;
mod postcodes;
pub mod provider;
mod push;
pub mod refund;
mod resend;
pub mod session;
mod shippo;
mod site;
mod snapshot;
mod start;
pub mod state;
mod stripe;
pub mod table;
mod twilio;
mod ups;
pub mod webhook;
mod world;

pub use config::Config;
pub use start::{Running, start};
