//! When an endpoint that takes nothing is warned about, and when it is left alone.

use crate::clock::At;

/// Seconds of nothing but failures before people are warned.
const WARN: i64 = 3 * 24 * 3600;
/// Seconds of nothing but failures before it is disabled.
const DISABLE: i64 = 5 * 24 * 3600;

/// What comes of one more failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verdict {
    /// Nothing yet.
    Bear,
    /// People are told that it will be disabled.
    Warn,
    /// Nothing is sent to it any more.
    Disable,
}

/// `since`: the first failure after its last success. It is never disabled without a warning that was there for long enough to act on.
pub(super) fn judge(since: At, warned: Option<At>, now: At) -> Verdict {
    let failing = since.seconds_until(now);
    match warned {
        Some(warned) if failing >= DISABLE && warned.seconds_until(now) >= DISABLE - WARN => Verdict::Disable,
        None if failing >= WARN => Verdict::Warn,
        _ => Verdict::Bear,
    }
}

/// When it would be disabled, as of a warning.
pub(super) fn ends(since: At, warned: At) -> At {
    since.plus(DISABLE).max(warned.plus(DISABLE - WARN))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_days_of_failures_end_it_and_three_warn() {
        let start = At::from_second(1_800_000_000);
        let day = |days: i64| start.plus(days * 24 * 3600);
        assert_eq!(judge(start, None, start), Verdict::Bear);
        assert_eq!(judge(start, None, day(3).plus(-1)), Verdict::Bear);
        assert_eq!(judge(start, None, day(3)), Verdict::Warn);
        assert_eq!(judge(start, Some(day(3)), day(4)), Verdict::Bear);
        assert_eq!(judge(start, Some(day(3)), day(5)), Verdict::Disable);
        assert_eq!(judge(start, None, day(9)), Verdict::Warn, "a warning comes first, however late");
        assert_eq!(judge(start, Some(day(9)), day(10)), Verdict::Bear);
        assert_eq!(judge(start, Some(day(9)), day(11)), Verdict::Disable);
        assert_eq!((ends(start, day(3)), ends(start, day(9))), (day(5), day(11)));
    }
}
