//! What a provider told of one number: kept as told, with what it means beside it.

use jiff::civil::{DateTime, Time};
use serde::{Deserialize, Serialize};

use super::{Cause, Meaning, TrackSource, TrackingState};
use crate::clock::{At, Day};

/// Everything a provider told of one number, in one answer or one push.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TrackReport {
    /// Who tells.
    pub source: TrackSource,
    /// Our key of the carrier, as in [`crate::parcel::Carrier`].
    pub carrier: String,
    /// Without spaces; unique per carrier only.
    pub number: String,
    /// Shippo's purchase it belongs to, which is the better key.
    pub transaction: Option<String>,
    /// The provider does not know the number (yet). Such a report has no events and takes nothing back.
    pub unknown: bool,
    /// What it said, in any order, repetitions allowed.
    pub events: Vec<CarrierEvent>,
    /// When it should arrive.
    pub eta: Option<Eta>,
    /// What was tried at the door.
    pub attempts: Attempts,
    /// That it was handed over.
    pub proof: Option<Proof>,
}

impl TrackReport {
    /// A report that says nothing yet.
    pub fn new(source: TrackSource, carrier: impl Into<String>, number: impl Into<String>) -> Self {
        Self {
            source,
            carrier: carrier.into(),
            number: number.into(),
            transaction: None,
            unknown: false,
            events: Vec::new(),
            eta: None,
            attempts: Attempts::default(),
            proof: None,
        }
    }

    /// What was said in words that are in no table: code and finer code, for staff to see and count.
    pub fn unmapped(&self) -> impl Iterator<Item = (&str, Option<&str>)> {
        let strange = self.events.iter().filter(|event| event.meaning.is_none());
        strange.map(|event| (event.code.as_deref().unwrap_or_default(), event.sub_code.as_deref()))
    }
}

/// One thing a provider said.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct CarrierEvent {
    /// The provider's own key of it, or a digest of what it said: the same for the same scan, polled or pushed.
    pub key: String,
    /// The code as told.
    pub code: Option<String>,
    /// The finer code as told: substatus, exception code.
    pub sub_code: Option<String>,
    /// The provider's words, untouched.
    pub words: Option<String>,
    /// Their language, a BCP 47 tag.
    pub language: Option<String>,
    /// When.
    pub when: When,
    /// Where.
    pub place: Option<ScanPlace>,
    /// What the provider's table says of the code; `None` when the code is not in it: kept, counted, never guessed.
    pub meaning: Option<Meaning>,
}

impl CarrierEvent {
    /// What it means; unknown for a code that is in no table.
    pub fn meaning(&self) -> Meaning {
        self.meaning.unwrap_or(Meaning::UNKNOWN)
    }

    /// Its code as told, with the finer one: `I/OT`.
    pub fn told_code(&self) -> Option<String> {
        match (&self.code, &self.sub_code) {
            (Some(code), Some(sub)) => Some(format!("{code}/{sub}")),
            (code, sub) => code.clone().or_else(|| sub.clone()),
        }
    }

    /// Where that says it is.
    pub fn state(&self) -> TrackingState {
        self.meaning().state
    }
}

/// When something happened, as told.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum When {
    /// Nobody said.
    #[default]
    Unsaid,
    /// A day, without an hour.
    Day(Day),
    /// The clock on the place's wall, without a zone.
    Local(DateTime),
    /// A moment.
    Moment {
        /// The moment.
        at: At,
        /// Minutes east of UTC it was told with; `None` when it was told in UTC only.
        offset: Option<i16>,
    },
}

/// Where a carrier saw it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Default, Serialize, Deserialize)]
pub struct ScanPlace {
    /// Town.
    pub city: Option<String>,
    /// State or province, as told.
    pub region: Option<String>,
    /// Postcode.
    pub postcode: Option<String>,
    /// ISO 3166-1 alpha-2, capital letters.
    pub country: Option<String>,
    /// The carrier's own name of the place ("CTA MADRID").
    pub facility: Option<String>,
}

impl ScanPlace {
    /// "Charlotte, NC, US"; the carrier's own name of the place where it names no town.
    pub fn spell(&self) -> Option<String> {
        let town = self.city.as_ref().or(self.facility.as_ref());
        let parts: Vec<&str> = [town, self.region.as_ref(), self.country.as_ref()]
            .into_iter()
            .flatten()
            .map(String::as_str)
            .collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

/// When it should arrive.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Eta {
    /// The day, where it arrives.
    pub day: Day,
    /// From and until when on that day, on the wall there.
    pub window: Option<(Time, Time)>,
    /// Why it changed, in the provider's words.
    pub words: Option<String>,
    /// Why it changed, in ours.
    pub cause: Option<Cause>,
    /// When the provider said so; the newest is believed.
    pub told: Option<At>,
}

/// What was tried at the door.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Attempts {
    /// How often, when the provider counts.
    pub count: Option<u16>,
    /// When it comes again.
    pub next: Option<Day>,
    /// Until when it waits to be fetched or acted upon.
    pub until: Option<Day>,
}

/// That it was handed over.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Proof {
    /// Who took it, as the carrier wrote it.
    pub received_by: Option<String>,
    /// Where it was left ("front door").
    pub left_at: Option<String>,
    /// When.
    pub when: When,
    /// The carrier's document, an address of its own.
    pub url: Option<String>,
}
