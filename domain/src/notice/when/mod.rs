//! When a message leaves, and when it need not leave any more: pure rules.

mod quiet;
mod stale;

pub use quiet::{Quiet, leaves_at};
pub use stale::{is_status_news, untrue};

/// Seconds in which further parcels of one order are told of in one message.
pub const DIGEST: i64 = 600;
