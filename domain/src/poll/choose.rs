//! Whom of all that are due a source is asked about first, when it cannot be asked about all.
//!
//! Each parcel wants to be looked at again after a while of its own. Who is overdue by the greatest part of that while comes first. So a
//! parcel at the door overtakes one that is announced, and none is overtaken for ever: while it waits, its part grows without end. Where
//! the quota is too small, all whiles grow by the same factor, [`stretch`].

use crate::clock::At;

/// Somebody who waits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due<T> {
    /// Since when.
    pub at: At,
    /// The seconds after which it wants to be looked at again.
    pub every: i32,
    /// Who.
    pub who: T,
}

impl<T> Due<T> {
    /// The part of its while by which it is overdue, as a fraction of two whole numbers.
    fn overdue(&self, now: At) -> (i128, i128) {
        let micros = now.0.as_microsecond() - self.at.0.as_microsecond();
        (i128::from(micros), i128::from(self.every.max(1)))
    }
}

/// Sorts those who wait: who comes first is asked about first.
pub fn by_urgency<T>(due: &mut [Due<T>], now: At) {
    due.sort_by(|a, b| {
        let ((late_a, every_a), (late_b, every_b)) = (a.overdue(now), b.overdue(now));
        (late_b * every_a).cmp(&(late_a * every_b)).then(every_a.cmp(&every_b))
    });
}

/// Takes the first of those sorted into one question of at most `most`; `among` is how many each may be asked among.
pub fn take<T>(due: Vec<Due<T>>, most: usize, among: impl Fn(&T) -> Option<usize>) -> Vec<T> {
    let mut most = most;
    let mut taken = Vec::new();
    for one in due {
        let mine = among(&one.who).unwrap_or(usize::MAX).max(1).min(most);
        if taken.len() < mine {
            most = mine;
            taken.push(one.who);
        }
    }
    taken
}

/// The factor by which all whiles grow where a source that is asked so many numbers a day would have to be asked `wanted`: each parcel is looked
/// at within its own while times this, once it is due.
pub fn stretch(wanted: f64, a_day: f64) -> f64 {
    (wanted / a_day.max(1.0)).max(1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(second: i64) -> At {
        At::from_second(1_800_000_000 + second)
    }

    fn due(since: i64, every: i32, who: &'static str) -> Due<&'static str> {
        Due { at: at(since), every, who }
    }

    #[test]
    fn nearest_first_and_who_waited_longest_by_its_own_measure_before_it() {
        let mut waiting =
            vec![due(0, 86_400, "silent"), due(0, 10_800, "moving"), due(0, 1500, "at the door")];
        let order = |waiting: &mut Vec<Due<&'static str>>, now| {
            by_urgency(waiting, at(now));
            waiting.iter().map(|one| one.who).collect::<Vec<_>>()
        };
        assert_eq!(order(&mut waiting, 0), ["at the door", "moving", "silent"], "all due just now");
        assert_eq!(order(&mut waiting, 3600), ["at the door", "moving", "silent"]);
        // The one at the door was looked at meanwhile and is due anew.
        waiting.retain(|one| one.who != "at the door");
        waiting.push(due(3500, 1500, "at the door"));
        assert_eq!(order(&mut waiting, 3600)[0], "moving");
        assert_eq!(order(&mut waiting, 86_400)[0], "at the door");
    }

    #[test]
    fn who_was_part_of_a_refused_question_is_asked_among_half_as_many() {
        let among = |who: &&str| who.strip_prefix('?').map(|half| half.parse().unwrap());
        let all =
            |names: &[&'static str]| take(names.iter().map(|who| due(0, 1, who)).collect(), 4, among).len();
        assert_eq!(all(&["a", "b", "c", "d", "e"]), 4);
        assert_eq!(all(&["?2", "?2", "?2", "?2", "e"]), 2);
        assert_eq!(all(&["?1", "b", "c"]), 1);
        assert_eq!(all(&["a", "b", "?2", "d"]), 3, "who may not join waits; the others go on");
        assert_eq!(all(&[]), 0);
    }

    #[test]
    fn a_quota_that_is_large_enough_stretches_nothing() {
        assert!((stretch(100.0, 250.0) - 1.0).abs() < f64::EPSILON);
        assert!((stretch(1000.0, 250.0) - 4.0).abs() < f64::EPSILON);
    }
}
