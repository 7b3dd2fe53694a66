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

/// `Sat, 21 Nov 2026 12:00:00 +0000`, as mail and Twilio write it.
pub fn rfc2822(unix: i64) -> String {
    const DAYS: [&str; 7] = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"];
    const MONTHS: [&str; 12] =
        ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let days = unix.div_euclid(86_400);
    let (year, month, date) = crate::html::civil(days);
    let weekday = usize::try_from(days.rem_euclid(7)).map_or("", |day| DAYS[day]);
    let month = usize::try_from(month - 1).map_or("", |month| MONTHS[month % 12]);
    let time = &iso(unix)[11..19];
    format!("{weekday}, {date:02} {month} {year} {time} +0000")
}

/// `2026-11-21T12:00:00Z`, as those write it who do not count seconds.
pub fn iso(unix: i64) -> String {
    let (year, month, date) = crate::html::civil(unix.div_euclid(86_400));
    let second = unix.rem_euclid(86_400);
    let (hour, minute, second) = (second / 3600, second / 60 % 60, second % 60);
    format!("{year}-{month:02}-{date:02}T{hour:02}:{minute:02}:{second:02}Z")
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_moment_reads_as_in_a_mail() {
        assert_eq!(super::rfc2822(1_692_853_305), "Thu, 24 Aug 2023 05:01:45 +0000");
        assert_eq!(super::rfc2822(0), "Thu, 01 Jan 1970 00:00:00 +0000");
    }
}
