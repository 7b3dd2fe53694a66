//! Time as Shippo writes it, and the carriers' clock: it runs with ours but can be put forward, so that a demonstration
//! need not wait two days for a parcel.

use std::time::{SystemTime, UNIX_EPOCH};

use super::store::Store;
use crate::html::civil;

/// One hour in milliseconds.
pub const HOUR: i64 = 3_600_000;

/// Unix milliseconds now, on our own clock.
#[expect(
    clippy::disallowed_methods,
    reason = "the outside world has its own clock and knows nothing of ours"
)]
pub fn now() -> i64 {
    let elapsed = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX)
}

/// Unix milliseconds on the carriers' clock.
pub fn carriers_now(store: &Store) -> i64 {
    now() + store.ahead_ms
}

/// `2026-11-21T12:00:00.000Z`
pub fn iso(at: i64) -> String {
    format!("{}Z", bare(at))
}

/// The same without a zone, as the test carrier's objects have it.
pub fn bare(at: i64) -> String {
    let (day, rest) = (at.div_euclid(24 * HOUR), at.rem_euclid(24 * HOUR));
    let (year, month, date) = civil(day);
    let (hour, minute, second, milli) =
        (rest / HOUR, rest / 60_000 % 60, rest / 1000 % 60, rest.rem_euclid(1000));
    format!("{year:04}-{month:02}-{date:02}T{hour:02}:{minute:02}:{second:02}.{milli:03}")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_moment_reads_as_a_date_with_and_without_zone() {
        assert_eq!(super::iso(1_709_210_096_042), "2024-02-29T12:34:56.042Z");
        assert_eq!(super::bare(0), "1970-01-01T00:00:00.000");
    }
}
