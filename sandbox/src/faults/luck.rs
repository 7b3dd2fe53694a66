//! Percentages, drawn so that the same push has the same luck in every run with the same seed, whatever else is sent and
//! in whatever order.

use std::time::Duration;

use sha2::{Digest, Sha256};

use super::WebhookFaults;

/// How long a push is held back at most, for others to overtake it.
const LONGEST: u64 = 400;

/// What becomes of one push.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Luck {
    /// It is never made.
    pub lost: bool,
    /// It is made once more.
    pub repeated: bool,
    /// It waits, for others to overtake it.
    pub held: Option<Duration>,
}

impl WebhookFaults {
    /// The luck of whatever has this lot.
    pub fn luck(&self, lot: &str) -> Luck {
        let draw = |what: &str| {
            let digest = Sha256::digest(format!("{}/{what}/{lot}", self.seed));
            digest.iter().take(6).fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte))
        };
        let hits = |what: &str, percent: u32| draw(what) % 100 < u64::from(percent);
        Luck {
            lost: hits("lost", self.lose_percent),
            repeated: hits("repeated", self.duplicate_percent),
            held: hits("held", self.shuffle_percent).then(|| Duration::from_millis(draw("while") % LONGEST)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tenth_is_about_a_tenth_and_the_same_tenth_in_every_run() {
        let switches = WebhookFaults {
            lose_percent: 10,
            duplicate_percent: 10,
            shuffle_percent: 100,
            ..WebhookFaults::default()
        };
        let all = |switches: &WebhookFaults| -> Vec<Luck> {
            (0..1000).map(|nth| switches.luck(&format!("ups/1Z/{nth}"))).collect()
        };
        let first = all(&switches);
        assert_eq!(first, all(&switches));
        let count = |what: fn(&Luck) -> bool| first.iter().filter(|luck| what(luck)).count();
        assert!(
            (60..140).contains(&count(|luck| luck.lost)) && (60..140).contains(&count(|luck| luck.repeated))
        );
        assert_eq!(count(|luck| luck.held.is_some()), 1000);
        assert_ne!(first, all(&WebhookFaults { seed: 1, ..switches.clone() }));
        assert_eq!(WebhookFaults::default().luck("x"), Luck { lost: false, repeated: false, held: None });
    }
}
