//! When a parcel is looked at next: a function of what is known of it and the clock, and of nothing else.

use jiff::{ToSpan, civil, tz::TimeZone};

use super::pace::Pace;
use crate::{clock::At, ids::ParcelId, tracking::TrackingState};

const HOUR: i64 = 3600;
/// So long after it was handed over it is looked at once more: who took it is often written later.
const PROOF: i64 = 2 * HOUR;
/// Who was handed over longer ago than this has no proof to come.
const PROVEN: i64 = 7 * 24 * HOUR;
/// A number that was refused is tried again after a day, two, four, and then weekly.
const REFUSED: i64 = 24 * HOUR;
const LONGEST: i64 = 7 * 24 * HOUR;

/// What is known of a parcel.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Seen {
    /// Where it is believed to be.
    pub state: TrackingState,
    /// When that happened; when the parcel was added where nobody said.
    pub since: At,
    /// When its source was asked last.
    pub looked: Option<At>,
    /// When its source told of it by itself.
    pub told: Option<At>,
    /// Whether its source has promised to tell of it by itself.
    pub promised: bool,
}

/// The next look.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look {
    /// Not before.
    pub at: At,
    /// The line it stands in: the seconds after which it wants to be looked at again.
    pub every: i32,
}

/// When it is looked at next; `None`: never again. What was never looked at is due now.
pub fn next_look(parcel: ParcelId, seen: &Seen, zone: &TimeZone, now: At) -> Option<Look> {
    let quiet = seen.since.seconds_until(now).max(0);
    if seen.state == TrackingState::Delivered {
        let unproven = seen.looked.is_none_or(|looked| looked < seen.since) && quiet < PROVEN;
        let at = seen.since.plus(PROOF).max(now);
        return unproven.then(|| Look { at, every: Pace::Announced.every(false) });
    }
    let pace = Pace::of(seen.state, quiet)?;
    let every = pace.every(seen.promised || seen.told.is_some());
    let Some(last) = seen.looked.max(seen.told) else { return Some(Look { at: now, every }) };
    let mut at = last.plus(i64::from(every) + spread(parcel, i64::from(every) / 5)).max(now);
    if pace == Pace::Near {
        at = by_day(at, zone, spread(parcel, HOUR / 2));
    }
    Some(Look { at, every })
}

/// When a number that was refused so often is tried again.
pub fn after_refusal(parcel: ParcelId, failures: i32, now: At) -> Look {
    let pause = REFUSED << (failures - 1).clamp(0, 3);
    let at = now.plus(pause.min(LONGEST) + spread(parcel, HOUR));
    Look { at, every: Pace::Rare.every(false) }
}

/// Nobody's door is rung at night: from ten until six it waits for the morning.
fn by_day(at: At, zone: &TimeZone, later: i64) -> At {
    let local = at.0.to_zoned(zone.clone());
    let morning = match local.hour() {
        0..6 => local.date(),
        22.. => local.date().saturating_add(1.day()),
        _ => return at,
    };
    let six = morning.to_datetime(civil::time(6, 0, 0, 0)).to_zoned(zone.clone());
    six.map_or(at, |six| At(six.timestamp()).plus(later))
}

/// Something between nothing and `most`, the same for a parcel whenever it is asked for: what begins together does not stay together.
fn spread(parcel: ParcelId, most: i64) -> i64 {
    // The last bits of a version 7 are random; the first are the hour it was made.
    let lot = i64::from(u32::from_be_bytes(parcel.0.as_bytes()[12..].try_into().unwrap_or_default()));
    lot * most / (i64::from(u32::MAX) + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(moment: &str) -> At {
        At(moment.parse().unwrap())
    }

    fn madrid() -> TimeZone {
        TimeZone::get("Europe/Madrid").unwrap()
    }

    fn seen(state: TrackingState, since: &str, looked: Option<&str>) -> Seen {
        Seen { state, since: at(since), looked: looked.map(at), told: None, promised: false }
    }

    #[test]
    fn a_parcel_at_the_door_is_looked_at_twice_an_hour_by_day_and_not_at_night() {
        let parcel = ParcelId::new();
        let next = |looked: &str| {
            let seen = seen(TrackingState::OutForDelivery, "2026-12-01T07:00:00Z", Some(looked));
            next_look(parcel, &seen, &madrid(), at(looked)).unwrap().at
        };
        let minutes = at("2026-12-01T10:00:00Z").minutes_until(next("2026-12-01T10:00:00Z"));
        assert!((20..=30).contains(&minutes), "{minutes}");
        let morning = next("2026-12-01T20:55:00Z");
        assert!(morning >= at("2026-12-02T05:00:00Z") && morning < at("2026-12-02T05:30:00Z"), "{morning:?}");
        assert_eq!(next("2026-12-02T02:00:00Z"), morning, "whenever in the night it is asked for");
    }

    #[test]
    fn what_was_told_postpones_the_look() {
        let parcel = ParcelId::new();
        let now = at("2026-12-01T10:00:00Z");
        let plain = seen(TrackingState::InTransit, "2026-12-01T07:00:00Z", Some("2026-12-01T08:00:00Z"));
        let before = next_look(parcel, &plain, &madrid(), now).unwrap();
        let told = Seen { told: Some(now), ..plain };
        let after = next_look(parcel, &told, &madrid(), now).unwrap();
        assert!(
            after.at >= now.plus(9 * HOUR) && after.at > before.at.plus(8 * HOUR),
            "{before:?} {after:?}"
        );
        assert!(after.every > before.every);
    }

    #[test]
    fn a_delivered_parcel_is_looked_at_once_more_unless_the_look_itself_said_so() {
        let parcel = ParcelId::new();
        let now = at("2026-12-01T10:00:00Z");
        let next = |seen: &Seen| next_look(parcel, seen, &madrid(), now);
        let pushed = seen(TrackingState::Delivered, "2026-12-01T09:55:00Z", Some("2026-12-01T08:00:00Z"));
        assert_eq!(next(&pushed).unwrap().at, at("2026-12-01T11:55:00Z"));
        assert_eq!(next(&Seen { looked: Some(now), ..pushed }), None);
        assert_eq!(next(&Seen { since: at("2026-11-01T00:00:00Z"), looked: None, ..pushed }), None);
        assert_eq!(next(&seen(TrackingState::Returned, "2026-12-01T09:55:00Z", None)), None);
        assert_eq!(next(&seen(TrackingState::InTransit, "2026-10-01T09:55:00Z", None)), None, "sixty days");
    }

    #[test]
    fn what_was_never_looked_at_is_due_and_no_look_lies_in_the_past() {
        let now = at("2026-12-01T10:00:00Z");
        let new = seen(TrackingState::Unknown, "2026-12-01T10:00:00Z", None);
        assert_eq!(next_look(ParcelId::new(), &new, &madrid(), now).unwrap().at, now);
        for state in TrackingState::ALL {
            for days in [0, 1, 3, 10, 31, 59] {
                let seen = Seen {
                    state,
                    since: now.plus(-days * 24 * HOUR),
                    looked: Some(now.plus(-90 * 24 * HOUR)),
                    told: None,
                    promised: days % 2 == 0,
                };
                let look = next_look(ParcelId::new(), &seen, &madrid(), now);
                assert!(look.is_none_or(|look| look.at >= now), "{seen:?}");
            }
        }
    }

    #[test]
    fn parcels_that_begin_together_do_not_stay_together() {
        let now = at("2026-12-01T10:00:00Z");
        let moving = seen(TrackingState::InTransit, "2026-12-01T09:00:00Z", Some("2026-12-01T10:00:00Z"));
        let mut by_minute = [0; 40];
        for _ in 0..4000 {
            let look = next_look(ParcelId::new(), &moving, &madrid(), now).unwrap();
            by_minute[usize::try_from(now.minutes_until(look.at) - 180).unwrap()] += 1;
        }
        let (fewest, most) = (by_minute[..36].iter().min().unwrap(), by_minute.iter().max().unwrap());
        assert!(*fewest > 50 && *most < 190, "{by_minute:?}");
    }

    #[test]
    fn a_refused_number_is_tried_rarely() {
        let now = at("2026-12-01T10:00:00Z");
        let days =
            |failures| now.seconds_until(after_refusal(ParcelId::new(), failures, now).at) / (24 * HOUR);
        assert_eq!([1, 2, 3, 4, 40].map(days), [1, 2, 4, 7, 7]);
    }
}
