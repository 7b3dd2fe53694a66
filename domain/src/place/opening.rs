//! When a place is open: weekly hours in its own time zone, without the days it is closed.
//!
//! Everything is reckoned as stretches of real time between two moments, so an hour is an hour when clocks change. A stretch belongs
//! to the day on which it begins: Saturday's "18:00-02:00" ends on Sunday, and a closed Sunday does not cut it short.

use std::{collections::BTreeSet, fmt, str::FromStr};

use jiff::{
    SignedDuration, Timestamp,
    civil::{Date, Weekday},
    tz::{AmbiguousOffset, TimeZone},
};
use serde::{Deserialize, Serialize};

use crate::clock::At;

/// Minutes of a day.
const DAY: u16 = 24 * 60;
/// So many days ahead are looked through: a place that has not opened by then is as good as never open.
const FARTHEST: u32 = 10 * 366;

/// Hours from one minute of a day to another, written `09:00-14:00`; past midnight where the end is not after the beginning.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Hours {
    from: u16,
    to: u16,
}

/// Why a text is no [`Hours`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is not two times of day as 09:00-14:00")]
pub struct NotHours;

/// When a place is open. Serialises as `{"zone": "Europe/London", "week": [["09:00-14:00"], …], "closed": ["2026-12-25"]}`, Monday first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Written", into = "Written")]
pub struct Opening {
    zone: TimeZone,
    /// Monday first; each day's in the order they begin.
    week: [Vec<Hours>; 7],
    closed: BTreeSet<Date>,
}

#[derive(Serialize, Deserialize)]
struct Written {
    zone: String,
    week: [Vec<Hours>; 7],
    #[serde(default)]
    closed: BTreeSet<Date>,
}

impl Opening {
    /// Hours per weekday, Monday first, in a zone, and the days nothing opens.
    pub fn new(zone: TimeZone, mut week: [Vec<Hours>; 7], closed: BTreeSet<Date>) -> Self {
        week.iter_mut().for_each(|day| day.sort_unstable());
        Self { zone, week, closed }
    }

    /// Open at every moment.
    pub fn always() -> Self {
        let all_day = || vec![Hours { from: 0, to: DAY }];
        Self::new(TimeZone::UTC, std::array::from_fn(|_| all_day()), BTreeSet::new())
    }

    /// The place's time zone.
    pub const fn zone(&self) -> &TimeZone {
        &self.zone
    }

    /// A weekday's hours.
    pub fn on(&self, weekday: Weekday) -> &[Hours] {
        &self.week[usize::try_from(weekday.to_monday_zero_offset()).unwrap_or(0)]
    }

    /// The days nothing opens.
    pub const fn closed(&self) -> &BTreeSet<Date> {
        &self.closed
    }

    /// Whether it is open at a moment. The moment it closes it is closed.
    pub fn is_open(&self, at: At) -> bool {
        self.next_open(at) == Some(at)
    }

    /// The first open moment from `at` on, `at` itself when it is open; `None` when it does not open in the next ten years.
    pub fn next_open(&self, at: At) -> Option<At> {
        self.stretches(at).next().map(|(from, _)| from)
    }

    /// The moment at which the place has been open for so many seconds since `from`; `from` itself for none or fewer. `None` when
    /// ten years do not hold them.
    pub fn add_open_time(&self, from: At, seconds: i64) -> Option<At> {
        if seconds <= 0 {
            return Some(from);
        }
        let mut left = SignedDuration::from_secs(seconds);
        for (begins, ends) in self.stretches(from) {
            let lasts = begins.0.duration_until(ends.0);
            if left <= lasts {
                return Some(At(begins.0.saturating_add(left).unwrap_or(Timestamp::MAX)));
            }
            left -= lasts;
        }
        None
    }

    /// How many whole seconds it is open between two moments.
    pub fn open_between(&self, from: At, to: At) -> i64 {
        let within = self.stretches(from).take_while(|(begins, _)| *begins < to);
        let lasts =
            within.map(|(begins, ends)| begins.0.duration_until(if ends < to { ends.0 } else { to.0 }));
        lasts.fold(SignedDuration::ZERO, SignedDuration::saturating_add).as_secs()
    }

    /// Open stretches from a moment on, in order, none touching a moment twice. The first begins at `at` when it is open then.
    pub fn stretches(&self, at: At) -> impl Iterator<Item = (At, At)> + '_ {
        let today = at.0.to_zoned(self.zone.clone()).date();
        // Yesterday's may still last.
        let first = today.yesterday().unwrap_or(today);
        let days = std::iter::successors(Some(first), |day| day.tomorrow().ok()).take(FARTHEST as usize);
        let mut reached = at.0;
        let any = self.week.iter().any(|day| !day.is_empty());
        days.take_while(move |_| any).flat_map(|day| self.of(day)).filter_map(move |(begins, ends)| {
            let begins = begins.max(reached);
            if ends <= begins {
                return None;
            }
            reached = ends;
            Some((At(begins), At(ends)))
        })
    }

    fn of(&self, day: Date) -> impl Iterator<Item = (Timestamp, Timestamp)> + '_ {
        let hours = if self.closed.contains(&day) { &[][..] } else { self.on(day.weekday()) };
        hours.iter().filter_map(move |hours| {
            let ends = if hours.to <= hours.from { day.tomorrow().ok()? } else { day };
            Some((self.moment(day, hours.from)?, self.moment(ends, hours.to)?))
        })
    }

    /// When the place's clocks first show a time of day; a time they leap over is the moment of the leap, so that no stretch can end
    /// before it begins.
    fn moment(&self, day: Date, minute: u16) -> Option<Timestamp> {
        let day = if minute == DAY { day.tomorrow().ok()? } else { day };
        let minute = minute % DAY;
        let civil = day.at(i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?, 0, 0);
        let read = self.zone.to_ambiguous_timestamp(civil);
        match read.offset() {
            AmbiguousOffset::Gap { .. } => {
                let before = read.earlier().ok()?;
                self.zone.following(before).next().map(|leap| leap.timestamp())
            }
            AmbiguousOffset::Unambiguous { .. } | AmbiguousOffset::Fold { .. } => read.earlier().ok(),
        }
    }
}

impl FromStr for Hours {
    type Err = NotHours;

    fn from_str(text: &str) -> Result<Self, NotHours> {
        let (from, to) = text.split_once(['-', '–']).ok_or(NotHours)?;
        let (from, to) = (minute(from).ok_or(NotHours)?, minute(to).ok_or(NotHours)?);
        // "09:00-09:00" could be nothing or a whole day: whoever means the day writes 00:00-24:00.
        if from == DAY || from == to { Err(NotHours) } else { Ok(Self { from, to }) }
    }
}

fn minute(text: &str) -> Option<u16> {
    let (hour, minute) = text.trim().split_once(':')?;
    let digits = |text: &str| (text.len() <= 2 && text.bytes().all(|b| b.is_ascii_digit())).then_some(());
    digits(hour)?;
    digits(minute).filter(|()| minute.len() == 2)?;
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (minute < 60).then_some(hour * 60 + minute).filter(|minute| *minute <= DAY)
}

impl fmt::Display for Hours {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { from, to } = self;
        write!(f, "{:02}:{:02}-{:02}:{:02}", from / 60, from % 60, to / 60, to % 60)
    }
}

impl TryFrom<String> for Hours {
    type Error = NotHours;

    fn try_from(text: String) -> Result<Self, NotHours> {
        text.parse()
    }
}

impl From<Hours> for String {
    fn from(hours: Hours) -> Self {
        hours.to_string()
    }
}

impl TryFrom<Written> for Opening {
    type Error = jiff::Error;

    fn try_from(written: Written) -> Result<Self, jiff::Error> {
        Ok(Self::new(TimeZone::get(&written.zone)?, written.week, written.closed))
    }
}

impl From<Opening> for Written {
    fn from(opening: Opening) -> Self {
        let zone = opening.zone.iana_name().unwrap_or("UTC").to_owned();
        Self { zone, week: opening.week, closed: opening.closed }
    }
}

#[cfg(test)]
#[path = "opening_tests.rs"]
mod tests;
