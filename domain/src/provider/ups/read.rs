//! UPS' answers as reports.

use jiff::civil::{DateTime, Time};

use super::wire::{Activity, Answer, Package, Place, Shipment, Status};
use crate::{
    clock::{At, Day},
    provider::wall::{self, compact_day, compact_time},
    tracking::{
        Attempts, CarrierEvent, Eta, Proof, ScanPlace, TrackReport, TrackSource, TrackingState, When, codes,
    },
};

/// "Tracking Information Not Found".
const NOT_FOUND: &str = "TW0001";

impl Answer {
    /// What it says of the number that was asked for. `told`: when UPS said so.
    pub fn report(&self, asked: &str, told: At) -> TrackReport {
        let asked: String = asked.chars().filter(|c| !c.is_whitespace()).collect();
        let mut report = TrackReport::new(TrackSource::Ups, "ups", asked);
        let shipments = &self.track_response.shipment;
        // A number that was used again: the newest of its parcels.
        let found = shipments.iter().filter_map(|shipment| shipment.parcel(&report.number));
        let Some(package) = found.max_by_key(|package| package.newest()) else {
            let mut warnings = shipments.iter().flat_map(|shipment| &shipment.warnings);
            report.unknown = warnings.any(|warning| warning.code.as_deref() == Some(NOT_FOUND));
            return report;
        };
        report.events = package.activity.iter().map(Activity::event).collect();
        report.events.extend(package.unscanned());
        report.eta = package.eta(told);
        let until =
            package.access_point_information.as_ref().and_then(|point| point.pickup_by_date.as_deref());
        let until = until.and_then(|day| compact_day(day).map(Day).or_else(|| wall::day(day)));
        report.attempts = Attempts { until, ..Attempts::default() };
        report.proof = package.proof(&report.events);
        report
    }
}

impl Shipment {
    /// The parcel with this number, or the only one: a shipment may be asked for by another number of its own.
    fn parcel(&self, number: &str) -> Option<&Package> {
        let named = self.package.iter().find(|package| package.tracking_number.as_deref() == Some(number));
        named.or(if let [only] = &self.package[..] { Some(only) } else { None })
    }
}

impl Package {
    fn newest(&self) -> When {
        self.activity.iter().map(Activity::when).max().unwrap_or_default()
    }

    /// The newest word, where nothing that happened says it.
    fn unscanned(&self) -> Option<CarrierEvent> {
        let status = self.current_status.as_ref()?;
        let says = status.kind.is_some() || status.code.is_some();
        (self.activity.is_empty() && says).then(|| told(status, When::Unsaid, "latest", None))
    }

    fn planned(&self, kind: &str) -> Option<Day> {
        let mut of_kind = self.delivery_date.iter().filter(|date| date.kind.as_deref() == Some(kind));
        of_kind.find_map(|date| compact_day(date.date.as_deref()?)).map(Day)
    }

    fn eta(&self, told: At) -> Option<Eta> {
        let day = self.planned("RDD").or_else(|| self.planned("SDD"))?;
        let hours = self.delivery_time.as_ref();
        let hours = hours.filter(|hours| matches!(hours.kind.as_deref(), Some("EDW" | "CDW" | "IDW")));
        let window = hours.and_then(|hours| window(hours.start_time.as_deref(), hours.end_time.as_deref()));
        Some(Eta { day, window, words: None, cause: None, told: Some(told) })
    }

    fn proof(&self, events: &[CarrierEvent]) -> Option<Proof> {
        let delivered = events.iter().find(|event| event.state() == TrackingState::Delivered);
        let day = self.planned("DEL");
        if delivered.is_none() && day.is_none() {
            return None;
        }
        let said = self.delivery_information.as_ref();
        Some(Proof {
            received_by: said.and_then(|said| said.received_by.clone()),
            left_at: said.and_then(|said| said.location.clone()),
            when: delivered.map_or(day.map_or(When::Unsaid, When::Day), |event| event.when),
            url: None,
        })
    }
}

impl Activity {
    fn when(&self) -> When {
        let wall = on_the_wall(self.date.as_deref(), self.time.as_deref());
        let greenwich = on_the_wall(self.gmt_date.as_deref(), self.gmt_time.as_deref());
        wall::both(wall, greenwich, self.gmt_offset.as_deref().and_then(wall::offset))
    }

    fn event(&self) -> CarrierEvent {
        let stamp = stamp(self.date.as_deref(), self.time.as_deref());
        told(&self.status, self.when(), &stamp, self.location.address.seen())
    }
}

/// One thing UPS said, answered or pushed: the same key either way, made of the wall's clock, which both have.
pub(super) fn told(status: &Status, when: When, stamp: &str, place: Option<ScanPlace>) -> CarrierEvent {
    let kind = status.kind.as_deref().unwrap_or_default();
    let code = status.code.as_deref().unwrap_or_default();
    CarrierEvent {
        key: format!("{kind}:{code}:{stamp}"),
        meaning: codes::ups(kind, code),
        code: status.kind.clone(),
        sub_code: status.code.clone(),
        words: status.description.clone().or_else(|| status.simplified_text_description.clone()),
        language: Some("en".to_owned()),
        when,
        place,
    }
}

/// Day and hour as they stand written, with their noughts.
pub(super) fn stamp(date: Option<&str>, time: Option<&str>) -> String {
    match on_the_wall(date, time) {
        Some(wall) => wall.strftime("%Y%m%d%H%M%S").to_string(),
        None => format!("{}{}", date.unwrap_or_default(), time.unwrap_or_default()),
    }
}

pub(super) fn on_the_wall(date: Option<&str>, time: Option<&str>) -> Option<DateTime> {
    Some(DateTime::from_parts(compact_day(date?)?, compact_time(time?)?))
}

pub(super) fn window(from: Option<&str>, until: Option<&str>) -> Option<(Time, Time)> {
    let hours = from.and_then(compact_time).zip(until.and_then(compact_time));
    hours.filter(|(from, until)| from < until)
}

impl Place {
    pub(super) fn seen(&self) -> Option<ScanPlace> {
        let country = self.country_code.as_ref().or(self.country.as_ref());
        let place = ScanPlace {
            city: self.city.clone(),
            region: self.state_province.clone(),
            postcode: self.postal_code.clone(),
            country: country.filter(|code| code.len() == 2).map(|code| code.to_uppercase()),
            facility: None,
        };
        (place != ScanPlace::default()).then_some(place)
    }
}
