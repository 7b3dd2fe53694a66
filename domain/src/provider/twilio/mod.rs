//! Twilio: text messages, and codes that prove a number is somebody's. Nothing here is called with a transaction open.
//!
//! Its Messages have no idempotency key (<https://www.twilio.com/docs/messaging/api/message-resource>): who does not hear the answer
//! looks for the message before sending it again (`docs/adr/0031-one-text-message.md`).

pub mod callback;
mod client;
mod errors;
mod messages;
mod verify;
pub mod wire;

pub use client::{Account, Twilio};
pub use errors::meaning;
pub use messages::Text;
pub use verify::Checked;
