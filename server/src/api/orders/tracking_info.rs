//! Where a parcel is, in the seed's words (`TrackingInfo`).

use domain::{
    clock::{At, Day},
    order::TrackedParcel,
    tracking::{Cause, TrackingState},
};
use serde::Serialize;
use utoipa::ToSchema;

/// Where a parcel is.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
pub(super) struct TrackingInfo {
    /// The carrier's number.
    pub(super) tracking_number: Option<String>,
    /// As people write it.
    carrier: Option<String>,
    /// The carrier's page.
    tracking_url: Option<String>,
    /// Where it is.
    state: TrackingState,
    /// Where that was.
    current_location: Option<String>,
    /// The day on which the carrier expects to hand it over.
    estimated_delivery: Option<Day>,
    /// What was tried at the door, first to last.
    delivery_attempts: Vec<DeliveryAttempt>,
    /// When the carrier last said so, by its clock.
    last_sync: Option<At>,
}

/// One try at the door.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "camelCase")]
struct DeliveryAttempt {
    /// From 1.
    attempt_number: usize,
    /// When.
    attempt_date: At,
    /// What came of it.
    status: AttemptStatus,
    /// Why not, where the carrier says so.
    reason: Option<Cause>,
}

/// What came of a try.
#[derive(Debug, Serialize, ToSchema)]
#[serde(rename_all = "snake_case")]
enum AttemptStatus {
    /// Nobody took it.
    Attempted,
    /// It was taken.
    Successful,
    /// It will not be tried again.
    Failed,
}

impl AttemptStatus {
    const fn of(state: TrackingState) -> Option<Self> {
        match state {
            TrackingState::Attempted => Some(Self::Attempted),
            TrackingState::Delivered => Some(Self::Successful),
            TrackingState::Failed => Some(Self::Failed),
            _ => None,
        }
    }
}

impl From<TrackedParcel> for TrackingInfo {
    fn from(parcel: TrackedParcel) -> Self {
        let tries = parcel.scans.iter().rev().filter_map(|scan| {
            let status = AttemptStatus::of(scan.meaning.state)?;
            Some((scan.at, status, scan.meaning.cause))
        });
        let delivery_attempts = tries
            .enumerate()
            .map(|(before, (attempt_date, status, reason))| DeliveryAttempt {
                attempt_number: before + 1,
                attempt_date,
                status,
                reason,
            })
            .collect();
        let current_location = parcel
            .scans
            .first()
            .and_then(|scan| scan.place.as_ref())
            .and_then(domain::tracking::ScanPlace::spell);
        Self {
            delivery_attempts,
            current_location,
            tracking_number: parcel.tracking_number,
            carrier: parcel.carrier,
            tracking_url: parcel.tracking_url,
            state: parcel.meaning.state,
            estimated_delivery: parcel.eta.map(Day),
            last_sync: parcel.at,
        }
    }
}
