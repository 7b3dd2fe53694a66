//! When a message that was not taken is sent again: Standard Webhooks' schedule, spread so that what failed together does not come back
//! together.

use std::time::Duration;

/// Seconds before each attempt.
const BEFORE: [u64; 8] = [0, 5, 300, 1800, 7200, 18_000, 36_000, 36_000];

/// The pause after so many attempts, before the next; never shorter than what the receiver asked for. `None`: that was the last.
pub(super) fn pause(attempts: i32, asked: Option<Duration>) -> Option<Duration> {
    let next = usize::try_from(attempts).unwrap_or(0);
    let before = BEFORE.get(next).copied().map(Duration::from_secs)?;
    Some(spread(before).max(asked.unwrap_or_default()))
}

/// The last pause: for who waits on an endpoint that takes nothing at all.
pub(super) fn longest(asked: Option<Duration>) -> Duration {
    spread(Duration::from_secs(BEFORE[BEFORE.len() - 1])).max(asked.unwrap_or_default())
}

fn spread(pause: Duration) -> Duration {
    pause.mul_f64(rand::random_range(0.8..1.2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_are_eight_attempts_and_the_pauses_grow_to_ten_hours() {
        for (attempts, seconds) in (1..).zip([5.0, 300.0, 1800.0, 7200.0, 18_000.0, 36_000.0, 36_000.0]) {
            let pause = pause(attempts, None).unwrap().as_secs_f64();
            assert!((0.8 * seconds..=1.2 * seconds).contains(&pause), "{attempts}: {pause}");
        }
        assert_eq!(pause(8, None), None);
        assert_eq!(pause(9, Some(Duration::from_secs(1))), None);
        assert!((0..20).map(|_| pause(2, None)).any(|other| other != pause(2, None)), "they are spread");
    }

    #[test]
    fn nobody_is_asked_sooner_than_they_said() {
        let hour = Duration::from_secs(3600);
        assert_eq!(pause(1, Some(hour)), Some(hour));
        assert!(pause(5, Some(hour)).unwrap() > hour);
        assert!(longest(Some(hour)) > hour);
    }
}
