//! Web Push: a message for one browser, encrypted for it alone and signed by the shop (RFC 8030, 8291, 8292). Nothing here is called
//! with a transaction open.

mod client;
mod encrypt;
mod endpoint;
mod vapid;

pub use client::{Push, Subscription, WebPush};
pub use encrypt::encrypt;
pub use vapid::new_key;
