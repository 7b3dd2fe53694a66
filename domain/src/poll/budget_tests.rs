//! A hundred thousand open parcels on a simulated clock: no carrier is asked more than it takes, and every parcel has its turn.
//!
//! The very functions plan here that plan for a shop (`next_look`, `by_urgency`, `take`, `Budget::spend`); only the table of due parcels is
//! kept in memory instead of PostgreSQL.

use std::collections::{BTreeSet, HashMap};

use jiff::tz::TimeZone;
use uuid::Uuid;

use super::{Budget, Due, LINES, Pace, Seen, Spent, by_urgency, next_look, stretch, take};
use crate::{
    clock::At,
    ids::ParcelId,
    tracking::{TrackSource, TrackingState},
};

const DAY: i64 = 24 * 3600;

/// A shop's parcels with one carrier, and how their states are mixed.
struct Fleet {
    parcels: Vec<(ParcelId, Seen)>,
    batch: usize,
    budget: Budget,
}

/// What came of a simulation: every call's moment, and the longest wait of each parcel between two looks.
struct Played {
    calls: Vec<At>,
    waits: Vec<i64>,
}

fn start() -> At {
    At("2026-12-01T00:00:00Z".parse().unwrap())
}

/// One in forty is out for delivery, the most are on their way, some only announced, in trouble, or silent.
fn fleet(source: TrackSource, count: usize, batch: usize) -> Fleet {
    use TrackingState as S;
    let parcels = (0..count).map(|index| {
        // Any spread of last bits, the same in every run.
        let id = Uuid::from_u128((index as u128).wrapping_mul(0x9E37_79B9_7F4A_7C15_F39C_C060_5CED_C835));
        let (state, days) = match index % 40 {
            0 => (S::OutForDelivery, 0),
            1..=4 => (S::AvailableForPickup, 1),
            5..=24 => (S::InTransit, 1),
            25..=28 => (S::Delayed, 3),
            29..=33 => (S::PreTransit, 0),
            34..=36 => (S::PreTransit, 4),
            37..=38 => (S::PreTransit, 12),
            _ => (S::InTransit, 32),
        };
        // Each was looked at some time within its own last while.
        let own = Pace::of(state, days * DAY).unwrap().every(false);
        let looked = start().plus(-(index as i64 * 7919 % i64::from(own)));
        let since = start().plus(-days * DAY);
        (ParcelId(id), Seen { state, since, looked: Some(looked), told: None, promised: false })
    });
    Fleet { parcels: parcels.collect(), batch, budget: Budget::of(source) }
}

fn play(mut fleet: Fleet, days: i64) -> Played {
    let zone = TimeZone::get("Europe/Madrid").unwrap();
    let mut lines: HashMap<i32, BTreeSet<(At, usize)>> = HashMap::new();
    let stand =
        |lines: &mut HashMap<i32, BTreeSet<(At, usize)>>, index, (id, seen): &(ParcelId, Seen), now| {
            if let Some(look) = next_look(*id, seen, &zone, now) {
                lines.entry(look.every).or_default().insert((look.at, index));
            }
        };
    for (index, parcel) in fleet.parcels.iter().enumerate() {
        stand(&mut lines, index, parcel, start());
    }
    let end = start().plus(days * DAY);
    let (mut now, mut spent) = (start(), Spent::default());
    let mut played = Played { calls: Vec::new(), waits: vec![0; fleet.parcels.len()] };
    while now < end {
        let first = lines.values().filter_map(|line| line.first()).map(|(at, _)| *at).min();
        let Some(first) = first else { break };
        if first > now {
            now = first;
            continue;
        }
        match fleet.budget.spend(spent, now) {
            Err(from) => {
                now = from;
                continue;
            }
            Ok(whole) => spent = whole,
        }
        let mut due = Vec::new();
        for every in LINES {
            let heads = lines.get(&every).into_iter().flatten().take_while(|(at, _)| *at <= now);
            due.extend(heads.take(fleet.batch).map(|(at, who)| Due {
                at: *at,
                every,
                who: (every, *at, *who),
            }));
        }
        by_urgency(&mut due, now);
        played.calls.push(now);
        for (every, at, index) in take(due, fleet.batch, |_| None) {
            lines.get_mut(&every).unwrap().remove(&(at, index));
            let parcel = &mut fleet.parcels[index];
            let last = parcel.1.looked.replace(now).unwrap();
            played.waits[index] = played.waits[index].max(last.seconds_until(now));
            // Nothing was new, but it is as fresh as it was: the mix stays what it is.
            let age = last.seconds_until(now);
            parcel.1.since = parcel.1.since.plus(age);
            stand(&mut lines, index, parcel, now);
        }
    }
    // Who still waits has waited until the end.
    for (index, (_, seen)) in fleet.parcels.iter().enumerate() {
        played.waits[index] = played.waits[index].max(seen.looked.unwrap().seconds_until(end));
    }
    played
}

/// The most calls in any window of so many milliseconds.
fn most_within(calls: &[At], window_ms: i64) -> usize {
    let (mut first, mut most) = (0, 0);
    for (last, call) in calls.iter().enumerate() {
        while calls[first].0.as_millisecond() + window_ms <= call.0.as_millisecond() {
            first += 1;
        }
        most = most.max(last + 1 - first);
    }
    most
}

/// How many looks a day all of them want.
fn wanted(fleet: &Fleet) -> f64 {
    let zone = TimeZone::UTC;
    let looks = fleet.parcels.iter().filter_map(|(id, seen)| next_look(*id, seen, &zone, start()));
    looks.map(|look| DAY as f64 / f64::from(look.every)).sum()
}

/// Plays them; each stays within `quota` (calls, milliseconds) and within the bound that `stretch` states.
fn holds(source: TrackSource, count: usize, batch: usize, days: i64, quotas: &[(usize, i64)]) -> f64 {
    let fleet = fleet(source, count, batch);
    // A day's calls without its burst, or what the distance allows.
    let by_gap = 86_400_000 / fleet.budget.gap.window_ms;
    let calls = (f64::from(fleet.budget.day.calls - fleet.budget.day.burst)).min(by_gap as f64);
    let factor = stretch(wanted(&fleet), calls * batch as f64);
    let every: Vec<_> = fleet
        .parcels
        .iter()
        .map(|(id, seen)| next_look(*id, seen, &TimeZone::UTC, start()).unwrap().every)
        .collect();
    let played = play(fleet, days);
    for (quota, window) in quotas {
        let most = most_within(&played.calls, *window);
        assert!(most <= *quota, "{source:?}: {most} within {window} ms");
    }
    for (every, wait) in every.iter().zip(&played.waits) {
        // Its own while, a fifth more by which they are spread, times the factor; who is at the door has a night besides.
        let night = if *every == 1500 { 8 * 3600 + 1800 } else { 0 };
        let bound = f64::from(*every) * 1.25 * factor + f64::from(night) + 60.0;
        assert!((*wait as f64) <= bound, "{source:?}: {wait} s of {every} s, stretched {factor:.2}");
    }
    factor
}

#[test]
fn a_hundred_thousand_open_parcels_stay_within_every_quota_and_none_starves() {
    const SECONDS: i64 = 1000;
    let fedex = [(100_000, DAY * SECONDS), (1400, 10 * SECONDS), (1, SECONDS), (120, 120 * SECONDS)];
    assert!(holds(TrackSource::Fedex, 45_000, 30, 2, &fedex) <= 1.0, "thirty at a time are enough");
    let ups = [(50_000, DAY * SECONDS), (1, SECONDS)];
    let busy = holds(TrackSource::Ups, 35_000, 1, 2, &ups);
    assert!(busy > 1.0, "there are more than UPS may be asked: {busy}");
    let correos = [(20_000, DAY * SECONDS), (1, 2 * SECONDS)];
    holds(TrackSource::Correos, 19_000, 1, 3, &correos);
    // Of DHL a new key may ask 250 a day: a look takes weeks, in the same order, and the pushes tell the rest.
    let dhl = [(250, DAY * SECONDS), (1, 5 * SECONDS)];
    assert!(holds(TrackSource::Dhl, 1000, 1, 60, &dhl) > 10.0);
}
