//! Resend: mail over HTTP, for shops without a mail server of their own (<https://resend.com/docs/api-reference/emails/send-email>).
//! Nothing here is called with a transaction open.

mod client;
mod event;

pub use client::{Mail, Resend};
pub use event::{Event, Meaning};
