//! When it should arrive, as it was promised and changed: the history of an ETA, with its reasons.

use jiff::civil::Time;
use serde::{Deserialize, Serialize};

use crate::{
    clock::{At, Day},
    tracking::{Cause, Eta, TrackSource},
};

/// One promise, until the next took its place.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Promise {
    /// The day, where it arrives.
    pub day: Day,
    /// From and until when on that day.
    pub window: Option<(Time, Time)>,
    /// Since when it was promised.
    pub told: Option<At>,
    /// Why it took the other's place, in the provider's words.
    pub words: Option<String>,
    /// Why, in ours.
    pub cause: Option<Cause>,
    /// Who promised.
    pub source: TrackSource,
}

/// The promises made of one parcel, first to last; the last is the one that stands. Only the nearest source speaks: Shippo's word of the
/// carrier's promise is older than the carrier's own. A function of the set of what was told.
pub fn promises(told: impl IntoIterator<Item = (TrackSource, Eta)>) -> Vec<Promise> {
    let mut all: Vec<(TrackSource, Eta)> = told.into_iter().collect();
    let nearest = all.iter().map(|(source, _)| *source).max();
    all.retain(|(source, _)| Some(*source) == nearest);
    // Nobody knows when a promise without a date was made: first. Of one moment's two the later day is believed.
    all.sort_by(|(_, a), (_, b)| (a.told, a).cmp(&(b.told, b)));
    let mut made: Vec<Promise> = Vec::new();
    for (source, eta) in all {
        if made.last().is_none_or(|last| (last.day, last.window) != (eta.day, eta.window)) {
            let Eta { day, window, words, cause, told } = eta;
            made.push(Promise { day, window, told, words, cause, source });
        }
    }
    made
}

#[cfg(test)]
mod tests {
    use super::*;

    fn eta(day: &str, told: i64, cause: Option<Cause>) -> Eta {
        Eta {
            day: Day(day.parse().unwrap()),
            window: None,
            words: None,
            cause,
            told: Some(At::from_second(told)),
        }
    }

    #[test]
    fn a_promise_stands_until_another_day_takes_its_place() {
        let told = [
            (TrackSource::Ups, eta("2026-12-03", 10, None)),
            (TrackSource::Ups, eta("2026-12-03", 20, None)),
            (TrackSource::Ups, eta("2026-12-05", 30, Some(Cause::Weather))),
            (TrackSource::Shippo, eta("2026-12-03", 40, None)),
        ];
        let days = |made: Vec<Promise>| -> Vec<_> {
            made.into_iter().map(|one| (one.day.0.to_string(), one.told.unwrap(), one.cause)).collect()
        };
        let made = days(promises(told.clone()));
        let expected = [
            ("2026-12-03".to_owned(), At::from_second(10), None),
            ("2026-12-05".to_owned(), At::from_second(30), Some(Cause::Weather)),
        ];
        assert_eq!(made, expected, "Shippo's stale word does not count");
        let mut backwards = told.to_vec();
        backwards.reverse();
        backwards.extend(told);
        assert_eq!(days(promises(backwards)), expected, "in any order, however often");
    }
}
