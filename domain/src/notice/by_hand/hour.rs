//! The hour somebody chose for a message: a time of the shop's clocks, which must be one moment and lie ahead.

use jiff::{
    SignedDuration, Timestamp,
    civil::DateTime,
    tz::{AmbiguousOffset, TimeZone},
};

use crate::{
    Reason,
    clock::At,
    reason::HourFlaw::{Far, Past, Skipped, Twice, Unclear},
};

/// Days ahead at most: who means more has mistyped the year.
const FURTHEST_DAYS: i64 = 366;
/// As `<input type="datetime-local">` sends it
/// (<https://html.spec.whatwg.org/multipage/common-microsyntaxes.html#valid-normalised-local-date-and-time-string>).
const FORMS: [&str; 2] = ["%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S"];

/// The moment that was typed; `None` where nothing was: at once. A time that clocks leap over, or show twice, is no moment, and nobody
/// guesses which was meant: who writes its offset behind it says so.
///
/// # Errors
/// [`Reason::BadHour`].
pub fn read_hour(typed: &str, zone: &TimeZone, now: At) -> Result<Option<At>, Reason> {
    let typed = typed.trim().replacen(' ', "T", 1);
    if typed.is_empty() {
        return Ok(None);
    }
    let bad = |flaw| Reason::BadHour { flaw };
    if let Ok(said) = typed.parse::<Timestamp>() {
        return within(At(said), now).map(Some);
    }
    let read = FORMS.iter().find_map(|form| DateTime::strptime(form, &typed).ok());
    let wanted = zone.to_ambiguous_timestamp(read.ok_or_else(|| bad(Unclear))?);
    match wanted.offset() {
        AmbiguousOffset::Unambiguous { .. } => {}
        AmbiguousOffset::Gap { .. } => return Err(bad(Skipped)),
        AmbiguousOffset::Fold { .. } => return Err(bad(Twice)),
    }
    let at = wanted.unambiguous().map(At).map_err(|_| bad(Unclear))?;
    within(at, now).map(Some)
}

/// The moment, where it lies ahead and not too far.
///
/// # Errors
/// [`Reason::BadHour`].
pub fn within(at: At, now: At) -> Result<At, Reason> {
    if at <= now {
        return Err(Reason::BadHour { flaw: Past });
    }
    if at > now.plus(FURTHEST_DAYS * 24 * 3600) {
        return Err(Reason::BadHour { flaw: Far });
    }
    Ok(at)
}

/// The first minute that can be chosen, as the field wants it.
pub fn first_hour(zone: &TimeZone, now: At) -> String {
    let next = now.0.saturating_add(SignedDuration::from_mins(1)).unwrap_or(now.0);
    next.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reason::HourFlaw;

    fn at(text: &str) -> At {
        At(text.parse().unwrap())
    }

    #[test]
    fn an_hour_is_one_moment_of_the_shops_clocks_that_lies_ahead() {
        let now = at("2027-01-15T12:00:30Z");
        let good = |moment: &str| Ok(Some(at(moment)));
        let bad = |flaw: HourFlaw| Err(Reason::BadHour { flaw });
        for (zone, typed, meant) in [
            ("Europe/Madrid", "", Ok(None)),
            ("Europe/Madrid", "2027-01-16T09:00", good("2027-01-16T08:00:00Z")),
            ("Europe/Madrid", " 2027-07-16 09:00 ", good("2027-07-16T07:00:00Z")),
            ("Europe/Madrid", "2027-07-16T09:00:30", good("2027-07-16T07:00:30Z")),
            ("America/New_York", "2027-01-15T07:01", good("2027-01-15T12:01:00Z")),
            ("America/New_York", "2027-01-15T07:00", bad(Past)),
            ("Europe/Madrid", "2027-01-15T13:00", bad(Past)),
            // Last Sunday of March: 02:00 becomes 03:00.
            ("Europe/Madrid", "2027-03-28T01:59", good("2027-03-28T00:59:00Z")),
            ("Europe/Madrid", "2027-03-28T02:00", bad(Skipped)),
            ("Europe/Madrid", "2027-03-28T02:59", bad(Skipped)),
            ("Europe/Madrid", "2027-03-28T03:00", good("2027-03-28T01:00:00Z")),
            // Last Sunday of October: 03:00 becomes 02:00.
            ("Europe/Madrid", "2027-10-31T02:00", bad(Twice)),
            ("Europe/Madrid", "2027-10-31T02:59", bad(Twice)),
            ("Europe/Madrid", "2027-10-31T03:00", good("2027-10-31T02:00:00Z")),
            ("Europe/Bucharest", "2027-03-28T03:30", bad(Skipped)),
            ("Atlantic/Canary", "2027-03-28T01:30", bad(Skipped)),
            ("Europe/Moscow", "2027-03-28T02:30", good("2027-03-27T23:30:00Z")),
            ("Europe/Madrid", "2028-02-01T09:00", bad(Far)),
            ("Europe/Madrid", "0027-01-16T09:00", bad(Past)),
            ("Europe/Madrid", "2027-01-16", bad(Unclear)),
            ("Europe/Madrid", "2027-02-30T09:00", bad(Unclear)),
            ("Europe/Madrid", "2027-01-16T09:00:00Z", good("2027-01-16T09:00:00Z")),
            ("Europe/Madrid", "2027-10-31T02:30:00+01:00", good("2027-10-31T01:30:00Z")),
            ("Europe/Madrid", "2027-01-15T12:00:00Z", bad(Past)),
            ("Europe/Madrid", "tomorrow", bad(Unclear)),
        ] {
            let zone = TimeZone::get(zone).unwrap();
            assert_eq!(read_hour(typed, &zone, now), meant, "{zone:?} {typed}");
        }
        let madrid = TimeZone::get("Europe/Madrid").unwrap();
        assert_eq!(first_hour(&madrid, now), "2027-01-15T13:01");
        assert!(read_hour(&first_hour(&madrid, now), &madrid, now).is_ok());
    }
}
