//! Every webhook received: verified, kept raw and once, answered at once, understood afterwards in a job.
//!
//! ```text
//! receive (door) ── insert once by (provider, event id) ──▶ 200
//!        └─ same transaction: job ProcessWebhook ──▶ processed | ignored | waiting (its order is not here yet)
//! ```

mod state;
mod views;

pub use state::InboxState;
pub use views::{Delivery, InboxView, Refusal};

#[cfg(feature = "ssr")]
mod list;
#[cfg(feature = "ssr")]
mod process;
#[cfg(feature = "ssr")]
mod receive;
#[cfg(feature = "ssr")]
pub mod store;

#[cfg(feature = "ssr")]
pub use list::list;
#[cfg(feature = "ssr")]
pub use process::ProcessWebhook;
#[cfg(feature = "ssr")]
pub use receive::{Incoming, receive, refuse};
