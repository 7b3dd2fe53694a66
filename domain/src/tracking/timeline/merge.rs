//! Many sources' words merged into one timeline.

use std::collections::BTreeMap;

use jiff::civil::DateTime;

use super::{
    moment::{Moment, moment},
    same_scan::{Timed, fit},
};
use crate::{
    clock::At,
    tracking::{CarrierEvent, Meaning, ScanPlace, TrackSource, TrackingState},
};

/// One thing told, and by whom.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Told {
    /// Who.
    pub source: TrackSource,
    /// What.
    pub event: CarrierEvent,
}

/// One scan, whoever told of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Scan {
    /// When: the carrier's own word where there is one. `None` when nobody said; such a scan stands last.
    pub at: Option<At>,
    /// The clock on the wall there.
    pub wall: Option<DateTime>,
    /// What it means: the closest of what was told.
    pub meaning: Meaning,
    /// Where: the closest of what was told.
    pub place: Option<ScanPlace>,
    /// What was told, word for word; nearest source first, each source's repetitions after it.
    pub told: Vec<Told>,
}

/// Merges what was told of one parcel into its timeline, oldest first. A function of the set: order and repetition of what is told do
/// not matter.
pub fn timeline(told: impl IntoIterator<Item = Told>) -> Vec<Scan> {
    let mut known: BTreeMap<(TrackSource, String), Told> = BTreeMap::new();
    for one in told {
        let key = (one.source, one.event.key.clone());
        match known.get(&key) {
            // The same key with other words: the greater, so that it does not matter which came first.
            Some(other) if *other >= one => {}
            _ => drop(known.insert(key, one)),
        }
    }
    let mut timed: Vec<Timed> = known
        .into_values()
        .map(|told| (moment(told.source, &told.event), told))
        .map(|(at, told)| (told, at))
        .collect();
    timed.sort_by(|a, b| (a.1, &a.0).cmp(&(b.1, &b.0)));
    let mut scans: Vec<Scan> = groups(&timed).into_iter().map(|group| scan(&timed, &group)).collect();
    scans.sort_by(|a, b| place_in_line(a).cmp(&place_in_line(b)));
    scans
}

/// Which things told are one scan: the best-fitting pairs first, and never two different words of one source in one scan.
fn groups(timed: &[Timed]) -> Vec<Vec<usize>> {
    let mut pairs: Vec<((u8, u64), bool, usize, usize)> = Vec::new();
    for a in 0..timed.len() {
        for b in a + 1..timed.len() {
            let other = timed[a].0.source != timed[b].0.source;
            pairs.extend(fit(&timed[a], &timed[b]).map(|fit| (fit, other, a, b)));
        }
    }
    // One source's repetitions first: they are one word.
    pairs.sort_by_key(|(fit, other, a, b)| (*other, *fit, *a, *b));
    let mut of: Vec<usize> = (0..timed.len()).collect();
    for (_, other, a, b) in pairs {
        let (keep, join) = (of[a].min(of[b]), of[a].max(of[b]));
        let members = |group: usize| (0..timed.len()).filter(|i| of[*i] == group).collect::<Vec<_>>();
        // What is told by different sources has to fit each with each; one source's repetitions may form a chain.
        let clash = other && {
            let (kept, joining) = (members(keep), members(join));
            kept.iter().any(|a| {
                joining.iter().any(|b| {
                    timed[*a].0.source == timed[*b].0.source || fit(&timed[*a], &timed[*b]).is_none()
                })
            })
        };
        if keep != join && !clash {
            of.iter_mut().filter(|group| **group == join).for_each(|group| *group = keep);
        }
    }
    let mut found: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, group) in of.into_iter().enumerate() {
        found.entry(group).or_default().push(i);
    }
    found.into_values().collect()
}

fn scan(timed: &[Timed], group: &[usize]) -> Scan {
    let mut members: Vec<&Timed> = group.iter().map(|i| &timed[*i]).collect();
    // The nearest source first; of one source's repetitions the earliest.
    members.sort_by(|a, b| b.0.source.cmp(&a.0.source).then_with(|| (a.1, &a.0).cmp(&(b.1, &b.0))));
    // A certain moment before one that was read from a clock without a zone.
    let when: Option<Moment> = members
        .iter()
        .filter_map(|(_, at)| *at)
        .reduce(|best, next| if next.exact && !best.exact { next } else { best });
    let events = || members.iter().map(|(told, _)| &told.event);
    let state =
        events().map(CarrierEvent::state).max_by_key(|state| (closeness(*state), *state)).unwrap_or_default();
    Scan {
        at: when.map(|when| when.at),
        wall: when.map(|when| when.wall),
        meaning: Meaning {
            state,
            cause: events().find_map(|event| event.meaning().cause),
            action: events().find_map(|event| event.meaning().action),
        },
        place: events()
            .filter_map(|event| event.place.clone())
            .max_by_key(|place| (detail(place), place.clone())),
        told: members.into_iter().map(|(told, _)| told.clone()).collect(),
    }
}

/// How much a state says: a source without a word for it says nothing, Shippo's `TRANSIT` little.
fn closeness(state: TrackingState) -> u8 {
    match state {
        TrackingState::Unknown => 0,
        TrackingState::InTransit => 1,
        _ => 2,
    }
}

fn detail(place: &ScanPlace) -> usize {
    [&place.city, &place.postcode, &place.region, &place.country, &place.facility]
        .into_iter()
        .filter(|part| part.is_some())
        .count()
}

/// Sorted by moment, then rank, then the words themselves; what has no moment is last: it is what was said just now.
fn place_in_line(scan: &Scan) -> (bool, Option<At>, TrackingState, &[Told]) {
    (scan.at.is_none(), scan.at, scan.meaning.state, &scan.told)
}
