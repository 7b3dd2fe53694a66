//! Hours as carriers write them: with a zone, on the wall of a place without one, as `20240423` and `91519`, as `29/04/2026`.
//!
//! Nothing is added that was not said: what has no zone stays [`When::Local`], and a day is never made of a moment.

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, DateTime, Time},
    fmt::temporal::Pieces,
};

use crate::{
    clock::{At, Day},
    tracking::When,
};

/// ISO 8601 with a zone, without one, or a day only.
pub(super) fn iso(text: &str) -> When {
    let Ok(pieces) = Pieces::parse(text.trim()) else { return When::Unsaid };
    let Some(time) = pieces.time() else { return When::Day(Day(pieces.date())) };
    let wall = DateTime::from_parts(pieces.date(), time);
    match pieces.offset() {
        None => When::Local(wall),
        Some(offset) => {
            // `Z` says what time it was in Greenwich, and nothing of the place.
            let minutes = match offset {
                jiff::fmt::temporal::PiecesOffset::Zulu => None,
                jiff::fmt::temporal::PiecesOffset::Numeric(numeric) => {
                    i16::try_from(numeric.offset().seconds() / 60).ok()
                }
                _ => None,
            };
            let seconds = minutes.map_or(0, |minutes| i64::from(minutes) * 60);
            shifted(wall, seconds).map_or(When::Local(wall), |at| When::Moment { at, offset: minutes })
        }
    }
}

/// The day as it stands written, whatever follows it.
pub(super) fn day(text: &str) -> Option<Day> {
    Pieces::parse(text.trim()).ok().map(|pieces| Day(pieces.date()))
}

/// The hour as it stands written.
pub(super) fn hour(text: &str) -> Option<Time> {
    Pieces::parse(text.trim()).ok()?.time()
}

/// `20240423`.
pub(super) fn compact_day(text: &str) -> Option<Date> {
    let text = text.trim();
    if text.len() != 8 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i32 = text.parse().ok()?;
    Date::new(
        i16::try_from(number / 10_000).ok()?,
        i8::try_from(number / 100 % 100).ok()?,
        i8::try_from(number % 100).ok()?,
    )
    .ok()
}

/// `091519`, or `91519` where somebody took it for a number.
pub(super) fn compact_time(text: &str) -> Option<Time> {
    let text = text.trim();
    if text.is_empty() || text.len() > 6 || !text.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let number: i32 = text.parse().ok()?;
    let part = |number: i32| i8::try_from(number).ok();
    Time::new(part(number / 10_000)?, part(number / 100 % 100)?, part(number % 100)?, 0).ok()
}

/// `-05:00`, `-04.00`, `-0500`, `+1`: minutes east of UTC.
pub(super) fn offset(text: &str) -> Option<i16> {
    let text = text.trim();
    let (sign, rest) = match text.as_bytes().first()? {
        b'-' => (-1, &text[1..]),
        b'+' => (1, &text[1..]),
        _ => (1, text),
    };
    let digits: String = rest.chars().filter(char::is_ascii_digit).collect();
    if digits.len() + 1 < rest.len() || digits.is_empty() || digits.len() > 4 {
        return None;
    }
    let (hours, minutes) =
        if digits.len() <= 2 { (&digits[..], "0") } else { digits.split_at(digits.len() - 2) };
    let (hours, minutes): (i16, i16) = (hours.parse().ok()?, minutes.parse().ok()?);
    (hours <= 14 && minutes < 60).then_some(sign * (hours * 60 + minutes))
}

/// The wall's clock, and Greenwich's beside it: then it is a moment, and what lies between them is the place's offset.
pub(super) fn both(wall: Option<DateTime>, greenwich: Option<DateTime>, told: Option<i16>) -> When {
    let Some(greenwich) = greenwich else { return wall.map_or(When::Unsaid, When::Local) };
    let Some(at) = shifted(greenwich, 0) else { return wall.map_or(When::Unsaid, When::Local) };
    let between = wall.and_then(|wall| shifted(wall, 0)).map(|wall| at.seconds_until(wall) / 60);
    let between =
        between.and_then(|minutes| i16::try_from(minutes).ok()).filter(|minutes| minutes.abs() <= 14 * 60);
    When::Moment { at, offset: told.or(between) }
}

/// `29/04/2026` and `13:12:42`; a day where the hour is missing.
pub(super) fn spanish(day: Option<&str>, hour: Option<&str>) -> When {
    let Some(day) = day.and_then(spanish_day) else { return When::Unsaid };
    match hour.and_then(|hour| hour.trim().parse::<Time>().ok()) {
        Some(hour) => When::Local(DateTime::from_parts(day.0, hour)),
        None => When::Day(day),
    }
}

/// `29/04/2026`, with or without an hour behind it.
pub(super) fn spanish_day(text: &str) -> Option<Day> {
    let mut parts = text.split_whitespace().next()?.split('/');
    let mut part = || parts.next()?.parse::<i16>().ok();
    let (day, month, year) = (part()?, part()?, part()?);
    Date::new(year, i8::try_from(month).ok()?, i8::try_from(day).ok()?).ok().map(Day)
}

/// What the wall showed, as a moment, so many seconds east of UTC. PostgreSQL keeps microseconds: finer news would look newer than itself.
fn shifted(wall: DateTime, east: i64) -> Option<At> {
    let utc = wall.to_zoned(jiff::tz::TimeZone::UTC).ok()?.timestamp();
    let at = utc.checked_sub(SignedDuration::from_secs(east)).ok()?;
    Timestamp::from_microsecond(at.as_microsecond()).ok().map(At)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> At {
        At(text.parse().unwrap())
    }

    #[test]
    fn a_moment_keeps_its_offset_and_what_has_none_gets_none() {
        let noon = at("2018-02-02T19:01:00Z");
        assert_eq!(iso("2018-02-02T12:01:00-07:00"), When::Moment { at: noon, offset: Some(-420) });
        assert_eq!(iso(" 2018-02-02T19:01:00Z"), When::Moment { at: noon, offset: None });
        assert_eq!(
            iso("2018-02-02T19:01:00.123456789Z"),
            When::Moment { at: at("2018-02-02T19:01:00.123456Z"), offset: None }
        );
        assert_eq!(iso("2018-03-02T07:53:47"), When::Local("2018-03-02T07:53:47".parse().unwrap()));
        assert_eq!(iso("2018-03-02"), When::Day(Day("2018-03-02".parse().unwrap())));
        for nonsense in ["", "string", "yesterday", "2018-13-02"] {
            assert_eq!(iso(nonsense), When::Unsaid, "{nonsense}");
        }
    }

    #[test]
    fn a_day_is_the_one_that_is_written() {
        for written in ["2021-10-15T23:30:00-06:00", "2021-10-15T00:00:00", "2021-10-15"] {
            assert_eq!(day(written).unwrap().0.to_string(), "2021-10-15", "{written}");
        }
        assert_eq!((day("string"), compact_day("string"), spanish_day("")), (None, None, None));
        assert_eq!(spanish_day("27/04/2026 23:03:58").unwrap().0.to_string(), "2026-04-27");
    }

    #[test]
    fn figures_without_signs_are_read_with_and_without_their_first_nought() {
        assert_eq!(compact_day("20240423").unwrap().to_string(), "2024-04-23");
        assert_eq!(compact_time("091519"), compact_time("91519"));
        assert_eq!(compact_time("0").unwrap().to_string(), "00:00:00");
        for nonsense in ["", "246000", "1234567", "ab"] {
            assert_eq!(compact_time(nonsense), None, "{nonsense}");
        }
        for nonsense in ["", "2024042", "20241301", "+2024423"] {
            assert_eq!(compact_day(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn an_offset_is_written_in_many_ways() {
        for (text, minutes) in
            [("-05:00", -300), ("-04.00", -240), ("+0530", 330), ("-5", -300), ("02:00", 120)]
        {
            assert_eq!(offset(text), Some(minutes), "{text}");
        }
        for nonsense in ["", "-", "EST", "-99:00", "01:02:03", "+01:75"] {
            assert_eq!(offset(nonsense), None, "{nonsense}");
        }
    }

    #[test]
    fn two_clocks_make_a_moment_and_one_stays_on_its_wall() {
        let wall = "2024-04-22T21:29:01".parse().ok();
        let greenwich = "2024-04-23T01:29:01".parse().ok();
        let moment = at("2024-04-23T01:29:01Z");
        assert_eq!(both(wall, greenwich, None), When::Moment { at: moment, offset: Some(-240) });
        assert_eq!(both(wall, greenwich, Some(-300)), When::Moment { at: moment, offset: Some(-300) });
        assert_eq!(both(wall, None, None), When::Local(wall.unwrap()));
        assert_eq!(both(None, greenwich, None), When::Moment { at: moment, offset: None });
        assert_eq!(both(None, None, Some(60)), When::Unsaid);
    }

    #[test]
    fn spanish_days_come_with_and_without_their_hour() {
        let local = When::Local("2026-04-29T13:12:42".parse().unwrap());
        assert_eq!(spanish(Some("29/04/2026"), Some("13:12:42")), local);
        assert_eq!(spanish(Some("29/04/2026"), None), When::Day(Day("2026-04-29".parse().unwrap())));
        assert_eq!(spanish(Some("2026-04-29"), Some("13:12:42")), When::Unsaid);
    }
}
