//! Where a parcel is, in the eight words an order's headline is computed of, and what an order's parcels say together.

use serde::{Deserialize, Serialize};

use crate::{Language, language::say, order::Status};

/// Where a parcel is, in words all carriers share.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
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

    /// Whether the carrier has had it in hand.
    pub const fn has_moved(self) -> bool {
        !matches!(self, Self::Unknown | Self::PreTransit)
    }
}

/// What an order's parcels say together; `None` while none has moved. A problem with one wins; otherwise the least advanced one that
/// is still on its way; `Delivered` only when all are. `Returned` says that one comes back or is back, which is not the order's end.
pub fn roll_up(parcels: &[TrackingStatus]) -> Option<Status> {
    use TrackingStatus::{
        Delayed, Delivered, Exception, OutForDelivery, PreTransit, Returned, Transit, Unknown,
    };
    let any = |wanted: &[TrackingStatus]| parcels.iter().any(|status| wanted.contains(status));
    if !parcels.iter().any(|status| status.has_moved()) {
        None
    } else if any(&[Returned]) {
        Some(Status::Returned)
    } else if any(&[Exception]) {
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
    use super::*;

    #[test]
    fn parcels_roll_up_to_one_headline() {
        use TrackingStatus::*;
        let table: [(&[TrackingStatus], Option<Status>); 10] = [
            (&[], None),
            (&[PreTransit, Unknown], None),
            (&[Transit, PreTransit], Some(Status::Shipped)),
            (&[OutForDelivery, Transit], Some(Status::Shipped)),
            (&[OutForDelivery, Delivered], Some(Status::OutForDelivery)),
            (&[Delivered, PreTransit], Some(Status::Shipped)),
            (&[Delivered, Delivered], Some(Status::Delivered)),
            (&[Delivered, Exception], Some(Status::Exception)),
            (&[Transit, Delayed], Some(Status::Delayed)),
            (&[Exception, Returned], Some(Status::Returned)),
        ];
        for (parcels, expected) in table {
            assert_eq!(roll_up(parcels), expected, "{parcels:?}");
        }
    }
}
