//! DHL's shipments as reports.

use sha2::{Digest, Sha256};

use super::{
    client::service,
    wire::{Address, Answer, Event, Shipment},
};
use crate::{
    clock::At,
    provider::wall,
    tracking::{CarrierEvent, Eta, Proof, ScanPlace, TrackReport, TrackSource, TrackingState, When, codes},
};

impl Answer {
    /// What it says of the number that was asked for. `told`: when DHL said so.
    pub fn report(&self, carrier: &str, asked: &str, told: At) -> TrackReport {
        let asked: String = asked.chars().filter(|c| !c.is_whitespace()).collect();
        let ours = service(carrier);
        let of_division = |shipment: &Shipment| ours.is_none() || shipment.service.as_deref() == ours;
        // Divisions use the same numbers: the division's own first, then the newest.
        let named = self.shipments.iter().filter(|shipment| shipment.id.as_deref() == Some(&asked));
        let named = named.max_by_key(|shipment| (of_division(shipment), shipment.newest()));
        // A piece is found under its shipment's number.
        let only = || if let [only] = &self.shipments[..] { Some(only) } else { None };
        match named.or_else(only) {
            Some(shipment) => shipment.report(carrier, &asked, told),
            None => {
                let unknown = self.shipments.is_empty();
                TrackReport { unknown, ..TrackReport::new(TrackSource::Dhl, carrier, asked) }
            }
        }
    }
}

impl Shipment {
    /// Our key of who carries it.
    pub(super) fn carrier(&self) -> &'static str {
        match self.service.as_deref() {
            Some("express") => "dhl_express",
            Some("parcel-de") => "dhl_germany",
            Some("post-de") => "deutsche_post",
            Some(service) if service.starts_with("ecommerce") => "dhl_ecommerce",
            _ => "dhl",
        }
    }

    pub(super) fn report(&self, carrier: &str, number: &str, told: At) -> TrackReport {
        let mut report = TrackReport::new(TrackSource::Dhl, carrier, number);
        report.events = self.events.iter().map(Event::told).collect();
        // The newest word is usually among them; then it is the same word.
        let newest = self.status.as_ref().filter(|status| status.status_code.is_some()).map(Event::told);
        if let Some(newest) = newest
            && !report.events.iter().any(|event| event.key == newest.key)
        {
            report.events.push(newest);
        }
        report.eta = self.eta(told);
        if report.events.iter().any(|event| event.state() == TrackingState::Delivered) {
            report.proof = self.details.proof_of_delivery.as_ref().map(|proof| Proof {
                received_by: proof.signed.name.clone().or_else(|| proof.signed.family_name.clone()),
                left_at: None,
                when: proof.timestamp.as_deref().map_or(When::Unsaid, wall::iso),
                url: proof.document_url.clone().filter(|url| url.starts_with("https://")),
            });
        }
        report
    }

    fn newest(&self) -> When {
        self.events.iter().chain(&self.status).map(Event::when).max().unwrap_or_default()
    }

    fn eta(&self, told: At) -> Option<Eta> {
        let frame = &self.estimated_delivery_time_frame;
        let (from, until) = (frame.estimated_from.as_deref(), frame.estimated_through.as_deref());
        let stated = self.estimated_time_of_delivery.as_deref();
        let day = until.and_then(wall::day).or_else(|| stated.and_then(wall::day))?;
        let on_that_day = from.and_then(wall::day) == Some(day);
        let window = from.and_then(wall::hour).zip(until.and_then(wall::hour));
        Some(Eta {
            day,
            window: window.filter(|(from, until)| on_that_day && from < until),
            words: self.estimated_time_of_delivery_remark.clone(),
            cause: None,
            told: Some(told),
        })
    }
}

impl Event {
    fn when(&self) -> When {
        self.timestamp.as_deref().map_or(When::Unsaid, wall::iso)
    }

    fn told(&self) -> CarrierEvent {
        let code = self.status_code.as_deref().map(str::to_lowercase);
        let words = self.description.clone().or_else(|| self.status.clone());
        // The hour as it stands on the wall: DHL writes the same word once with a zone and once without.
        let wall = self.timestamp.as_deref().unwrap_or_default();
        let wall = wall.get(..19).unwrap_or(wall);
        let digest = Sha256::digest(words.as_deref().unwrap_or_default().as_bytes());
        CarrierEvent {
            key: format!("{}:{wall}:{}", code.as_deref().unwrap_or_default(), hex::encode(&digest[..6])),
            meaning: code.as_deref().and_then(codes::dhl),
            // A division's own code, where it writes one; sentences are its words.
            sub_code: self.status.clone().filter(|status| !status.contains(char::is_whitespace)),
            code,
            words,
            language: None,
            when: self.when(),
            place: self.location.address.seen(),
        }
    }
}

impl Address {
    fn seen(&self) -> Option<ScanPlace> {
        // "Oderweg 2, AMSTERDAM": the street may be somebody's.
        let town = self.address_locality.as_deref().and_then(|text| text.rsplit(',').next()).map(str::trim);
        let country = self.country_code.as_ref().filter(|code| code.len() == 2);
        let place = ScanPlace {
            city: town.filter(|town| !town.is_empty()).map(str::to_owned),
            region: None,
            postcode: self.postal_code.clone(),
            country: country.map(|code| code.to_uppercase()),
            facility: None,
        };
        (place != ScanPlace::default()).then_some(place)
    }
}
