//! FedEx's tracks as reports.

use super::wire::{Complete, Delay, Latest, Place, Scan, Track};
use crate::{
    clock::At,
    provider::wall,
    tracking::{
        Attempts, CarrierEvent, Eta, Proof, ScanPlace, TrackReport, TrackSource, TrackingState, When, codes,
    },
};

pub(super) fn reports(all: &[Complete], told: At) -> Vec<TrackReport> {
    let mut by_number: Vec<(String, Vec<&Track>)> = Vec::new();
    for complete in all {
        let inner = complete
            .track_results
            .iter()
            .find_map(|track| track.tracking_number_info.tracking_number.as_deref());
        // The outer one is what was asked for; the inner one may be the shipment's.
        let Some(number) = complete.tracking_number.as_deref().or(inner) else { continue };
        let number: String = number.chars().filter(|c| !c.is_whitespace()).collect();
        match by_number.iter_mut().find(|(known, _)| *known == number) {
            Some((_, tracks)) => tracks.extend(&complete.track_results),
            None => by_number.push((number, complete.track_results.iter().collect())),
        }
    }
    by_number.into_iter().map(|(number, tracks)| report(number, &tracks, told)).collect()
}

fn report(number: String, tracks: &[&Track], told: At) -> TrackReport {
    let mut report = TrackReport::new(TrackSource::Fedex, "fedex", number);
    let says = |track: &&&Track| track.latest_status_detail.is_some() || !track.scan_events.is_empty();
    let Some(track) = tracks.iter().filter(says).max_by_key(|track| track.age()) else {
        let codes = tracks.iter().filter_map(|track| track.error.as_ref()?.code.as_deref());
        report.unknown =
            codes.into_iter().any(|code| code.ends_with("NOTFOUND") || code.ends_with("INVALID"));
        return report;
    };
    report.events = track.scan_events.iter().map(event).collect();
    report.events.extend(track.unscanned());
    report.eta = track.eta(told);
    let details = track.delivery_details.as_ref();
    report.attempts = Attempts {
        count: details.and_then(|details| details.delivery_attempts.as_deref()?.parse().ok()),
        ..Attempts::default()
    };
    if report.events.iter().any(|event| event.state() == TrackingState::Delivered) {
        report.proof = Some(Proof {
            received_by: details.and_then(|details| {
                details.received_by_name.clone().or_else(|| details.signed_by_name.clone())
            }),
            left_at: details.and_then(|details| details.location_description.clone()),
            when: track.dated("ACTUAL_DELIVERY").map_or(When::Unsaid, wall::iso),
            url: None,
        });
    }
    report
}

impl Track {
    /// Grows with each use of a number: the start of its unique id, then its newest scan.
    fn age(&self) -> (u64, When) {
        let id = self.tracking_number_info.tracking_number_unique_id.as_deref().unwrap_or_default();
        let start = id.split('~').next().and_then(|start| start.parse().ok()).unwrap_or_default();
        let newest = self.scan_events.iter().map(|scan| scan.when()).max();
        (start, newest.unwrap_or_default())
    }

    fn dated(&self, kind: &str) -> Option<&str> {
        let mut of_kind = self.date_and_times.iter().filter(|dated| dated.kind.as_deref() == Some(kind));
        of_kind.find_map(|dated| dated.date_time.as_deref())
    }

    /// The newest word, where no scan says it: a label nobody has scanned, say.
    fn unscanned(&self) -> Option<CarrierEvent> {
        let latest = self.latest_status_detail.as_ref()?;
        let code = latest.code.as_deref()?;
        let says = |scan: &Scan| {
            [&scan.event_type, &scan.derived_status_code].into_iter().flatten().any(|said| said == code)
        };
        if self.scan_events.iter().any(says) {
            return None;
        }
        let kind = match code {
            "DL" => Some("ACTUAL_DELIVERY"),
            "PU" => Some("ACTUAL_PICKUP"),
            _ => None,
        };
        let sub_code = latest.ancillary_details.iter().find_map(|detail| detail.reason.clone());
        Some(CarrierEvent {
            key: format!("latest:{code}"),
            meaning: codes::fedex(code, sub_code.as_deref()),
            code: Some(code.to_owned()),
            sub_code,
            words: latest.description.clone().or_else(|| latest.status_by_locale.clone()),
            language: Some("en".to_owned()),
            when: kind.and_then(|kind| self.dated(kind)).map_or(When::Unsaid, wall::iso),
            place: latest.scan_location.as_ref().and_then(Place::seen),
        })
    }

    fn eta(&self, told: At) -> Option<Eta> {
        let window = self.estimated_delivery_time_window.as_ref().map(|windowed| &windowed.window);
        let (begins, ends) =
            window.map_or((None, None), |window| (window.begins.as_deref(), window.ends.as_deref()));
        let stated = ["ESTIMATED_DELIVERY", "APPOINTMENT_DELIVERY", "COMMITMENT"];
        let day = ends
            .and_then(wall::day)
            .or_else(|| stated.iter().find_map(|kind| wall::day(self.dated(kind)?)))?;
        let on_that_day = begins.and_then(wall::day) == Some(day);
        let window = begins.and_then(wall::hour).zip(ends.and_then(wall::hour));
        let delay =
            self.latest_status_detail.as_ref().and_then(|latest: &Latest| latest.delay_detail.as_ref());
        Some(Eta {
            day,
            window: window.filter(|(from, until)| on_that_day && from < until),
            words: delay.and_then(Delay::words),
            cause: delay.and_then(|delay| codes::fedex_delay(delay.kind.as_deref()?)),
            told: Some(told),
        })
    }
}

fn event(scan: &Scan) -> CarrierEvent {
    let code = scan.event_type.as_deref().or(scan.derived_status_code.as_deref());
    let sub_code = scan.exception_code.as_deref();
    let when = scan.when();
    let moment = match when {
        When::Moment { at, .. } => at.rfc3339(),
        _ => scan.date.clone().unwrap_or_default(),
    };
    let words = match (&scan.event_description, &scan.exception_description) {
        (Some(event), Some(why)) if event != why => Some(format!("{event}: {why}")),
        (event, why) => event.clone().or_else(|| why.clone()),
    };
    CarrierEvent {
        key: format!("{}:{}:{moment}", code.unwrap_or_default(), sub_code.unwrap_or_default()),
        code: code.map(str::to_owned),
        sub_code: sub_code.map(str::to_owned),
        words,
        language: Some("en".to_owned()),
        when,
        place: scan.scan_location.as_ref().and_then(Place::seen),
        meaning: code.and_then(|code| codes::fedex(code, sub_code)),
    }
}

impl Scan {
    fn when(&self) -> When {
        self.date.as_deref().map_or(When::Unsaid, wall::iso)
    }
}

impl Place {
    fn seen(&self) -> Option<ScanPlace> {
        let place = ScanPlace {
            city: self.city.clone(),
            region: self.state_or_province_code.clone(),
            postcode: self.postal_code.clone(),
            country: self.country_code.as_ref().map(|code| code.to_uppercase()),
            facility: None,
        };
        (place != ScanPlace::default()).then_some(place)
    }
}

impl Delay {
    fn words(&self) -> Option<String> {
        let words: Vec<_> =
            [&self.kind, &self.sub_type].into_iter().filter_map(|word| word.as_deref()).collect();
        (!words.is_empty()).then(|| words.join(": "))
    }
}
