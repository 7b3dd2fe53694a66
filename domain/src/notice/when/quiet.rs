//! Quiet hours: what is not urgent waits for the morning, on the recipient's clock.

use std::{fmt, str::FromStr};

use jiff::{
    Timestamp,
    civil::Date,
    tz::{AmbiguousOffset, TimeZone},
};
use serde::{Deserialize, Serialize};

use crate::clock::At;

/// From one time of day to another, in minutes after midnight; past midnight where the end is not after the beginning. Two equal ends
/// are no quiet hours at all.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quiet {
    /// The first quiet minute.
    pub from: u16,
    /// The first minute after them.
    pub until: u16,
}

impl Quiet {
    /// None.
    pub const NONE: Self = Self { from: 0, until: 0 };
    /// Ten in the evening to eight in the morning: the seed's.
    pub const NIGHT: Self = Self { from: 22 * 60, until: 8 * 60 };

    /// Of times of day in minutes, as PostgreSQL counts them.
    pub fn of(from: i32, until: i32) -> Self {
        let minute = |minutes: i32| u16::try_from(minutes.rem_euclid(24 * 60)).unwrap_or(0);
        Self { from: minute(from), until: minute(until) }
    }

    /// The quiet stretch that begins on a day; `None` when there is none.
    fn of_day(self, day: Date, zone: &TimeZone) -> Option<(Timestamp, Timestamp)> {
        let ends = if self.until <= self.from { day.tomorrow().ok()? } else { day };
        Some((moment(zone, day, self.from, false)?, moment(zone, ends, self.until, true)?))
    }
}

/// When clocks show a time of day. Shown twice: the first begins quiet hours, the second ends them. Leapt over: the leap.
fn moment(zone: &TimeZone, day: Date, minute: u16, last: bool) -> Option<Timestamp> {
    let civil = day.at(i8::try_from(minute / 60).ok()?, i8::try_from(minute % 60).ok()?, 0, 0);
    let read = zone.to_ambiguous_timestamp(civil);
    match read.offset() {
        AmbiguousOffset::Gap { .. } => {
            let before = read.earlier().ok()?;
            zone.following(before).next().map(|leap| leap.timestamp())
        }
        AmbiguousOffset::Fold { .. } if last => read.later().ok(),
        AmbiguousOffset::Unambiguous { .. } | AmbiguousOffset::Fold { .. } => read.earlier().ok(),
    }
}

/// The first moment from `now` on at which a message may leave: `now`, or the end of the quiet hours it falls into.
pub fn leaves_at(now: At, zone: &TimeZone, quiet: Quiet, urgent: bool) -> At {
    if urgent || quiet.from == quiet.until {
        return now;
    }
    let mut at = now.0;
    // Where clocks are set back one night's end can lie in the next one's beginning: once more, and never for ever.
    for _ in 0..3 {
        let today = at.to_zoned(zone.clone()).date();
        let days = [today.yesterday().ok(), Some(today), today.tomorrow().ok()];
        let mut nights = days.into_iter().flatten().filter_map(|day| quiet.of_day(day, zone));
        let Some((_, ends)) = nights.rfind(|(begins, ends)| *begins <= at && at < *ends) else {
            break;
        };
        at = ends;
    }
    At(at)
}

/// Why a text is no [`Quiet`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("is not two times of day as 22:00-08:00, nor none")]
pub struct NotQuiet;

impl FromStr for Quiet {
    type Err = NotQuiet;

    fn from_str(text: &str) -> Result<Self, NotQuiet> {
        if text.trim() == "none" {
            return Ok(Self::NONE);
        }
        let minute = |text: &str| {
            let (hour, minute) = text.trim().split_once(':')?;
            let number =
                |text: &str| text.bytes().all(|b| b.is_ascii_digit()).then(|| text.parse::<u16>().ok())?;
            let (hour, minute) = (number(hour)?, number(minute)?);
            (hour < 24 && minute < 60).then_some(hour * 60 + minute)
        };
        let (from, until) = text.split_once(['-', '–']).ok_or(NotQuiet)?;
        Ok(Self { from: minute(from).ok_or(NotQuiet)?, until: minute(until).ok_or(NotQuiet)? })
    }
}

impl fmt::Display for Quiet {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { from, until } = self;
        write!(f, "{:02}:{:02}-{:02}:{:02}", from / 60, from % 60, until / 60, until % 60)
    }
}

#[cfg(test)]
#[path = "quiet_tests.rs"]
mod tests;
