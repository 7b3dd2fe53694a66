//! When something happened: a moment to sort by, and the clock on the wall there to show.

use jiff::{
    civil::{DateTime, Time},
    tz::{Offset, TimeZone},
};

use super::zone;
use crate::{
    clock::At,
    tracking::{CarrierEvent, TrackSource, When},
};

/// When something happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Moment {
    /// The moment, as well as it is known.
    pub at: At,
    /// Whether the moment is certain: told as one, or its place settles the zone. If not, `at` reads the wall's clock as UTC.
    pub exact: bool,
    /// The clock on the wall there; UTC's where nobody knows the place.
    pub wall: DateTime,
}

/// When it happened; `None` when nobody said.
pub fn moment(source: TrackSource, event: &CarrierEvent) -> Option<Moment> {
    let there = event.place.as_ref().and_then(zone).or_else(|| home(source));
    match event.when {
        When::Unsaid => None,
        When::Moment { at, offset } => {
            let told = offset.and_then(|minutes| Offset::from_seconds(i32::from(minutes) * 60).ok());
            let shown = told.map(TimeZone::fixed).or(there).unwrap_or(TimeZone::UTC);
            Some(Moment { at, exact: true, wall: at.0.to_zoned(shown).datetime() })
        }
        When::Local(wall) => Some(read(wall, there)),
        // A day begins with what comes before the way and ends with what is on it.
        When::Day(day) => {
            let hour =
                if event.state().has_moved() { Time::constant(23, 59, 59, 0) } else { Time::midnight() };
            Some(Moment { exact: false, ..read(day.0.to_datetime(hour), there) })
        }
    }
}

/// Correos tells Spanish time wherever the parcel is (`providers.md` §4.4).
fn home(source: TrackSource) -> Option<TimeZone> {
    (source == TrackSource::Correos).then(|| TimeZone::get("Europe/Madrid").ok()).flatten()
}

fn read(wall: DateTime, zone: Option<TimeZone>) -> Moment {
    let exact = zone.is_some();
    let zone = zone.unwrap_or(TimeZone::UTC);
    // An hour that a change of clocks skips or repeats is read as the clocks before the change would.
    let at = zone.to_ambiguous_timestamp(wall).compatible().map_or(At(jiff::Timestamp::MIN), At);
    Moment { at, exact, wall }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        clock::Day,
        tracking::{Meaning, ScanPlace, TrackingState},
    };

    fn event(when: When, country: &str, state: TrackingState) -> CarrierEvent {
        CarrierEvent {
            key: String::new(),
            code: None,
            sub_code: None,
            words: None,
            language: None,
            when,
            place: Some(ScanPlace { country: Some(country.to_owned()), ..ScanPlace::default() }),
            meaning: Some(Meaning::of(state)),
        }
    }

    #[test]
    fn a_local_time_is_a_moment_where_the_place_is_known() {
        let wall: DateTime = "2026-07-01T09:00:00".parse().unwrap();
        let told = |country, source| {
            moment(source, &event(When::Local(wall), country, TrackingState::InTransit)).unwrap()
        };
        let berlin = told("DE", TrackSource::Dhl);
        assert_eq!((berlin.at.rfc3339().as_str(), berlin.exact), ("2026-07-01T07:00:00Z", true));
        let somewhere = told("US", TrackSource::Dhl);
        assert_eq!((somewhere.at.rfc3339().as_str(), somewhere.exact), ("2026-07-01T09:00:00Z", false));
        assert_eq!(told("XX", TrackSource::Correos).at.rfc3339(), "2026-07-01T07:00:00Z", "Madrid");
        assert_eq!(somewhere.wall, wall, "what is shown is what was told");
    }

    #[test]
    fn a_moment_is_shown_on_the_wall_it_was_told_on() {
        let at = At("2026-07-01T07:00:00Z".parse().unwrap());
        let shown = |offset, country| {
            let told = event(When::Moment { at, offset }, country, TrackingState::InTransit);
            moment(TrackSource::Fedex, &told).unwrap().wall.to_string()
        };
        assert_eq!(shown(Some(-420), "DE"), "2026-07-01T00:00:00", "the offset it came with");
        assert_eq!(shown(None, "DE"), "2026-07-01T09:00:00", "its place");
        assert_eq!(shown(None, "XX"), "2026-07-01T07:00:00", "nobody knows");
    }

    #[test]
    fn a_day_begins_with_the_label_and_ends_with_the_delivery() {
        let day = When::Day(Day("2026-07-01".parse().unwrap()));
        let at = |state| moment(TrackSource::Ups, &event(day, "DE", state)).unwrap().at;
        assert!(at(TrackingState::PreTransit) < at(TrackingState::Delivered));
    }
}
