//! Opening hours as tables and properties, across both changes of the clocks.

use proptest::prelude::*;

use super::*;

/// Monday to Friday 09:00–14:00 and 17:00–20:00, Saturday evening past midnight, Sundays and Christmas closed.
fn shop(zone: &str) -> Opening {
    let weekday = vec!["17:00-20:00", "09:00-14:00"];
    let hours = [&weekday[..], &weekday, &weekday, &weekday, &weekday, &["18:00-02:00"], &[]];
    let week = hours.map(|day| day.iter().map(|hours| hours.parse().unwrap()).collect());
    Opening::new(TimeZone::get(zone).unwrap(), week, BTreeSet::from(["2026-12-25".parse().unwrap()]))
}

fn nights(zone: &str, hours: &str) -> Opening {
    Opening::new(
        TimeZone::get(zone).unwrap(),
        std::array::from_fn(|_| vec![hours.parse().unwrap()]),
        BTreeSet::new(),
    )
}

fn at(text: &str) -> At {
    At(text.parse().unwrap())
}

#[test]
fn open_from_the_first_minute_until_before_the_last() {
    let shop = shop("Europe/Madrid");
    let table = [
        ("2026-11-23T07:59:59Z", false, "2026-11-23T08:00:00Z"),
        ("2026-11-23T08:00:00Z", true, "2026-11-23T08:00:00Z"),
        ("2026-11-23T12:59:59Z", true, "2026-11-23T12:59:59Z"),
        ("2026-11-23T13:00:00Z", false, "2026-11-23T16:00:00Z"),
        // Friday evening, then Saturday's night, which is Sunday's morning.
        ("2026-11-27T19:00:00Z", false, "2026-11-28T17:00:00Z"),
        ("2026-11-29T00:59:59Z", true, "2026-11-29T00:59:59Z"),
        ("2026-11-29T01:00:00Z", false, "2026-11-30T08:00:00Z"),
        // Christmas is a Friday.
        ("2026-12-25T10:00:00Z", false, "2026-12-26T17:00:00Z"),
    ];
    for (moment, open, next) in table {
        assert_eq!(shop.is_open(at(moment)), open, "{moment}");
        assert_eq!(shop.next_open(at(moment)), Some(at(next)), "{moment}");
    }
}

#[test]
fn a_closed_day_ends_nothing_that_began_the_day_before() {
    let mut shop = nights("Europe/Madrid", "18:00-02:00");
    shop.closed.insert("2026-11-29".parse().unwrap());
    assert!(shop.is_open(at("2026-11-29T00:30:00Z")), "Saturday's night");
    assert!(!shop.is_open(at("2026-11-29T18:00:00Z")), "Sunday evening");
    assert!(!shop.is_open(at("2026-11-30T00:30:00Z")), "Sunday's night");
}

#[test]
fn open_time_is_added_where_it_is_open() {
    let shop = shop("Europe/Madrid");
    let table = [
        // Within one stretch, to its very end, over the siesta, over the night, over the week's end, over Christmas.
        ("2026-11-23T08:00:00Z", 3600, "2026-11-23T09:00:00Z"),
        ("2026-11-23T08:00:00Z", 5 * 3600, "2026-11-23T13:00:00Z"),
        ("2026-11-23T12:00:00Z", 2 * 3600, "2026-11-23T17:00:00Z"),
        ("2026-11-23T18:00:00Z", 2 * 3600, "2026-11-24T09:00:00Z"),
        ("2026-11-28T23:00:00Z", 3 * 3600, "2026-11-30T09:00:00Z"),
        ("2026-12-24T18:00:00Z", 3 * 3600, "2026-12-26T19:00:00Z"),
        ("2026-11-23T03:00:00Z", 0, "2026-11-23T03:00:00Z"),
    ];
    for (from, seconds, until) in table {
        assert_eq!(shop.add_open_time(at(from), seconds), Some(at(until)), "{from} and {seconds} s");
    }
}

#[test]
fn an_hour_is_an_hour_when_clocks_change() {
    let night = nights("Europe/Madrid", "23:00-05:00");
    // In spring the night has five hours, in autumn seven.
    for (begins, hours) in [("2026-03-28T22:00:00Z", 5), ("2026-10-24T21:00:00Z", 7)] {
        let ends = at(begins).plus(hours * 3600);
        assert_eq!(night.stretches(at(begins)).next(), Some((at(begins), ends)));
        assert_eq!(night.open_between(at(begins), at(begins).plus(12 * 3600)), hours * 3600);
        assert_eq!(night.add_open_time(at(begins), hours * 3600), Some(ends));
        assert_eq!(
            night.add_open_time(at(begins), hours * 3600 + 60),
            Some(at(begins).plus(24 * 3600 + 60 + (hours - 6) * 3600))
        );
    }
}

#[test]
fn hours_the_clocks_leap_over_do_not_happen() {
    // On 29 March 2026 Madrid's clocks leap from 02:00 to 03:00, which is 01:00 UTC.
    let leap = at("2026-03-29T01:00:00Z");
    let from = at("2026-03-28T12:00:00Z");
    let first = |hours| nights("Europe/Madrid", hours).stretches(from).next().unwrap();
    assert_eq!(first("02:30-03:10"), (leap, leap.plus(600)));
    assert_eq!(first("01:30-02:30"), (leap.plus(-1800), leap));
    assert_eq!(first("02:15-02:45").0, at("2026-03-30T00:15:00Z"), "not on that day at all");
}

#[test]
fn always_is_always_and_never_is_never() {
    let always = Opening::always();
    let moment = at("2026-12-31T23:59:59.5Z");
    assert!(always.is_open(moment));
    assert_eq!(always.add_open_time(moment, 90_000_000), Some(moment.plus(90_000_000)));
    let never = Opening::new(TimeZone::UTC, Default::default(), BTreeSet::new());
    assert_eq!((never.next_open(moment), never.add_open_time(moment, 1)), (None, None));
    assert_eq!(never.add_open_time(moment, 0), Some(moment));
}

#[test]
fn hours_are_read_as_people_write_them() {
    for (written, kept) in [
        ("9:00-14:00", "09:00-14:00"),
        (" 09:00 – 14:00 ", "09:00-14:00"),
        ("18:00-02:00", "18:00-02:00"),
        ("00:00-24:00", "00:00-24:00"),
    ] {
        assert_eq!(written.parse::<Hours>().unwrap().to_string(), kept);
    }
    for nonsense in [
        "",
        "9-14",
        "09:00",
        "09:00-09:00",
        "24:00-01:00",
        "09:60-10:00",
        "25:00-26:00",
        "+9:00-10:00",
        "09:0-10:00",
    ] {
        assert_eq!(nonsense.parse::<Hours>(), Err(NotHours), "{nonsense}");
    }
}

#[test]
fn it_is_stored_as_it_reads() {
    let shop = shop("Europe/London");
    let json = serde_json::to_value(&shop).unwrap();
    assert_eq!(json["week"][0], serde_json::json!(["09:00-14:00", "17:00-20:00"]));
    assert_eq!(json["zone"], "Europe/London");
    assert_eq!(serde_json::from_value::<Opening>(json).unwrap(), shop);
    let nowhere = serde_json::json!({ "zone": "Europe/Nowhere", "week": [[], [], [], [], [], [], []] });
    assert!(serde_json::from_value::<Opening>(nowhere).is_err());
}

fn any_opening() -> impl Strategy<Value = Opening> {
    let hours = (0_u16..DAY, 1_u16..=DAY).prop_filter("a whole day is 00:00-24:00", |(from, to)| from != to);
    let day = proptest::collection::vec(hours.prop_map(|(from, to)| Hours { from, to }), 0..4);
    let zone = prop::sample::select(vec!["UTC", "Europe/Madrid", "America/St_Johns", "Australia/Lord_Howe"]);
    // Around both changes of 2026.
    let closed = proptest::collection::btree_set((1_i8..=12, 1_i8..=28), 0..6);
    (zone, proptest::array::uniform7(day), closed).prop_map(|(zone, week, closed)| {
        let closed = closed.into_iter().map(|(month, day)| jiff::civil::date(2026, month, day)).collect();
        Opening::new(TimeZone::get(zone).unwrap(), week, closed)
    })
}

fn any_moment() -> impl Strategy<Value = At> {
    // 2026-01-01 to 2026-12-31.
    (1_767_225_600_i64..1_798_675_200).prop_map(|second| At(Timestamp::from_second(second).unwrap()))
}

proptest! {
    #[test]
    fn what_is_added_is_what_lies_between(opening in any_opening(), from in any_moment(), seconds in 1_i64..400_000) {
        if let Some(until) = opening.add_open_time(from, seconds) {
            prop_assert_eq!(opening.open_between(from, until), seconds);
            prop_assert!(opening.is_open(until.plus(-1)), "time passes only while it is open");
        }
    }

    #[test]
    fn adding_twice_is_adding_the_sum(opening in any_opening(), from in any_moment(), a in 0_i64..200_000, b in 0_i64..200_000) {
        let twice = opening.add_open_time(from, a).and_then(|then| opening.add_open_time(then, b));
        prop_assert_eq!(twice, opening.add_open_time(from, a + b));
    }

    #[test]
    fn nothing_is_open_before_the_next_opening(opening in any_opening(), from in any_moment(), part in 0_i64..1000) {
        if let Some(next) = opening.next_open(from) {
            prop_assert!(opening.is_open(next));
            let between = from.plus(from.seconds_until(next) * part / 1000);
            prop_assert!(between == next || !opening.is_open(between));
        }
    }

    #[test]
    fn stretches_follow_each_other(opening in any_opening(), from in any_moment()) {
        let mut reached = from;
        for (begins, ends) in opening.stretches(from).take(50) {
            prop_assert!(reached <= begins && begins < ends);
            reached = ends;
        }
    }
}
