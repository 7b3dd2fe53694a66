//! Everything a page says, in its reader's language and the shop's zone.

use domain::{
    Language,
    clock::At,
    dates,
    language::{Word, say, say_with},
    moment::Moment,
    money::Money,
    order::Status,
    shop::About,
};
use jiff::civil::Date;

/// Says things to one reader.
#[derive(Clone, Copy)]
pub struct Words<'a> {
    /// The reader's language.
    pub language: Language,
    about: &'a About,
}

impl<'a> Words<'a> {
    /// Words of a shop in a language.
    pub const fn new(about: &'a About, language: Language) -> Self {
        Self { language, about }
    }

    /// The words of a key.
    pub fn say(self, key: &str) -> String {
        say(self.language, key)
    }

    /// The words of a key with one variable.
    pub fn say_of(self, key: &str, name: &'static str, value: impl Into<Word<'static>>) -> String {
        say_with(self.language, key, vec![(name, value.into())])
    }

    /// The words of a key with its variables.
    pub fn say_all(self, key: &str, args: Vec<(&'static str, Word<'_>)>) -> String {
        say_with(self.language, key, args)
    }

    /// The words of a key that counts something.
    pub fn count(self, key: &str, count: usize) -> String {
        self.say_of(key, "count", i64::try_from(count).unwrap_or(i64::MAX))
    }

    /// The words of a status.
    pub fn status(self, status: Status) -> String {
        status.say(self.language)
    }

    /// An amount.
    pub fn money(self, money: Money) -> String {
        money.say(self.language)
    }

    /// A short moment: "Thu 26 Nov, 08:12".
    pub fn moment(self, at: At) -> Moment {
        dates::moment(at, self.language, &self.about.zone)
    }

    /// The words of a key around a long date: each language puts weekday, day, month and time in its own order.
    pub fn say_at(self, key: &str, at: At) -> String {
        let local = at.0.to_zoned(self.about.zone.clone());
        let time = format!("{:02}:{:02}", local.hour(), local.minute());
        let mut args = self.day_args(local.date());
        args.push(("time", time.into()));
        say_with(self.language, key, args)
    }

    /// The words of a key around a day that no zone may shift.
    pub fn say_on(self, key: &str, day: Date) -> String {
        say_with(self.language, key, self.day_args(day))
    }

    /// "Thursday, 26 November".
    pub fn long_day(self, day: Date) -> String {
        self.say_on("customer-day", day)
    }

    /// The shop's day at a moment.
    pub fn day(self, at: At) -> Date {
        at.0.to_zoned(self.about.zone.clone()).date()
    }

    /// "yesterday": in days, so that a page which stays open does not become wrong by the hour.
    pub fn ago(self, at: At, now: At) -> String {
        let days = self.day(at).until(self.day(now)).map_or(0, |span| span.get_days());
        match days {
            ..=0 => self.say("customer-ago-today"),
            1 => self.say("customer-ago-yesterday"),
            days => self.say_of("customer-ago-days", "count", i64::from(days)),
        }
    }

    fn day_args(self, day: Date) -> Vec<(&'static str, Word<'static>)> {
        let weekday = self.say(&format!("customer-weekday-{}", day.weekday().to_monday_zero_offset()));
        let month = self.say(&format!("customer-month-{}", day.month()));
        vec![("weekday", weekday.into()), ("day", day.day().to_string().into()), ("month", month.into())]
    }

    /// "in 5 minutes": seconds while they say more.
    pub fn wait(self, seconds: u64) -> String {
        let (key, count) = match seconds {
            0..=90 => ("customer-wait-seconds", seconds.max(1)),
            _ => ("customer-wait-minutes", seconds.div_ceil(60)),
        };
        self.say_of(key, "count", i64::try_from(count).unwrap_or(i64::MAX))
    }
}
