//! What is known of a parcel, read out of everything that was told of it.

use super::{
    Attempts, CarrierEvent, Eta, Proof, TrackReport, TrackSource, TrackingState,
    timeline::{Headline, Line, Scan, Told, headline, timeline},
    watch::{Promise, promises},
};
use crate::clock::At;

/// Everything told of one parcel. Sets: neither the order nor the number of tellings is in it.
#[derive(Debug, Clone, Default)]
pub struct Known {
    /// Each thing told, with when it first came to our ears.
    pub events: Vec<(Told, At)>,
    /// The days that were named.
    pub etas: Vec<(TrackSource, Eta)>,
    /// What each source says of tries at the door.
    pub attempts: Vec<(TrackSource, Attempts)>,
    /// What each source says of the hand-over.
    pub proofs: Vec<(TrackSource, Proof)>,
}

/// What became of a thing told.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Learned {
    /// Nobody had told of it.
    New,
    /// It was known under its key in lesser words.
    Better,
    /// It was known.
    Nothing,
}

/// What it comes to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Progress {
    /// Where it is, in one line.
    pub headline: Headline,
    /// When the carrier first had it in hand.
    pub first_scan: Option<At>,
    /// Where it was, oldest first.
    pub timeline: Vec<Line>,
    /// What was promised, first to last.
    pub promises: Vec<Promise>,
    /// What was tried at the door.
    pub attempts: Attempts,
    /// That it was handed over.
    pub proof: Option<Proof>,
}

impl Known {
    /// Takes in one thing told. Of two wordings under one key the greater stays, whichever came first.
    pub fn learn(&mut self, told: &Told, now: At) -> Learned {
        let same =
            |(known, _): &&mut (Told, At)| known.source == told.source && known.event.key == told.event.key;
        match self.events.iter_mut().find(same) {
            None => {
                self.events.push((told.clone(), now));
                Learned::New
            }
            Some((known, _)) if *told > *known => {
                *known = told.clone();
                Learned::Better
            }
            Some(_) => Learned::Nothing,
        }
    }

    /// Whether nobody else has told of the same scan: a second source's word of it is no news.
    pub fn is_alone(&self, told: &Told) -> bool {
        let scans = self.scans();
        scans.iter().find(|scan| scan.told.contains(told)).is_none_or(|scan| scan.told.len() == 1)
    }

    /// Where it is, in one line. `carrier`: our key of who carries it.
    pub fn headline(&self, carrier: &str) -> Headline {
        headline(carrier, &self.scans())
    }

    /// All of it, read. `carrier`: our key of who carries it.
    pub fn progress(&self, carrier: &str) -> Progress {
        let scans = self.scans();
        let heard = |told: &Told| {
            let known = self.events.iter().find(|(known, _)| known == told);
            known.map_or(At::from_second(i64::MAX), |(_, at)| *at)
        };
        let moved = scans.iter().filter(|scan| scan.meaning.state.has_moved());
        let tried = scans.iter().filter(|scan| scan.meaning.state == TrackingState::Attempted).count();
        let said = nearest(&self.attempts).unwrap_or_default();
        Progress {
            headline: headline(carrier, &scans),
            first_scan: moved.filter_map(|scan| scan.at).min(),
            timeline: scans.iter().filter_map(|scan| Line::of(scan, heard)).collect(),
            promises: promises(self.etas.iter().cloned()),
            // Some carriers count, some only tell of each.
            attempts: Attempts {
                count: said.count.max(u16::try_from(tried).ok().filter(|n| *n > 0)),
                ..said
            },
            proof: nearest(&self.proofs),
        }
    }

    fn scans(&self) -> Vec<Scan> {
        timeline(self.events.iter().map(|(told, _)| told.clone()))
    }
}

/// What the source says that is nearest to the parcel.
fn nearest<T: Clone>(said: &[(TrackSource, T)]) -> Option<T> {
    said.iter().max_by_key(|(source, _)| *source).map(|(_, it)| it.clone())
}

impl TrackReport {
    /// What it tells, in the order in which it happened, each thing once.
    pub fn told(&self) -> Vec<Told> {
        let scans = timeline(
            self.events.iter().map(|event: &CarrierEvent| Told { source: self.source, event: event.clone() }),
        );
        scans.into_iter().flat_map(|scan| scan.told).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tracking::{Meaning, When};

    fn told(source: TrackSource, key: &str, second: i64, state: TrackingState) -> Told {
        Told {
            source,
            event: CarrierEvent {
                key: key.to_owned(),
                code: Some("C".to_owned()),
                sub_code: Some("s".to_owned()),
                words: Some(format!("{source:?} says {key}")),
                language: None,
                when: When::Moment { at: At::from_second(second), offset: None },
                place: None,
                meaning: Some(Meaning::of(state)),
            },
        }
    }

    #[test]
    fn a_second_source_of_one_scan_is_no_news_and_the_nearest_speaks() {
        let mut known = Known::default();
        let (shippo, ups) = (
            told(TrackSource::Shippo, "a", 1000, TrackingState::InTransit),
            told(TrackSource::Ups, "b", 1030, TrackingState::PickedUp),
        );
        assert_eq!(known.learn(&shippo, At::from_second(9000)), Learned::New);
        assert!(known.is_alone(&shippo));
        assert_eq!(known.learn(&ups, At::from_second(2000)), Learned::New);
        assert!(!known.is_alone(&ups));
        assert_eq!(known.learn(&ups, At::from_second(3000)), Learned::Nothing);
        let progress = known.progress("ups");
        let [line] = progress.timeline.as_slice() else { panic!("{progress:?}") };
        assert_eq!(line.sources, [TrackSource::Ups, TrackSource::Shippo]);
        assert_eq!((line.words.as_deref(), line.code.as_deref()), (Some("Ups says b"), Some("C/s")));
        assert_eq!(
            (line.heard_at, progress.first_scan),
            (At::from_second(2000), Some(At::from_second(1030)))
        );
    }

    #[test]
    fn tries_at_the_door_are_counted_where_the_carrier_does_not() {
        let mut known = Known::default();
        for (key, second) in [("a", 1000), ("b", 90_000)] {
            known.learn(
                &told(TrackSource::Correos, key, second, TrackingState::Attempted),
                At::from_second(0),
            );
        }
        assert_eq!(known.progress("correos").attempts.count, Some(2));
        known.attempts.push((TrackSource::Correos, Attempts { count: Some(3), ..Attempts::default() }));
        assert_eq!(known.progress("correos").attempts.count, Some(3));
        assert_eq!(Known::default().progress("ups").attempts, Attempts::default());
    }

    #[test]
    fn of_two_wordings_under_one_key_the_greater_stays() {
        let small = told(TrackSource::Ups, "k", 1, TrackingState::InTransit);
        let great = told(TrackSource::Ups, "k", 1, TrackingState::Delivered);
        let end = |first: &Told, second: &Told| {
            let mut known = Known::default();
            known.learn(first, At::from_second(0));
            known.learn(second, At::from_second(0));
            known.headline("ups").meaning.state
        };
        assert_eq!(end(&small, &great), end(&great, &small));
    }
}
