//! Quiet hours as a table over zones and the days clocks change, and as properties.

use proptest::prelude::*;

use super::*;

fn at(text: &str) -> At {
    At(text.parse().unwrap())
}

#[test]
fn quiet_hours_end_in_the_recipient_s_morning() {
    // (zone, quiet hours, planned, leaves)
    let table = [
        // A night that crosses midnight, winter and summer.
        ("Europe/Madrid", "22:00-08:00", "2026-01-15T20:59:59Z", "2026-01-15T20:59:59Z"),
        ("Europe/Madrid", "22:00-08:00", "2026-01-15T21:00:00Z", "2026-01-16T07:00:00Z"),
        ("Europe/Madrid", "22:00-08:00", "2026-01-16T06:59:59Z", "2026-01-16T07:00:00Z"),
        ("Europe/Madrid", "22:00-08:00", "2026-01-16T07:00:00Z", "2026-01-16T07:00:00Z"),
        ("Europe/Madrid", "22:00-08:00", "2026-07-15T20:00:00Z", "2026-07-16T06:00:00Z"),
        ("Europe/Madrid", "22:00-08:00", "2026-07-15T19:59:00Z", "2026-07-15T19:59:00Z"),
        // The night in which an hour is left out (29 March, 01:00 UTC) and the one in which it comes twice (25 October).
        ("Europe/Madrid", "22:00-08:00", "2026-03-28T21:30:00Z", "2026-03-29T06:00:00Z"),
        ("Europe/Madrid", "22:00-08:00", "2026-10-24T20:30:00Z", "2026-10-25T07:00:00Z"),
        // An end that is leapt over is the leap; one that comes twice is the second.
        ("Europe/Madrid", "22:00-02:30", "2026-03-28T23:00:00Z", "2026-03-29T01:00:00Z"),
        ("Europe/Madrid", "22:00-02:30", "2026-10-25T00:40:00Z", "2026-10-25T01:30:00Z"),
        ("Europe/Madrid", "22:00-02:30", "2026-10-25T01:30:00Z", "2026-10-25T01:30:00Z"),
        // A beginning that is leapt over is the leap; one that comes twice is the first.
        ("Europe/Madrid", "02:30-08:00", "2026-03-29T00:59:59Z", "2026-03-29T00:59:59Z"),
        ("Europe/Madrid", "02:30-08:00", "2026-03-29T01:00:00Z", "2026-03-29T06:00:00Z"),
        ("Europe/Madrid", "02:30-08:00", "2026-10-25T00:29:00Z", "2026-10-25T00:29:00Z"),
        ("Europe/Madrid", "02:30-08:00", "2026-10-25T00:31:00Z", "2026-10-25T07:00:00Z"),
        // Hours that exist on no clock that day: nothing waits.
        ("Europe/Madrid", "02:10-02:50", "2026-03-29T00:59:59Z", "2026-03-29T00:59:59Z"),
        ("Europe/Madrid", "02:10-02:50", "2026-03-29T01:00:00Z", "2026-03-29T01:00:00Z"),
        // Within one day.
        ("Europe/Madrid", "13:00-16:00", "2026-07-15T11:00:00Z", "2026-07-15T14:00:00Z"),
        ("Europe/Madrid", "13:00-16:00", "2026-07-15T14:00:00Z", "2026-07-15T14:00:00Z"),
        ("Europe/Madrid", "13:00-16:00", "2026-07-15T22:30:00Z", "2026-07-15T22:30:00Z"),
        ("Europe/Madrid", "00:00-07:00", "2026-07-15T22:00:00Z", "2026-07-16T05:00:00Z"),
        ("Europe/Madrid", "18:00-00:00", "2026-07-15T17:00:00Z", "2026-07-15T22:00:00Z"),
        // Equal ends: none.
        ("Europe/Madrid", "00:00-00:00", "2026-07-15T01:00:00Z", "2026-07-15T01:00:00Z"),
        ("Europe/Madrid", "08:00-08:00", "2026-07-15T06:00:00Z", "2026-07-15T06:00:00Z"),
        // One moment, three clocks.
        ("Europe/Bucharest", "22:00-08:00", "2026-01-15T20:00:00Z", "2026-01-16T06:00:00Z"),
        ("Europe/London", "22:00-08:00", "2026-01-15T20:00:00Z", "2026-01-15T20:00:00Z"),
        ("America/New_York", "22:00-08:00", "2026-01-15T20:00:00Z", "2026-01-15T20:00:00Z"),
        // The other side of the day line, half an hour off, and a leap of half an hour.
        ("Pacific/Auckland", "22:00-08:00", "2026-01-15T09:00:00Z", "2026-01-15T19:00:00Z"),
        ("Asia/Kolkata", "22:00-08:00", "2026-01-15T16:30:00Z", "2026-01-16T02:30:00Z"),
        ("Australia/Lord_Howe", "22:00-08:00", "2026-04-04T12:00:00Z", "2026-04-04T21:30:00Z"),
        // America's clocks change on other days than Europe's (8 March and 1 November).
        ("America/New_York", "22:00-08:00", "2026-03-08T03:30:00Z", "2026-03-08T12:00:00Z"),
        ("America/New_York", "22:00-08:00", "2026-11-01T02:30:00Z", "2026-11-01T13:00:00Z"),
        // A whole day that never was: Samoa went from 29 to 31 December 2011.
        ("Pacific/Apia", "22:00-08:00", "2011-12-30T08:30:00Z", "2011-12-30T18:00:00Z"),
        // No changes at all.
        ("Atlantic/Canary", "22:00-08:00", "2026-07-15T21:30:00Z", "2026-07-16T07:00:00Z"),
        ("UTC", "22:00-08:00", "2026-07-15T22:00:00Z", "2026-07-16T08:00:00Z"),
    ];
    for (zone, quiet, planned, leaves) in table {
        let (zone, quiet): (_, Quiet) = (TimeZone::get(zone).unwrap(), quiet.parse().unwrap());
        let found = leaves_at(at(planned), &zone, quiet, false);
        assert_eq!(found, at(leaves), "{zone:?} {quiet} {planned}");
        assert_eq!(leaves_at(at(planned), &zone, quiet, true), at(planned), "urgent passes");
    }
}

#[test]
fn quiet_hours_are_read_as_they_are_written() {
    assert_eq!(("22:00-08:00".parse(), "none".parse()), (Ok(Quiet::NIGHT), Ok(Quiet::NONE)));
    assert_eq!(Quiet::NIGHT.to_string(), "22:00-08:00");
    for bad in ["", "22-8", "24:00-08:00", "22:00", "22:60-08:00", "+1:00-02:00", "a:b-c:d"] {
        assert_eq!(bad.parse::<Quiet>(), Err(NotQuiet), "{bad}");
    }
}

proptest! {
    /// It never leaves earlier, waits a day and two hours at most, and may leave when it does.
    #[test]
    fn nothing_waits_for_ever(second in 1_700_000_000_i64..1_900_000_000, from in 0_u16..1440, until in 0_u16..1440, zone in 0_usize..5) {
        let zones = ["Europe/Madrid", "America/St_Johns", "Australia/Lord_Howe", "Pacific/Auckland", "UTC"];
        let zone = TimeZone::get(zones[zone]).unwrap();
        let (now, quiet) = (At::from_second(second), Quiet { from, until });
        let leaves = leaves_at(now, &zone, quiet, false);
        prop_assert!(leaves >= now && now.seconds_until(leaves) <= 50 * 3600);
        prop_assert_eq!(leaves_at(leaves, &zone, quiet, false), leaves);
    }
}
