//! Shippo's objects as we read them: only the fields we use, all of them optional.

use jiff::civil::Date;
use serde::Deserialize;

use super::lenient::{self, day, id, lenient, text};
use crate::{clock::At, money::Money};

/// A list.
#[derive(Debug, Clone, Deserialize)]
#[serde(default)]
pub struct Page<T> {
    /// This page's.
    pub results: Vec<T>,
}

impl<T> Default for Page<T> {
    fn default() -> Self {
        Self { results: Vec::new() }
    }
}

/// What Shippo or a carrier says, in its own words.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Message {
    /// Who: `UPS`.
    #[serde(deserialize_with = "text")]
    pub source: Option<String>,
    /// Often empty.
    #[serde(deserialize_with = "text")]
    pub code: Option<String>,
    /// The sentence.
    #[serde(deserialize_with = "text")]
    pub text: Option<String>,
}

/// All sentences as one, for staff.
pub fn sentence(messages: &[Message]) -> Option<String> {
    let said: Vec<_> = messages
        .iter()
        .filter_map(|message| {
            let text = message.text.as_deref().or(message.code.as_deref())?;
            Some(match message.source.as_deref() {
                Some(source) => format!("{source}: {text}"),
                None => text.to_owned(),
            })
        })
        .collect();
    (!said.is_empty()).then(|| said.join("; "))
}

/// An address with what Shippo thinks of it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Address {
    /// Its id.
    #[serde(deserialize_with = "text")]
    pub object_id: Option<String>,
    /// Street and number.
    #[serde(deserialize_with = "text")]
    pub street1: Option<String>,
    /// Flat, floor.
    #[serde(deserialize_with = "text")]
    pub street2: Option<String>,
    /// Town.
    #[serde(deserialize_with = "text")]
    pub city: Option<String>,
    /// Province.
    #[serde(deserialize_with = "text")]
    pub state: Option<String>,
    /// Postcode.
    #[serde(deserialize_with = "text")]
    pub zip: Option<String>,
    /// ISO 3166-1 alpha-2.
    #[serde(deserialize_with = "text")]
    pub country: Option<String>,
    /// Whether it exists.
    #[serde(deserialize_with = "lenient")]
    pub validation_results: Validation,
}

/// What Shippo thinks of an address; empty where the country is not covered.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Validation {
    /// `None` when nobody looked.
    #[serde(deserialize_with = "lenient")]
    pub is_valid: Option<bool>,
    /// Why not, or what was corrected.
    #[serde(deserialize_with = "lenient")]
    pub messages: Vec<Message>,
}

/// A shipment with its rates.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Shipment {
    /// Its id.
    #[serde(deserialize_with = "text")]
    pub object_id: Option<String>,
    /// When it was quoted.
    #[serde(deserialize_with = "text")]
    pub object_created: Option<String>,
    /// `ERROR QUEUED SUCCESS WAITING`.
    #[serde(deserialize_with = "text")]
    pub status: Option<String>,
    /// What it can be sent by.
    #[serde(deserialize_with = "lenient")]
    pub rates: Vec<Rate>,
    /// Why a carrier offers nothing.
    #[serde(deserialize_with = "lenient")]
    pub messages: Vec<Message>,
}

impl Shipment {
    /// When it was quoted.
    pub fn created(&self) -> Option<At> {
        lenient::moment(self.object_created.as_deref()?)
    }
}

/// One service at one price.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Rate {
    /// What is bought; changes with every shipment.
    #[serde(deserialize_with = "text")]
    pub object_id: Option<String>,
    /// In the sender's currency, as a decimal.
    #[serde(deserialize_with = "text")]
    pub amount: Option<String>,
    /// The sender's.
    #[serde(deserialize_with = "text")]
    pub currency: Option<String>,
    /// The carrier's name for people.
    #[serde(deserialize_with = "text")]
    pub provider: Option<String>,
    /// The service.
    #[serde(deserialize_with = "lenient")]
    pub servicelevel: ServiceLevel,
    /// On the way, about.
    #[serde(deserialize_with = "lenient")]
    pub estimated_days: Option<i32>,
    /// The same in recordings of 2017.
    #[serde(deserialize_with = "lenient")]
    pub days: Option<i32>,
    /// The contract it goes by.
    #[serde(deserialize_with = "id")]
    pub carrier_account: Option<String>,
    /// `CHEAPEST FASTEST BESTVALUE`.
    #[serde(deserialize_with = "lenient")]
    pub attributes: Vec<String>,
}

impl Rate {
    /// Its price; `None` for one that cannot be written in its currency.
    pub fn price(&self) -> Option<Money> {
        Money::from_decimal(self.amount.as_deref()?, self.currency.as_deref()?)
    }
}

/// A carrier's service.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct ServiceLevel {
    /// For people.
    #[serde(deserialize_with = "text")]
    pub name: Option<String>,
    /// `ups_ground`.
    #[serde(deserialize_with = "text")]
    pub token: Option<String>,
    /// Names one variant of it, where there are several.
    #[serde(deserialize_with = "text")]
    pub extended_token: Option<String>,
}

impl ServiceLevel {
    /// What a choice is kept by: it still holds when rate ids have changed.
    pub fn key(&self) -> Option<&str> {
        self.extended_token.as_deref().or(self.token.as_deref())
    }
}

/// A purchase.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Transaction {
    /// Its id.
    #[serde(deserialize_with = "text")]
    pub object_id: Option<String>,
    /// `WAITING QUEUED SUCCESS ERROR REFUNDED REFUNDPENDING REFUNDREJECTED`.
    #[serde(deserialize_with = "text")]
    pub status: Option<String>,
    /// What was bought: an id, or the rate itself.
    #[serde(deserialize_with = "id")]
    pub rate: Option<String>,
    /// The carrier's number.
    #[serde(deserialize_with = "text")]
    pub tracking_number: Option<String>,
    /// The carrier's page.
    #[serde(deserialize_with = "text")]
    pub tracking_url_provider: Option<String>,
    /// The label itself; signed, and runs out.
    #[serde(deserialize_with = "text")]
    pub label_url: Option<String>,
    /// When it should arrive.
    #[serde(deserialize_with = "text")]
    pub eta: Option<String>,
    /// Why there is none.
    #[serde(deserialize_with = "lenient")]
    pub messages: Vec<Message>,
    /// Our reference.
    #[serde(deserialize_with = "text")]
    pub metadata: Option<String>,
}

impl Transaction {
    /// The day it should arrive, as written.
    pub fn arrives(&self) -> Option<Date> {
        day(self.eta.as_deref()?)
    }
}

/// A label given back.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct LabelRefund {
    /// Its id.
    #[serde(deserialize_with = "text")]
    pub object_id: Option<String>,
    /// `QUEUED PENDING SUCCESS ERROR`.
    #[serde(deserialize_with = "text")]
    pub status: Option<String>,
    /// Whose.
    #[serde(deserialize_with = "id")]
    pub transaction: Option<String>,
}
