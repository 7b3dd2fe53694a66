//! Shippo's tracks as we read them; what their words mean stands in [`crate::tracking::codes`].

use jiff::civil::Date;
use serde::Deserialize;
use sha2::{Digest, Sha256};

use super::lenient::{day, id, lenient, moment, text};
use crate::{
    clock::At,
    parcel::TrackingStatus,
    tracking::{Meaning, codes},
};

/// Where a parcel is (<https://docs.goshippo.com/docs/tracking/tracking/>).
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Track {
    /// `ups`.
    #[serde(deserialize_with = "text")]
    pub carrier: Option<String>,
    /// Unique per carrier only.
    #[serde(deserialize_with = "text")]
    pub tracking_number: Option<String>,
    /// When it should arrive.
    #[serde(deserialize_with = "text")]
    pub eta: Option<String>,
    /// The newest word; may be missing.
    #[serde(deserialize_with = "lenient")]
    pub tracking_status: Option<Scan>,
    /// All words, usually earliest first.
    #[serde(deserialize_with = "lenient")]
    pub tracking_history: Vec<Scan>,
    /// The purchase it belongs to.
    #[serde(deserialize_with = "id")]
    pub transaction: Option<String>,
}

impl Track {
    /// The day it should arrive, as written.
    pub fn arrives(&self) -> Option<Date> {
        day(self.eta.as_deref()?)
    }
}

/// One thing a carrier said.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Scan {
    /// Its id.
    #[serde(deserialize_with = "text")]
    pub object_id: Option<String>,
    /// `PRE_TRANSIT TRANSIT DELIVERED RETURNED FAILURE UNKNOWN`.
    #[serde(deserialize_with = "text")]
    pub status: Option<String>,
    /// More closely.
    #[serde(deserialize_with = "lenient")]
    pub substatus: Option<Substatus>,
    /// When the carrier saw it.
    #[serde(deserialize_with = "text")]
    pub status_date: Option<String>,
    /// In the carrier's words.
    #[serde(deserialize_with = "text")]
    pub status_details: Option<String>,
    /// Where.
    #[serde(deserialize_with = "lenient")]
    pub location: Option<Place>,
}

/// A status more closely.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Substatus {
    /// `out_for_delivery`.
    #[serde(deserialize_with = "text")]
    pub code: Option<String>,
    /// In Shippo's words.
    #[serde(deserialize_with = "text")]
    pub text: Option<String>,
    /// Whether somebody has to act.
    #[serde(deserialize_with = "lenient")]
    pub action_required: Option<bool>,
}

/// Where a carrier saw it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Place {
    /// Town.
    #[serde(deserialize_with = "text")]
    pub city: Option<String>,
    /// Province.
    #[serde(deserialize_with = "text")]
    pub state: Option<String>,
    /// ISO 3166-1 alpha-2.
    #[serde(deserialize_with = "text")]
    pub country: Option<String>,
}

impl Scan {
    /// What it means; `None` for a word Shippo has never documented: nobody guesses.
    pub fn meaning(&self) -> Option<Meaning> {
        let flag = self.substatus.as_ref().and_then(|sub| sub.action_required);
        codes::shippo(self.status.as_deref()?, self.code(), flag)
    }

    /// The same in the eight words an order's headline is computed of.
    pub fn means(&self) -> Option<TrackingStatus> {
        self.meaning().map(Meaning::status)
    }

    /// Its id; where it has none, a digest of what it says.
    pub fn key(&self) -> String {
        self.object_id.clone().unwrap_or_else(|| {
            let words = [
                self.means().unwrap_or_default().as_str(),
                self.status_date.as_deref().unwrap_or_default(),
                self.status_details.as_deref().unwrap_or_default(),
            ];
            hex::encode(&Sha256::digest(words.join("\n").as_bytes())[..16])
        })
    }

    /// The substatus' code.
    pub fn code(&self) -> Option<&str> {
        self.substatus.as_ref()?.code.as_deref()
    }

    /// When the carrier saw it.
    pub fn at(&self) -> Option<At> {
        moment(self.status_date.as_deref()?)
    }

    /// The sentence: the carrier's, else Shippo's.
    pub fn detail(&self) -> Option<&str> {
        self.status_details.as_deref().or_else(|| self.substatus.as_ref()?.text.as_deref())
    }

    /// "Chicago, IL, US".
    pub fn place(&self) -> Option<String> {
        let place = self.location.as_ref()?;
        let parts: Vec<_> = [&place.city, &place.state, &place.country]
            .into_iter()
            .filter_map(|part| part.as_deref())
            .collect();
        (!parts.is_empty()).then(|| parts.join(", "))
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn means(status: &str, code: &str, action: bool) -> Option<TrackingStatus> {
        let scan = json!({ "status": status, "substatus": { "code": code, "action_required": action } });
        serde_json::from_value::<Scan>(scan).unwrap().means()
    }

    #[test]
    fn shippos_words_mean_what_shippo_says() {
        use TrackingStatus::*;
        let table = [
            ("PRE_TRANSIT", "information_received", false, PreTransit),
            ("TRANSIT", "package_accepted", false, Transit),
            ("TRANSIT", "delivery_rescheduled", false, Transit),
            ("TRANSIT", "out_for_delivery", false, OutForDelivery),
            ("TRANSIT", "pickup_available", true, OutForDelivery),
            ("TRANSIT", "pickup_available", false, OutForDelivery),
            ("TRANSIT", "delayed", false, Delayed),
            ("TRANSIT", "delivery_attempted", true, Exception),
            ("TRANSIT", "notice_left", false, Exception),
            // The flag in the payload is trusted, not a list of flags.
            ("TRANSIT", "package_held", true, Exception),
            ("TRANSIT", "package_held", false, Transit),
            ("TRANSIT", "address_issue", false, Exception),
            ("TRANSIT", "something_new", true, Exception),
            ("TRANSIT", "something_new", false, Transit),
            ("DELIVERED", "information_received", false, Delivered),
            ("RETURNED", "return_to_sender", false, Returned),
            ("RETURNED", "package_unclaimed", true, Exception),
            ("FAILURE", "package_disposed", false, Exception),
            ("UNKNOWN", "other", false, Unknown),
        ];
        for (status, code, action, expected) in table {
            assert_eq!(means(status, code, action), Some(expected), "{status} {code}");
        }
        assert_eq!(means("LOST_IN_SPACE", "other", false), None, "nobody guesses");
    }

    #[test]
    fn nothing_that_is_null_or_odd_costs_a_track() {
        let track: Track = serde_json::from_value(json!({
            "carrier": "ups", "tracking_number": "1Z", "eta": null, "tracking_status": null,
            "tracking_history": null, "messages": ["a"], "transaction": { "object_id": "t" }
        }))
        .unwrap();
        assert!(track.tracking_status.is_none() && track.tracking_history.is_empty());
        assert_eq!(track.transaction.as_deref(), Some("t"));
        let scan: Scan =
            serde_json::from_value(json!({ "status": "TRANSIT", "substatus": "x", "location": 3 })).unwrap();
        assert_eq!(scan.means(), Some(TrackingStatus::Transit));
    }
}
