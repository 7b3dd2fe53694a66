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

/// `2026-11-21T12:00:00Z`, as those write it who do not count seconds.
pub fn iso(unix: i64) -> String {
    let (year, month, date) = crate::html::civil(unix.div_euclid(86_400));
    let second = unix.rem_euclid(86_400);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year}-{month:02}-{date:02}T{hour:02}:{minute:02}:{second:02}Z")
}
