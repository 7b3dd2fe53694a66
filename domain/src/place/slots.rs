//! The times an order can be for: opening hours cut into slots of one length.

use super::{Opening, Place};
use crate::clock::At;

/// Longest stretch of opening hours: from this long before a moment on, every stretch is seen from its very beginning.
const LOOK_BACK: i64 = 2 * 24 * 3600;

/// Beginning and end of a slot.
pub type Slot = (At, At);

/// The slots that begin from one moment on and before another. Each stretch of opening hours begins with one; the rest of a stretch
/// that is too short for a slot has none.
pub fn slots(opening: &Opening, minutes: i32, from: At, until: At) -> impl Iterator<Item = Slot> + '_ {
    let long = i64::from(minutes.max(1)) * 60;
    let stretches = opening.stretches(from.plus(-LOOK_BACK));
    stretches
        .take_while(move |(begins, _)| *begins < until)
        .flat_map(move |(begins, ends)| {
            let first = begins.seconds_until(from).max(0).div_euclid(long);
            let nth = move |n: i64| (begins.plus(n * long), begins.plus((n + 1) * long));
            (first..).map(nth).take_while(move |slot| slot.1 <= ends)
        })
        .filter(move |slot| from <= slot.0 && slot.0 < until)
}

impl Place {
    /// The slots that can be taken at a moment, whether or not they are full. None where the place works without slots.
    pub fn open_slots(&self, now: At) -> impl Iterator<Item = Slot> + '_ {
        let from = now.plus(i64::from(self.lead_minutes) * 60);
        slots(&self.opening, self.slot_minutes.unwrap_or(1), from, self.last_day_ends(now))
            .take_while(|_| self.slot_minutes.is_some())
    }

    /// Midnight, in the place's own zone, after the last day that can be ordered for.
    fn last_day_ends(&self, now: At) -> At {
        let zone = self.opening.zone();
        let today = now.0.to_zoned(zone.clone()).date();
        let days = jiff::Span::new().days(i64::from(self.days_ahead) + 1);
        let midnight = today.checked_add(days).ok().and_then(|day| day.to_zoned(zone.clone()).ok());
        midnight.map_or(now, |midnight| At(midnight.timestamp()))
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use jiff::tz::TimeZone;
    use proptest::prelude::*;

    use super::*;

    fn at(text: &str) -> At {
        At(text.parse().unwrap())
    }

    fn daily(zone: &str, hours: &[&str]) -> Opening {
        let day: Vec<_> = hours.iter().map(|hours| hours.parse().unwrap()).collect();
        Opening::new(TimeZone::get(zone).unwrap(), std::array::from_fn(|_| day.clone()), BTreeSet::new())
    }

    #[test]
    fn slots_fill_the_opening_hours_and_no_more() {
        let opening = daily("Europe/London", &["12:00-14:10", "18:00-19:00"]);
        let day = (at("2026-11-26T00:00:00Z"), at("2026-11-27T00:00:00Z"));
        let begin: Vec<_> =
            slots(&opening, 30, day.0, day.1).map(|slot| slot.0.0.strftime("%H:%M").to_string()).collect();
        assert_eq!(begin, ["12:00", "12:30", "13:00", "13:30", "18:00", "18:30"]);
    }

    #[test]
    fn slots_stay_where_they_are_whenever_one_looks() {
        let opening = daily("Europe/London", &["10:07-22:00"]);
        let noon = at("2026-11-26T12:00:00Z");
        let first = slots(&opening, 20, noon, noon.plus(86_400)).next().unwrap();
        assert_eq!(first, (at("2026-11-26T12:07:00Z"), at("2026-11-26T12:27:00Z")));
    }

    proptest! {
        #[test]
        fn a_slot_is_one_from_wherever_it_is_seen(
            second in 1_767_225_600_i64..1_798_675_200, later in 0_i64..200_000, minutes in 5_i32..600,
        ) {
            // Across both changes of the clocks, past midnight, and without a break.
            for opening in [daily("Europe/London", &["18:00-03:00"]), Opening::always()] {
                let from = At(jiff::Timestamp::from_second(second).unwrap());
                let until = from.plus(400_000);
                let all: Vec<_> = slots(&opening, minutes, from, until).collect();
                let seen: Vec<_> = slots(&opening, minutes, from.plus(later), until).collect();
                let rest: Vec<_> = all.iter().copied().filter(|slot| slot.0 >= from.plus(later)).collect();
                prop_assert_eq!(seen, rest);
                for pair in all.windows(2) {
                    prop_assert!(pair[0].1 <= pair[1].0);
                }
                for (begins, ends) in all {
                    prop_assert_eq!(opening.open_between(begins, ends), i64::from(minutes) * 60);
                }
            }
        }
    }
}
