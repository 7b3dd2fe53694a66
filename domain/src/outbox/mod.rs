//! Every webhook sent: other programs hear what happens to orders, in the order in which it happened.
//!
//! The words are Standard Webhooks': an *endpoint* is where somebody listens, a *message* is one event for one endpoint, an *attempt* is one time
//! it was sent. A message is written in its event's own transaction, by a trigger (`migrations/0034_outgoing_at_length.sql`); of each order an
//! endpoint is sent the oldest one only, until it has taken it. Why it is so: `docs/adr/0054-outgoing-webhooks.md`.

mod check;
mod claim;
mod deliver;
mod edit;
mod endpoint;
mod go_on;
mod health;
mod keep;
mod list;
mod lock;
mod log;
mod message;
mod remove;
mod resend;
mod rotate;
mod schedule;
mod secret;
mod settle;
mod sign;
mod skip;
mod sweep;
mod switch;
mod try_out;
mod wake;
mod which;

pub use check::MOST_DESCRIPTION;
pub use edit::{add, edit};
pub use endpoint::{COUNTED, Disabled, DisabledBecause, Endpoint, EndpointDraft, Payload, SecretView};
pub use keep::{drain, keep};
pub use list::{endpoint, endpoints};
pub use log::{LogFilter, LogPage, PAGE, attempts, log, message};
pub use message::{Attempt, Message, MessageState, TEST};
pub use remove::remove;
pub use resend::resend;
pub use rotate::{OVERLAP, rotate};
pub use secret::secret;
pub use skip::skip;
pub use sweep::{KEPT_DAYS, sweep};
pub use switch::{disable, enable};
pub use try_out::try_out;
pub use which::Which;
