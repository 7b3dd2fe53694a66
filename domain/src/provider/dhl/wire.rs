//! DHL's answers as we read them. Names of people are left where they are, but for who took a parcel.

use serde::Deserialize;

use crate::provider::lenient::{lenient, list, text};

/// What DHL answers.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// Several where divisions use the same number.
    #[serde(deserialize_with = "list")]
    pub shipments: Vec<Shipment>,
}

/// One shipment.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Shipment {
    /// Its number; sometimes as a number.
    #[serde(deserialize_with = "text")]
    pub id: Option<String>,
    /// `express`.
    #[serde(deserialize_with = "text")]
    pub service: Option<String>,
    /// The newest word.
    #[serde(deserialize_with = "lenient")]
    pub status: Option<Event>,
    /// All words; a push may have none.
    #[serde(deserialize_with = "list")]
    pub events: Vec<Event>,
    /// When it should arrive.
    #[serde(deserialize_with = "text")]
    pub estimated_time_of_delivery: Option<String>,
    /// From and until when.
    #[serde(deserialize_with = "lenient")]
    pub estimated_delivery_time_frame: Frame,
    /// `By End of Day`.
    #[serde(deserialize_with = "text")]
    pub estimated_time_of_delivery_remark: Option<String>,
    /// More.
    #[serde(deserialize_with = "lenient")]
    pub details: Details,
}

/// A word.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Event {
    /// With a zone or without.
    #[serde(deserialize_with = "text")]
    pub timestamp: Option<String>,
    /// `pre-transit transit delivered failure unknown`.
    #[serde(deserialize_with = "text")]
    pub status_code: Option<String>,
    /// A word or a sentence, as the division likes.
    #[serde(deserialize_with = "text")]
    pub status: Option<String>,
    /// A sentence.
    #[serde(deserialize_with = "text")]
    pub description: Option<String>,
    /// Where.
    #[serde(deserialize_with = "lenient")]
    pub location: Location,
}

/// Where.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Location {
    /// The address.
    #[serde(deserialize_with = "lenient")]
    pub address: Address,
}

/// An address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Address {
    /// `NL`.
    #[serde(deserialize_with = "text")]
    pub country_code: Option<String>,
    /// Postcode.
    #[serde(deserialize_with = "text")]
    pub postal_code: Option<String>,
    /// Town, sometimes with the street before it.
    #[serde(deserialize_with = "text")]
    pub address_locality: Option<String>,
}

/// From and until when.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Frame {
    /// From.
    #[serde(deserialize_with = "text")]
    pub estimated_from: Option<String>,
    /// Until.
    #[serde(deserialize_with = "text")]
    pub estimated_through: Option<String>,
}

/// More.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Details {
    /// That it was handed over.
    #[serde(deserialize_with = "lenient")]
    pub proof_of_delivery: Option<ProofOfDelivery>,
}

/// That it was handed over.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct ProofOfDelivery {
    /// When.
    #[serde(deserialize_with = "text")]
    pub timestamp: Option<String>,
    /// DHL's paper.
    #[serde(deserialize_with = "text")]
    pub document_url: Option<String>,
    /// To whom.
    #[serde(deserialize_with = "lenient")]
    pub signed: Person,
}

/// To whom.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Person {
    /// `John`.
    #[serde(deserialize_with = "text")]
    pub name: Option<String>,
    /// `Doe`.
    #[serde(deserialize_with = "text")]
    pub family_name: Option<String>,
}

/// Why not (RFC 9457, nearly).
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Flaw {
    /// `No result found`.
    #[serde(deserialize_with = "text")]
    pub title: Option<String>,
    /// A sentence.
    #[serde(deserialize_with = "text")]
    pub detail: Option<String>,
}
