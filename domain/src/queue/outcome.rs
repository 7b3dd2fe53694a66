//! What a job says about itself when it is over: the decision is made where the knowledge is.

use std::time::Duration;

use crate::Fault;

/// The end of one attempt.
#[derive(Debug)]
pub enum Outcome {
    /// Done, or nothing to do.
    Done,
    /// Not now: try again after the usual pause.
    Later(String),
    /// Not now, and not before so long, because whoever was asked said so.
    After(Duration, String),
    /// Not before this long; the attempt does not count.
    Snooze(Duration),
    /// A provider does not answer: try again soon, and at once when it does. The attempt does not count.
    Waits(String),
    /// Never: trying again cannot help.
    Never(String),
}

impl From<Fault> for Outcome {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::NotFound | Fault::Refused(_) => Self::Never(fault.to_string()),
            Fault::Bug(error) => Self::Later(format!("{error:#}")),
            Fault::Conflict(_) => Self::Later(fault.to_string()),
            // The sentence begins with the provider's name: by it `provider::health` finds who waits.
            Fault::Down { .. } => Self::Waits(fault.to_string()),
        }
    }
}

/// The pause before the next attempt: 1, 2, 4 … seconds, at most ten minutes, spread by ±20 % so that what failed together does
/// not come back together.
pub(super) fn pause(attempt: i32) -> Duration {
    let seconds = 2_f64.powi((attempt - 1).clamp(0, 10)).min(600.0);
    Duration::from_secs_f64(seconds * rand::random_range(0.8..1.2))
}

/// The pause where somebody said how long: never shorter than that, up to a fifth longer, and at most a day.
pub(super) fn pause_at_least(attempt: i32, asked: Duration) -> Duration {
    const DAY: Duration = Duration::from_secs(24 * 3600);
    pause(attempt).max(asked.min(DAY).mul_f64(rand::random_range(1.0..1.2)))
}

/// The pause of who waits for a provider: about half a minute.
pub(super) fn wait() -> Duration {
    Duration::from_secs_f64(30.0 * rand::random_range(0.8..1.2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pauses_grow_and_end() {
        for (attempt, most) in [(1, 1.2), (2, 2.4), (5, 19.2), (30, 720.0)] {
            let pause = pause(attempt).as_secs_f64();
            assert!(pause <= most && pause >= most / 1.5 - 0.01, "{attempt}: {pause}");
        }
    }

    #[test]
    fn who_says_how_long_is_not_asked_sooner() {
        for (asked, least, most) in [(0, 0.8, 1.2), (90, 90.0, 108.0), (1_000_000, 86_400.0, 103_680.0)] {
            let pause = pause_at_least(1, Duration::from_secs(asked)).as_secs_f64();
            assert!((least..=most).contains(&pause), "{asked}: {pause}");
        }
    }
}
