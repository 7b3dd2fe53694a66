//! What Track Alert tells us: one thing that happened to one parcel. Versions 1 and 2 differ in their headers only; empty texts stand
//! for nothing, and a number may begin with a blank (UPS' own sample does).

use serde::Deserialize;

use super::{
    read::{on_the_wall, stamp, told, window},
    wire::{Place, Status},
};
use crate::{
    clock::{At, Day},
    provider::{
        lenient::{lenient, text},
        wall::{self, compact_day},
    },
    tracking::{Eta, Proof, TrackReport, TrackSource, TrackingState, When},
};

/// One push.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Alert {
    #[serde(deserialize_with = "text")]
    tracking_number: Option<String>,
    #[serde(deserialize_with = "lenient")]
    activity_status: Status,
    #[serde(deserialize_with = "lenient")]
    activity_location: Place,
    #[serde(deserialize_with = "text")]
    local_activity_date: Option<String>,
    #[serde(deserialize_with = "text")]
    local_activity_time: Option<String>,
    #[serde(deserialize_with = "text")]
    gmt_activity_date: Option<String>,
    #[serde(deserialize_with = "text")]
    gmt_activity_time: Option<String>,
    #[serde(deserialize_with = "text")]
    gmt_offset: Option<String>,
    #[serde(deserialize_with = "text")]
    scheduled_delivery_date: Option<String>,
    #[serde(deserialize_with = "text")]
    actual_delivery_date: Option<String>,
    #[serde(deserialize_with = "text")]
    delivery_start_time: Option<String>,
    #[serde(deserialize_with = "text")]
    delivery_end_time: Option<String>,
    #[serde(deserialize_with = "text")]
    received_by: Option<String>,
}

impl Alert {
    /// A body as it came; `None` when it names no parcel or says nothing of it.
    pub fn read(body: &[u8]) -> Option<Self> {
        let alert: Self = serde_json::from_slice(body).ok()?;
        let says = alert.activity_status.kind.is_some() || alert.activity_status.code.is_some();
        (alert.tracking_number.is_some() && says).then_some(alert)
    }

    /// `I OT`, for people who look into the inbox.
    pub fn kind(&self) -> String {
        let Status { kind, code, .. } = &self.activity_status;
        [kind, code].into_iter().filter_map(|word| word.as_deref()).collect::<Vec<_>>().join(" ")
    }

    /// What it says. `heard`: when we heard it, for what has no moment of its own.
    pub fn report(&self, heard: At) -> TrackReport {
        let number = self.tracking_number.as_deref().unwrap_or_default();
        let mut report = TrackReport::new(TrackSource::Ups, "ups", number);
        let (date, time) = (self.local_activity_date.as_deref(), self.local_activity_time.as_deref());
        let greenwich = on_the_wall(self.gmt_activity_date.as_deref(), self.gmt_activity_time.as_deref());
        let offset = self.gmt_offset.as_deref().and_then(wall::offset);
        let when = wall::both(on_the_wall(date, time), greenwich, offset);
        let event = told(&self.activity_status, when, &stamp(date, time), self.activity_location.seen());
        let said = if let When::Moment { at, .. } = when { at } else { heard };
        report.eta = self.scheduled_delivery_date.as_deref().and_then(compact_day).map(|day| Eta {
            day: Day(day),
            window: window(self.delivery_start_time.as_deref(), self.delivery_end_time.as_deref()),
            words: None,
            cause: None,
            told: Some(said),
        });
        if event.state() == TrackingState::Delivered && self.actual_delivery_date.is_some() {
            report.proof = Some(Proof { received_by: self.received_by.clone(), when, ..Proof::default() });
        }
        report.events.push(event);
        report
    }
}
