//! Stripe counts time in whole Unix seconds; so does everything here that a client can see.

use std::time::{SystemTime, UNIX_EPOCH};

/// Unix seconds now.
#[expect(
    clippy::disallowed_methods,
    reason = "the outside world has its own clock and knows nothing of ours"
)]
pub fn now() -> i64 {
    SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |elapsed| elapsed.as_secs().cast_signed())
}
