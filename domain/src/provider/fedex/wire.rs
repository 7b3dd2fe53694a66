//! FedEx's answer and FedEx's push, which hold the same: `completeTrackResults`.

use serde::Deserialize;

use super::read;
use crate::{
    clock::At,
    provider::lenient::{lenient, list, text},
    tracking::TrackReport,
};

/// What FedEx answers or pushes.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// The tracks.
    #[serde(deserialize_with = "lenient")]
    pub output: Output,
    /// Why there are none.
    #[serde(deserialize_with = "list")]
    pub errors: Vec<Flaw>,
}

/// The tracks.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Output {
    /// By number; a number may be there more than once.
    #[serde(deserialize_with = "list")]
    pub complete_track_results: Vec<Complete>,
}

/// All that FedEx knows under one number.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Complete {
    /// The number that was asked for.
    #[serde(deserialize_with = "text")]
    pub tracking_number: Option<String>,
    /// Numbers are used again after some months: then there are several.
    #[serde(deserialize_with = "list")]
    pub track_results: Vec<Track>,
}

/// One parcel's way.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Track {
    /// Which.
    #[serde(deserialize_with = "lenient")]
    pub tracking_number_info: NumberInfo,
    /// The newest word.
    #[serde(deserialize_with = "lenient")]
    pub latest_status_detail: Option<Latest>,
    /// All words.
    #[serde(deserialize_with = "list")]
    pub scan_events: Vec<Scan>,
    /// `ACTUAL_DELIVERY`, `ESTIMATED_DELIVERY`, ….
    #[serde(deserialize_with = "list")]
    pub date_and_times: Vec<Dated>,
    /// When it should arrive.
    #[serde(deserialize_with = "lenient")]
    pub estimated_delivery_time_window: Option<Windowed>,
    /// How it was handed over.
    #[serde(deserialize_with = "lenient")]
    pub delivery_details: Option<Delivery>,
    /// Why there is nothing: a number nobody knows is such an error in an answer of 200.
    #[serde(deserialize_with = "lenient")]
    pub error: Option<Flaw>,
}

/// Which parcel.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct NumberInfo {
    /// The number.
    #[serde(deserialize_with = "text")]
    pub tracking_number: Option<String>,
    /// `245822~123456789012~FDEG`: grows with each new use of the number.
    #[serde(deserialize_with = "text")]
    pub tracking_number_unique_id: Option<String>,
}

/// The newest word.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Latest {
    /// `OD`.
    #[serde(deserialize_with = "text")]
    pub code: Option<String>,
    /// In FedEx's words.
    #[serde(deserialize_with = "text")]
    pub description: Option<String>,
    /// In other words of FedEx's.
    #[serde(deserialize_with = "text")]
    pub status_by_locale: Option<String>,
    /// Where.
    #[serde(deserialize_with = "lenient")]
    pub scan_location: Option<Place>,
    /// Why it is late.
    #[serde(deserialize_with = "lenient")]
    pub delay_detail: Option<Delay>,
    /// Why, with a code of its own.
    #[serde(deserialize_with = "list")]
    pub ancillary_details: Vec<Ancillary>,
}

/// A reason.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Ancillary {
    /// `08`.
    #[serde(deserialize_with = "text")]
    pub reason: Option<String>,
}

/// Why it is late.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Delay {
    /// `WEATHER`.
    #[serde(rename = "type", deserialize_with = "text")]
    pub kind: Option<String>,
    /// `SNOW`.
    #[serde(deserialize_with = "text")]
    pub sub_type: Option<String>,
}

/// One scan.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Scan {
    /// With a zone, usually.
    #[serde(deserialize_with = "text")]
    pub date: Option<String>,
    /// `PU`.
    #[serde(deserialize_with = "text")]
    pub event_type: Option<String>,
    /// What it stands for, more coarsely.
    #[serde(deserialize_with = "text")]
    pub derived_status_code: Option<String>,
    /// In FedEx's words.
    #[serde(deserialize_with = "text")]
    pub event_description: Option<String>,
    /// Why.
    #[serde(deserialize_with = "text")]
    pub exception_code: Option<String>,
    /// Why, in FedEx's words.
    #[serde(deserialize_with = "text")]
    pub exception_description: Option<String>,
    /// Where.
    #[serde(deserialize_with = "lenient")]
    pub scan_location: Option<Place>,
}

/// Where. Streets are left out: they may be somebody's.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Place {
    /// Town.
    #[serde(deserialize_with = "text")]
    pub city: Option<String>,
    /// `WA`.
    #[serde(deserialize_with = "text")]
    pub state_or_province_code: Option<String>,
    /// Postcode.
    #[serde(deserialize_with = "text")]
    pub postal_code: Option<String>,
    /// `US`.
    #[serde(deserialize_with = "text")]
    pub country_code: Option<String>,
}

/// A date with its kind.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Dated {
    /// `ACTUAL_DELIVERY`.
    #[serde(rename = "type", deserialize_with = "text")]
    pub kind: Option<String>,
    /// When.
    #[serde(deserialize_with = "text")]
    pub date_time: Option<String>,
}

/// A window of delivery.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Windowed {
    /// From and until when.
    #[serde(deserialize_with = "lenient")]
    pub window: Window,
}

/// From and until when.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Window {
    /// From.
    #[serde(deserialize_with = "text")]
    pub begins: Option<String>,
    /// Until.
    #[serde(deserialize_with = "text")]
    pub ends: Option<String>,
}

/// How it was handed over.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Delivery {
    /// Who took it.
    #[serde(deserialize_with = "text")]
    pub received_by_name: Option<String>,
    /// Who signed.
    #[serde(deserialize_with = "text")]
    pub signed_by_name: Option<String>,
    /// `Front Door`.
    #[serde(deserialize_with = "text")]
    pub location_description: Option<String>,
    /// How often it was brought; a text.
    #[serde(deserialize_with = "text")]
    pub delivery_attempts: Option<String>,
}

/// What is wrong.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Flaw {
    /// `TRACKING.TRACKINGNUMBER.NOTFOUND`.
    #[serde(deserialize_with = "text")]
    pub code: Option<String>,
    /// In FedEx's words.
    #[serde(deserialize_with = "text")]
    pub message: Option<String>,
}

impl Answer {
    /// A push as it came; `None` when it holds no track.
    pub fn read(body: &[u8]) -> Option<Self> {
        let said: Self = serde_json::from_slice(body).ok()?;
        (!said.output.complete_track_results.is_empty()).then_some(said)
    }

    /// A report for each number, however often it is in here. `told`: when FedEx said so.
    pub fn reports(&self, told: At) -> Vec<TrackReport> {
        read::reports(&self.output.complete_track_results, told)
    }
}
