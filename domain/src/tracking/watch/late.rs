//! Late before the promise passes: what tells that a parcel will not be there on the day.

use jiff::{
    ToSpan,
    civil::{DateTime, Time},
};

use crate::{
    clock::Day,
    tracking::{TrackingState, timeline::Headline},
};

/// Why it is, or will be, late.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Late {
    /// The day has passed.
    Overdue {
        /// So many days ago.
        days: i32,
    },
    /// The carrier names a later day now.
    Moved {
        /// That day.
        to: Day,
    },
    /// The carrier says so without a day.
    Said,
    /// It is due tomorrow at the latest and the carrier has not got it.
    NotHandedOver,
    /// It is due today, the afternoon has begun, and it is on no vehicle.
    NotOnVehicle,
}

/// What is known when the question is asked.
#[derive(Debug, Clone, Copy)]
pub struct Outlook {
    /// Where it is.
    pub headline: Headline,
    /// What the customer was promised: the first promise.
    pub promised: Option<Day>,
    /// The promise that stands now.
    pub expected: Option<Day>,
    /// The clock on the wall where it goes.
    pub now: DateTime,
}

/// From this hour on what is not on a vehicle does not come today.
const AFTERNOON: Time = Time::constant(14, 0, 0, 0);

/// Says whether it will be late; `None` also when nothing was promised, when it has arrived or waits to be fetched, and when it comes back.
pub fn late(outlook: &Outlook) -> Option<Late> {
    use TrackingState::{
        AvailableForPickup, Delayed, Delivered, Failed, OutForDelivery, Returned, Returning,
    };
    let state = outlook.headline.meaning.state;
    if matches!(state, Delivered | Returned | Returning | Failed | AvailableForPickup) {
        return None;
    }
    let today = outlook.now.date();
    let promised = outlook.promised.map(|day| day.0);
    if let Some(promised) = promised.filter(|promised| *promised < today) {
        let days = promised.until(today).map_or(0, |span| span.get_days());
        return Some(Late::Overdue { days });
    }
    if let Some(to) = outlook.expected.filter(|to| promised.is_some_and(|promised| to.0 > promised)) {
        return Some(Late::Moved { to });
    }
    if state == Delayed {
        return Some(Late::Said);
    }
    let promised = promised?;
    if !state.has_moved() && promised <= today.saturating_add(1.day()) {
        return Some(Late::NotHandedOver);
    }
    let afternoon = promised == today && outlook.now.time() >= AFTERNOON;
    (afternoon && state != OutForDelivery).then_some(Late::NotOnVehicle)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tracking::Meaning;

    #[test]
    fn lateness_is_seen_before_the_promise_passes() {
        use TrackingState::*;
        let day = |day: &str| Day(day.parse().unwrap());
        let table = [
            // promised, expected, now, state
            ("2026-12-03", "2026-12-03", "2026-12-01T10:00:00", InTransit, None),
            (
                "2026-12-03",
                "2026-12-04",
                "2026-12-01T10:00:00",
                InTransit,
                Some(Late::Moved { to: day("2026-12-04") }),
            ),
            ("2026-12-03", "2026-12-02", "2026-12-01T10:00:00", InTransit, None),
            ("2026-12-03", "2026-12-03", "2026-12-01T10:00:00", Delayed, Some(Late::Said)),
            ("2026-12-03", "2026-12-03", "2026-12-01T10:00:00", PreTransit, None),
            ("2026-12-03", "2026-12-03", "2026-12-02T10:00:00", PreTransit, Some(Late::NotHandedOver)),
            ("2026-12-03", "2026-12-03", "2026-12-03T13:59:00", InTransit, None),
            ("2026-12-03", "2026-12-03", "2026-12-03T14:00:00", InTransit, Some(Late::NotOnVehicle)),
            ("2026-12-03", "2026-12-03", "2026-12-03T18:00:00", OutForDelivery, None),
            (
                "2026-12-03",
                "2026-12-03",
                "2026-12-04T00:00:00",
                OutForDelivery,
                Some(Late::Overdue { days: 1 }),
            ),
            ("2026-12-03", "2026-12-09", "2026-12-08T09:00:00", InTransit, Some(Late::Overdue { days: 5 })),
            ("2026-12-03", "2026-12-03", "2026-12-09T00:00:00", AvailableForPickup, None),
            ("2026-12-03", "2026-12-03", "2026-12-09T00:00:00", Delivered, None),
            ("2026-12-03", "2026-12-03", "2026-12-09T00:00:00", Returning, None),
        ];
        for (promised, expected, now, state, wanted) in table {
            let outlook = Outlook {
                headline: Headline { meaning: Meaning::of(state), ..Headline::default() },
                promised: Some(day(promised)),
                expected: Some(day(expected)),
                now: now.parse().unwrap(),
            };
            assert_eq!(late(&outlook), wanted, "{promised} {expected} {now} {state:?}");
        }
    }

    #[test]
    fn without_a_promise_only_the_carriers_own_word_counts() {
        let outlook = |state| Outlook {
            headline: Headline { meaning: Meaning::of(state), ..Headline::default() },
            promised: None,
            expected: None,
            now: "2026-12-03T18:00:00".parse().unwrap(),
        };
        assert_eq!(late(&outlook(TrackingState::InTransit)), None);
        assert_eq!(late(&outlook(TrackingState::Delayed)), Some(Late::Said));
    }
}
