//! Firebase Cloud Messaging, version 1: messages for a shop's own app
//! (<https://firebase.google.com/docs/reference/fcm/rest/v1/projects.messages/send>). Nothing here is called with a transaction open.

mod account;
mod client;

pub use account::Account;
pub use client::{Fcm, Push};
