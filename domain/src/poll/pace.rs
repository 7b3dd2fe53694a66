//! How often a carrier is asked where a parcel is, by how near to its door it is and how long nothing was said of it.

use crate::tracking::TrackingState;

const DAY: i64 = 24 * 3600;
/// What was silent for so long is looked at daily.
const SILENT: i64 = 30 * DAY;
/// What was silent for so long is over.
const OVER: i64 = 60 * DAY;
/// Whom its carrier tells of by itself is looked at so much more rarely, daily at the least: pushes get lost.
const TOLD: i32 = 3;

/// How often.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Pace {
    /// On the last vehicle.
    Near,
    /// Lies where it can be fetched.
    Waiting,
    /// On its way.
    Moving,
    /// Late, missed, coming back.
    Troubled,
    /// Announced, and not there yet.
    Announced,
    /// Announced days ago.
    Fading,
    /// Silent for weeks.
    Rare,
}

impl Pace {
    /// All of them.
    pub const ALL: [Self; 7] =
        [Self::Near, Self::Waiting, Self::Moving, Self::Troubled, Self::Announced, Self::Fading, Self::Rare];

    /// Of a parcel in this state of which nothing new was said for so many seconds; `None` when nobody looks any more.
    pub const fn of(state: TrackingState, quiet: i64) -> Option<Self> {
        use TrackingState as S;
        if state.is_end() || quiet >= OVER {
            return None;
        }
        if quiet >= SILENT {
            return Some(Self::Rare);
        }
        Some(match state {
            S::OutForDelivery => Self::Near,
            S::AvailableForPickup => Self::Waiting,
            S::PickedUp | S::InTransit => Self::Moving,
            S::Delayed | S::Attempted | S::Failed | S::Returning => Self::Troubled,
            S::Unknown | S::PreTransit | S::Delivered | S::Returned if quiet < 2 * DAY => Self::Announced,
            S::Unknown | S::PreTransit | S::Delivered | S::Returned if quiet < 7 * DAY => Self::Fading,
            S::Unknown | S::PreTransit | S::Delivered | S::Returned => Self::Rare,
        })
    }

    /// Seconds between two looks, where the quota allows; `told`: its carrier tells of it by itself.
    pub const fn every(self, told: bool) -> i32 {
        let plain = match self {
            Self::Near => 1500,
            Self::Waiting => 7200,
            Self::Moving => 10_800,
            Self::Troubled => 14_400,
            Self::Announced => 21_600,
            Self::Fading => 43_200,
            Self::Rare => 86_400,
        };
        let rarer = if told { plain * TOLD } else { plain };
        if rarer < 86_400 { rarer } else { 86_400 }
    }
}

/// Every interval there is: the lines in which parcels stand.
pub const LINES: [i32; 10] = [1500, 4500, 7200, 10_800, 14_400, 21_600, 32_400, 43_200, 64_800, 86_400];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nearer_is_oftener_and_what_ended_or_is_silent_for_sixty_days_is_not_looked_at() {
        let every = |state, days: i64| Pace::of(state, days * DAY).map(|pace| pace.every(false));
        use TrackingState as S;
        let order = [S::OutForDelivery, S::AvailableForPickup, S::InTransit, S::Delayed, S::PreTransit];
        assert!(order.map(|state| every(state, 0).unwrap()).is_sorted());
        let announced = [0, 1, 2, 6, 7, 29, 59].map(|days| every(S::PreTransit, days).unwrap());
        assert!(announced.is_sorted() && announced[0] < announced[4], "{announced:?}");
        for state in S::ALL {
            assert_eq!(every(state, 60), None, "{state:?}");
            assert_eq!(every(state, 45), (!state.is_end()).then_some(86_400), "{state:?}");
            assert_eq!(every(state, 0).is_none(), state.is_end(), "{state:?}");
        }
    }

    #[test]
    fn every_interval_is_a_line_and_who_is_told_of_stands_in_a_slower_one() {
        for pace in Pace::ALL {
            for told in [false, true] {
                assert!(LINES.contains(&pace.every(told)), "{pace:?}");
            }
            assert!(pace.every(true) > pace.every(false) || pace == Pace::Rare, "{pace:?}");
        }
        assert!(LINES.is_sorted());
    }
}
