//! Moments as people read them: weekday, day, month, time, in a language and a time zone.
//!
//! Written out here, from the translation files, because the browser must show the same words the server wrote and a
//! time-zone database does not belong in a page of 60 KB.

use jiff::tz::TimeZone;

use crate::{
    Language,
    clock::At,
    language::{say, say_with},
    moment::Moment,
};

/// Both forms of a moment.
pub fn moment(at: At, language: Language, zone: &TimeZone) -> Moment {
    Moment { iso: at.rfc3339(), label: day_and_time(at, language, zone) }
}

/// "Thursday, 26 November": a day that no zone may shift.
pub fn long_day(day: jiff::civil::Date, language: Language) -> String {
    let weekday = say(language, &format!("customer-weekday-{}", day.weekday().to_monday_zero_offset()));
    let month = say(language, &format!("customer-month-{}", day.month()));
    let args =
        vec![("weekday", weekday.into()), ("day", day.day().to_string().into()), ("month", month.into())];
    say_with(language, "customer-day", args)
}

/// "Thu 26 Nov, 08:12".
pub fn day_and_time(at: At, language: Language, zone: &TimeZone) -> String {
    let local = at.0.to_zoned(zone.clone());
    let weekday = say(language, &format!("weekday-{}", local.weekday().to_monday_zero_offset()));
    let month = say(language, &format!("month-{}", local.month()));
    let time = local.strftime("%H:%M").to_string();
    say_with(
        language,
        "date-time",
        vec![
            ("weekday", weekday.into()),
            ("day", i64::from(local.day()).to_string().into()),
            ("month", month.into()),
            ("time", time.into()),
        ],
    )
}
