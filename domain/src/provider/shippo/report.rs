//! A track as a report in the words all providers share.

use super::wire_track::{Scan, Track};
use crate::{
    clock::Day,
    parcel::our_token,
    tracking::{CarrierEvent, Eta, ScanPlace, TrackReport, TrackSource, When},
};

impl Track {
    /// What it says; `None` without carrier or number.
    ///
    /// The newest word usually stands in the history too, in test mode under another id and milliseconds apart: the timeline knows it again.
    pub fn report(&self) -> Option<TrackReport> {
        let carrier = our_token(self.carrier.as_deref()?);
        let mut report = TrackReport::new(TrackSource::Shippo, carrier, self.tracking_number.as_deref()?);
        report.transaction.clone_from(&self.transaction);
        let newest = self.tracking_status.iter().filter(|scan| scan.status.is_some());
        for scan in newest.chain(&self.tracking_history) {
            let event = scan.event();
            if !report.events.iter().any(|known| known.key == event.key) {
                report.events.push(event);
            }
        }
        report.unknown = report.events.is_empty();
        let told = self.tracking_history.iter().chain(&self.tracking_status).filter_map(Scan::at).max();
        report.eta =
            self.arrives().map(|day| Eta { day: Day(day), window: None, words: None, cause: None, told });
        Some(report)
    }
}

impl Scan {
    fn event(&self) -> CarrierEvent {
        let country =
            |place: &super::wire_track::Place| place.country.as_ref().map(|code| code.to_uppercase());
        CarrierEvent {
            key: self.key(),
            code: self.status.clone(),
            sub_code: self.code().map(str::to_owned),
            words: self.detail().map(str::to_owned),
            // Sometimes the carrier's, sometimes Shippo's English: nobody says.
            language: None,
            when: self.at().map_or(When::Unsaid, |at| When::Moment { at, offset: None }),
            place: self.location.as_ref().map(|place| ScanPlace {
                city: place.city.clone(),
                region: place.state.clone(),
                country: country(place),
                ..ScanPlace::default()
            }),
            meaning: self.meaning(),
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::tracking::{TrackingState, timeline};

    #[test]
    fn a_track_is_a_report_and_its_newest_word_is_one_scan() {
        let scan = |id: &str, at: &str, status: &str| json!({ "object_id": id, "status": status, "status_date": at, "status_details": status });
        let track: Track = serde_json::from_value(json!({
            "carrier": "correos_espana", "tracking_number": "PQ1", "eta": "2026-12-01T00:00:00", "transaction": "t",
            "tracking_status": scan("a", "2026-11-28T16:44:42.586", "TRANSIT"),
            "tracking_history": [
                scan("b", "2026-11-28T16:44:42.589", "TRANSIT"),
                scan("c", "2026-11-27T10:00:00", "PRE_TRANSIT"),
                scan("d", "2026-11-27T11:00:00", "SOMETHING_NEW"),
            ],
        }))
        .unwrap();
        let report = track.report().unwrap();
        assert_eq!(
            (report.carrier.as_str(), report.transaction.as_deref(), report.unknown),
            ("correos", Some("t"), false)
        );
        assert_eq!(report.eta.as_ref().unwrap().day.0.to_string(), "2026-12-01");
        assert_eq!(report.unmapped().collect::<Vec<_>>(), [("SOMETHING_NEW", None)], "listed for staff");
        let told = report.events.into_iter().map(|event| timeline::Told { source: report.source, event });
        let line = timeline::timeline(told);
        let states: Vec<_> = line.iter().map(|scan| scan.meaning.state).collect();
        assert_eq!(states, [TrackingState::PreTransit, TrackingState::Unknown, TrackingState::InTransit]);
        assert_eq!(line[1].told[0].event.words.as_deref(), Some("SOMETHING_NEW"), "kept, in its own words");
        assert_eq!(line[2].told.len(), 2, "one word, told twice");
    }

    #[test]
    fn a_number_nobody_knows_is_a_report_without_events() {
        let track: Track = serde_json::from_value(
            json!({ "carrier": "ups", "tracking_number": "1Z", "tracking_status": null }),
        )
        .unwrap();
        assert!(track.report().unwrap().unknown);
        assert!(Track::default().report().is_none());
    }
}
