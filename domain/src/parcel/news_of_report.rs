//! A carrier's own report as news of a parcel, in the eight words an order's headline is computed of.

use super::{ScanNews, TrackNews, Tracking, shippo_token};
use crate::{
    event::Source,
    tracking::{CarrierEvent, ScanPlace, TrackReport, TrackSource, TrackingState, timeline},
};

impl TrackNews {
    /// Reads a report of any source. A code that is in no table is kept as news that says nothing.
    pub fn of(report: &TrackReport) -> Self {
        let mut scans: Vec<ScanNews> = report.events.iter().map(|event| scan(report.source, event)).collect();
        scans.sort_by(|a, b| {
            let when = |scan: &ScanNews| (scan.tracking.at.is_none(), scan.tracking.at);
            (when(a), &a.tracking.key).cmp(&(when(b), &b.tracking.key))
        });
        scans.dedup_by(|a, b| a.tracking.key == b.tracking.key);
        Self {
            carrier: report.carrier.clone(),
            carrier_shippo: shippo_token(&report.carrier).to_owned(),
            number: report.number.clone(),
            transaction: report.transaction.clone(),
            source: if report.source == TrackSource::Shippo { Source::Shippo } else { Source::Carrier },
            eta: report.eta.as_ref().map(|eta| eta.day),
            scans,
        }
    }
}

fn scan(source: TrackSource, event: &CarrierEvent) -> ScanNews {
    let told = match (&event.code, &event.sub_code) {
        (Some(code), Some(sub)) => Some(format!("{code}/{sub}")),
        (code, sub) => code.clone().or_else(|| sub.clone()),
    };
    // The page knows by Shippo's word that it waits to be collected.
    let waits = event.state() == TrackingState::AvailableForPickup;
    ScanNews {
        tracking: Tracking {
            status: event.meaning().status(),
            at: timeline::moment(source, event).map(|moment| moment.at),
            // Two sources may use one key for two things.
            key: format!("{}:{}", source.as_str(), event.key),
        },
        code: if waits { Some("pickup_available".to_owned()) } else { told },
        detail: event.words.clone(),
        place: event.place.as_ref().and_then(spell),
    }
}

/// "Charlotte, NC, US"; the carrier's own name of the place where it names no town.
fn spell(place: &ScanPlace) -> Option<String> {
    let town = place.city.as_ref().or(place.facility.as_ref());
    let parts: Vec<&str> = [town, place.region.as_ref(), place.country.as_ref()]
        .into_iter()
        .flatten()
        .map(String::as_str)
        .collect();
    (!parts.is_empty()).then(|| parts.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        parcel::TrackingStatus,
        tracking::{Meaning, When},
    };

    fn event(key: &str, wall: &str, meaning: Option<Meaning>) -> CarrierEvent {
        CarrierEvent {
            key: key.to_owned(),
            code: Some("I".to_owned()),
            sub_code: Some("OT".to_owned()),
            words: Some(key.to_owned()),
            language: None,
            when: When::Local(wall.parse().unwrap()),
            place: Some(ScanPlace {
                city: Some("Charlotte".to_owned()),
                region: Some("NC".to_owned()),
                country: Some("US".to_owned()),
                ..ScanPlace::default()
            }),
            meaning,
        }
    }

    #[test]
    fn a_report_is_news_in_order_once_each_with_moments() {
        let mut report = TrackReport::new(TrackSource::Ups, "ups", "1Z");
        let ready =
            event("ready", "2026-07-02T09:00:00", Some(Meaning::of(TrackingState::AvailableForPickup)));
        let strange = event("strange", "2026-07-01T09:00:00", None);
        report.events = vec![ready.clone(), strange, ready];
        let news = TrackNews::of(&report);
        let said: Vec<_> = news
            .scans
            .iter()
            .map(|scan| (scan.tracking.key.as_str(), scan.tracking.status, scan.code.as_deref().unwrap()))
            .collect();
        let expected = [
            ("ups:strange", TrackingStatus::Unknown, "I/OT"),
            ("ups:ready", TrackingStatus::OutForDelivery, "pickup_available"),
        ];
        assert_eq!(said, expected);
        assert_eq!(news.scans[0].tracking.at.unwrap().rfc3339(), "2026-07-01T13:00:00Z", "Charlotte's clock");
        assert_eq!(news.scans[0].place.as_deref(), Some("Charlotte, NC, US"));
        assert_eq!(news.source, Source::Carrier);
    }
}
