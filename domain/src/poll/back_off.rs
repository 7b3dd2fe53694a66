//! How long a source is left alone that does not answer, or not now.

use std::time::Duration;

/// Where it names no pause itself.
const BUSY: Duration = Duration::from_secs(60);
/// After the first call without an answer; doubled with each further one.
const FIRST: f64 = 15.0;
const LONGEST: f64 = 15.0 * 60.0;
/// Who refused our key is asked again so often: it may have been mended there.
const REFUSED: f64 = 15.0 * 60.0;

/// Why a source is left alone.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pause {
    /// It says: not now, and perhaps until when.
    Busy(Option<Duration>),
    /// So many calls in a row had no answer.
    Down(i32),
    /// It refuses our key.
    Refused,
}

impl Pause {
    /// The word as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Busy(_) => "busy",
            Self::Down(_) => "down",
            Self::Refused => "refused",
        }
    }

    /// Whole seconds, at least what was asked for; spread, so that what failed together does not come back together.
    pub fn seconds(self) -> i64 {
        let least = match self {
            Self::Busy(after) => after.unwrap_or(BUSY).as_secs_f64(),
            Self::Down(failures) => (FIRST * 2_f64.powi((failures - 1).clamp(0, 10))).min(LONGEST),
            Self::Refused => REFUSED,
        };
        (least * rand::random_range(1.0..1.2)).ceil() as i64
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_to_an_end_and_are_never_shorter_than_was_asked_for() {
        for (pause, least, most) in [
            (Pause::Down(1), 15, 18),
            (Pause::Down(3), 60, 72),
            (Pause::Down(90), 900, 1081),
            (Pause::Busy(Some(Duration::from_secs(600))), 600, 720),
            (Pause::Busy(None), 60, 72),
            (Pause::Refused, 900, 1081),
        ] {
            let seconds = pause.seconds();
            assert!((least..=most).contains(&seconds), "{pause:?}: {seconds}");
        }
    }
}
