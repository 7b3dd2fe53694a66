//! UPS' answers as we read them.

use serde::Deserialize;

use crate::provider::lenient::{lenient, list, text};

/// `trackResponse`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Answer {
    /// What is inside.
    #[serde(deserialize_with = "lenient")]
    pub track_response: Response,
}

/// What is inside.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Response {
    /// Several where a number was used again.
    #[serde(deserialize_with = "list")]
    pub shipment: Vec<Shipment>,
}

/// A shipment.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Shipment {
    /// Its parcels.
    #[serde(deserialize_with = "list")]
    pub package: Vec<Package>,
    /// `TW0001` for a number nobody knows.
    #[serde(deserialize_with = "list")]
    pub warnings: Vec<Flaw>,
}

/// One parcel.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Package {
    /// Its number.
    #[serde(deserialize_with = "text")]
    pub tracking_number: Option<String>,
    /// The newest word.
    #[serde(deserialize_with = "lenient")]
    pub current_status: Option<Status>,
    /// What happened, newest first.
    #[serde(deserialize_with = "list")]
    pub activity: Vec<Activity>,
    /// When it should arrive, or did.
    #[serde(deserialize_with = "list")]
    pub delivery_date: Vec<DeliveryDate>,
    /// At which hour.
    #[serde(deserialize_with = "lenient")]
    pub delivery_time: Option<DeliveryTime>,
    /// How it was handed over.
    #[serde(deserialize_with = "lenient")]
    pub delivery_information: Option<Delivery>,
    /// Where it can be fetched.
    #[serde(deserialize_with = "lenient")]
    pub access_point_information: Option<AccessPoint>,
}

/// A word.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Status {
    /// `I`.
    #[serde(rename = "type", deserialize_with = "text")]
    pub kind: Option<String>,
    /// `OT`.
    #[serde(deserialize_with = "text")]
    pub code: Option<String>,
    /// In UPS' words.
    #[serde(deserialize_with = "text")]
    pub description: Option<String>,
    /// In plainer words.
    #[serde(deserialize_with = "text")]
    pub simplified_text_description: Option<String>,
}

/// What happened.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Activity {
    /// `20210210`, on the wall there.
    #[serde(deserialize_with = "text")]
    pub date: Option<String>,
    /// `071356`.
    #[serde(deserialize_with = "text")]
    pub time: Option<String>,
    /// The same in Greenwich.
    #[serde(deserialize_with = "text")]
    pub gmt_date: Option<String>,
    /// The same in Greenwich; UPS' own sample has lost its first nought.
    #[serde(deserialize_with = "text")]
    pub gmt_time: Option<String>,
    /// `-05:00`.
    #[serde(deserialize_with = "text")]
    pub gmt_offset: Option<String>,
    /// Where.
    #[serde(deserialize_with = "lenient")]
    pub location: Location,
    /// What.
    #[serde(deserialize_with = "lenient")]
    pub status: Status,
}

/// Where.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Location {
    /// The address.
    #[serde(deserialize_with = "lenient")]
    pub address: Place,
}

/// An address. Streets are left out: they may be somebody's.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Place {
    /// Town.
    #[serde(deserialize_with = "text")]
    pub city: Option<String>,
    /// `NJ`.
    #[serde(deserialize_with = "text")]
    pub state_province: Option<String>,
    /// Postcode.
    #[serde(deserialize_with = "text")]
    pub postal_code: Option<String>,
    /// `US`, where it is asked for.
    #[serde(deserialize_with = "text")]
    pub country_code: Option<String>,
    /// `US`, where it is told.
    #[serde(deserialize_with = "text")]
    pub country: Option<String>,
}

/// When it should arrive, or did.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct DeliveryDate {
    /// `SDD` planned, `RDD` planned anew, `DEL` delivered.
    #[serde(rename = "type", deserialize_with = "text")]
    pub kind: Option<String>,
    /// `20240423`.
    #[serde(deserialize_with = "text")]
    pub date: Option<String>,
}

/// At which hour.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct DeliveryTime {
    /// `EDW`, `CDW`, `IDW` windows; `CMT` by then; `EOD` some time; `DEL` delivered.
    #[serde(rename = "type", deserialize_with = "text")]
    pub kind: Option<String>,
    /// `150000`.
    #[serde(deserialize_with = "text")]
    pub start_time: Option<String>,
    /// `170000`.
    #[serde(deserialize_with = "text")]
    pub end_time: Option<String>,
}

/// How it was handed over. The picture and the signature are not asked for.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Delivery {
    /// Who took it.
    #[serde(deserialize_with = "text")]
    pub received_by: Option<String>,
    /// `Front Door`.
    #[serde(deserialize_with = "text")]
    pub location: Option<String>,
}

/// Where it can be fetched.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct AccessPoint {
    /// Until when.
    #[serde(deserialize_with = "text")]
    pub pickup_by_date: Option<String>,
}

/// Why not.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Errors {
    /// Mostly here.
    #[serde(deserialize_with = "lenient")]
    pub response: Inner,
    /// Or here.
    #[serde(deserialize_with = "list")]
    pub errors: Vec<Flaw>,
}

/// Why not, inside.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Inner {
    /// The first says it.
    #[serde(deserialize_with = "list")]
    pub errors: Vec<Flaw>,
}

/// What is wrong.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Flaw {
    /// `TV1002`.
    #[serde(deserialize_with = "text")]
    pub code: Option<String>,
    /// In UPS' words.
    #[serde(deserialize_with = "text")]
    pub message: Option<String>,
}

/// What became of numbers we asked to be told of.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Subscription {
    /// Taken.
    #[serde(deserialize_with = "list")]
    pub valid_tracking_numbers: Vec<String>,
    /// Not taken.
    #[serde(deserialize_with = "list")]
    pub invalid_tracking_numbers: Vec<String>,
}
