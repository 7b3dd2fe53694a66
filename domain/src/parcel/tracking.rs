//! What carriers say of a parcel, merged so that the order of telling does not matter, and what an order's parcels say together.

use serde::{Deserialize, Serialize};

use crate::{Language, language::say, order::Status};

/// Where a parcel is, in words all carriers share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(
    feature = "ssr",
    derive(sqlx::Type),
    sqlx(type_name = "tracking_status", rename_all = "snake_case")
)]
#[serde(rename_all = "snake_case")]
pub enum TrackingStatus {
    /// Nobody has said anything, or nothing we understand.
    #[default]
    Unknown,
    /// The carrier knows of it and has not got it.
    PreTransit,
    /// On its way.
    Transit,
    /// On the last vehicle, or waiting to be collected.
    OutForDelivery,
    /// On its way, later than planned.
    Delayed,
    /// Somebody has to act: address, customs, damage, a missed delivery.
    Exception,
    /// The customer has it.
    Delivered,
    /// On its way back to us, or back.
    Returned,
}

impl TrackingStatus {
    /// All eight.
    pub const ALL: [Self; 8] = [
        Self::Unknown,
        Self::PreTransit,
        Self::Transit,
        Self::OutForDelivery,
        Self::Delayed,
        Self::Exception,
        Self::Delivered,
        Self::Returned,
    ];

    /// The word as it stands in JSON and PostgreSQL.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Unknown => "unknown",
            Self::PreTransit => "pre_transit",
            Self::Transit => "transit",
            Self::OutForDelivery => "out_for_delivery",
            Self::Delayed => "delayed",
            Self::Exception => "exception",
            Self::Delivered => "delivered",
            Self::Returned => "returned",
        }
    }

    /// The status of a word; `None` for any other word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.as_str() == word)
    }

    /// The word people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("tracking-{}", self.as_str().replace('_', "-")))
    }

    /// The same, closer where Shippo's finer word says what nobody would guess: that it waits to be collected.
    pub fn say_closely(self, code: Option<&str>, language: Language) -> String {
        match (self, code) {
            (Self::OutForDelivery, Some("pickup_available")) => say(language, "tracking-pickup"),
            _ => self.say(language),
        }
    }

    /// Whether the carrier has had it in hand.
    pub const fn has_moved(self) -> bool {
        !matches!(self, Self::Unknown | Self::PreTransit)
    }

    /// How far it has come, whatever the date: ends beat what is under way, what has moved beats what has not. Delivered is never
    /// taken back by a carrier's later word.
    const fn reach(self) -> u8 {
        match self {
            Self::Delivered => 3,
            Self::Returned => 2,
            moved if moved.has_moved() => 1,
            _ => 0,
        }
    }
}

/// One piece of news about a parcel. The believed one is the greatest: by reach, by the carrier's time, by rank, by the news' own key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tracking<T> {
    /// Where it is.
    pub status: TrackingStatus,
    /// When, by the carrier's clock; news without a time loses against news with one.
    pub at: Option<T>,
    /// What tells this news from other news of the same moment.
    pub key: String,
}

impl<T: Ord + Copy> Tracking<T> {
    /// Whether this news replaces what was believed. Taking the greatest is associative, commutative and idempotent: any
    /// permutation and any repetition of the same news ends with the same belief.
    pub fn beats(&self, believed: &Self) -> bool {
        self.weight() > believed.weight()
    }

    fn weight(&self) -> (u8, Option<T>, TrackingStatus, &str) {
        (self.status.reach(), self.at, self.status, &self.key)
    }
}

/// What an order's parcels say together; `None` while none has moved. A problem with one wins; otherwise the least advanced one that
/// is still on its way; `Delivered` only when all are.
pub fn roll_up(parcels: &[TrackingStatus]) -> Option<Status> {
    use TrackingStatus::{
        Delayed, Delivered, Exception, OutForDelivery, PreTransit, Returned, Transit, Unknown,
    };
    let any = |wanted: &[TrackingStatus]| parcels.iter().any(|status| wanted.contains(status));
    if !parcels.iter().any(|status| status.has_moved()) {
        None
    } else if any(&[Exception, Returned]) {
        Some(Status::Exception)
    } else if any(&[Delayed]) {
        Some(Status::Delayed)
    } else if parcels.iter().all(|status| *status == Delivered) {
        Some(Status::Delivered)
    } else if any(&[Transit]) {
        Some(Status::Shipped)
    } else if any(&[OutForDelivery]) {
        Some(Status::OutForDelivery)
    } else {
        // Some arrived; the others (`Unknown`, `PreTransit`) have not begun.
        debug_assert!(any(&[Unknown, PreTransit]));
        Some(Status::Shipped)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn parcels_roll_up_to_one_headline() {
        use TrackingStatus::*;
        let table: [(&[TrackingStatus], Option<Status>); 9] = [
            (&[], None),
            (&[PreTransit, Unknown], None),
            (&[Transit, PreTransit], Some(Status::Shipped)),
            (&[OutForDelivery, Transit], Some(Status::Shipped)),
            (&[OutForDelivery, Delivered], Some(Status::OutForDelivery)),
            (&[Delivered, PreTransit], Some(Status::Shipped)),
            (&[Delivered, Delivered], Some(Status::Delivered)),
            (&[Delivered, Exception], Some(Status::Exception)),
            (&[Transit, Delayed], Some(Status::Delayed)),
        ];
        for (parcels, expected) in table {
            assert_eq!(roll_up(parcels), expected, "{parcels:?}");
        }
    }

    fn news() -> impl Strategy<Value = Vec<Tracking<i64>>> {
        let one = (0_usize..8, prop::option::of(0_i64..4), 0_u8..3).prop_map(|(status, at, key)| Tracking {
            status: TrackingStatus::ALL[status],
            at,
            key: key.to_string(),
        });
        prop::collection::vec(one, 1..8)
    }

    fn believe(news: &[Tracking<i64>]) -> Tracking<i64> {
        let mut believed = Tracking { status: TrackingStatus::Unknown, at: None, key: String::new() };
        for heard in news {
            if heard.beats(&believed) {
                believed = heard.clone();
            }
        }
        believed
    }

    proptest! {
        /// Any permutation and any repetition of what carriers say ends with the same belief, and delivered stays delivered.
        #[test]
        fn the_order_of_telling_does_not_matter(all in news(), seed in any::<u64>()) {
            let mut other = all.clone();
            let length = other.len();
            for i in 0..length {
                other.swap(i, (seed as usize).wrapping_mul(i + 3) % length);
            }
            other.extend_from_slice(&all);
            prop_assert_eq!(believe(&all), believe(&other));
            if all.iter().any(|heard| heard.status == TrackingStatus::Delivered) {
                prop_assert_eq!(believe(&all).status, TrackingStatus::Delivered);
            }
        }
    }
}
