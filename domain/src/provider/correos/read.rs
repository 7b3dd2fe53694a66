//! Correos' shipments as reports.

use super::wire::{Answer, Event, Shipment};
use crate::{
    provider::wall,
    tracking::{CarrierEvent, Proof, ScanPlace, TrackReport, TrackSource, TrackingState, When, codes},
};

impl Answer {
    /// What it says of the number that was asked for, and of no other.
    pub fn report(&self, asked: &str) -> TrackReport {
        let asked: String = asked.chars().filter(|c| !c.is_whitespace()).collect();
        let is_it = |shipment: &&Shipment| {
            shipment.number().is_some_and(|number| number.eq_ignore_ascii_case(&asked))
        };
        match self.0.iter().find(is_it) {
            Some(shipment) => shipment.report(asked),
            None => TrackReport::new(TrackSource::Correos, "correos", asked),
        }
    }

    /// What it says of each number in it: for what comes to our door.
    pub fn reports(&self) -> Vec<TrackReport> {
        self.0.iter().filter_map(|shipment| Some(shipment.report(shipment.number()?))).collect()
    }
}

impl Shipment {
    fn number(&self) -> Option<String> {
        Some(self.cod_envio.as_deref()?.chars().filter(|c| !c.is_whitespace()).collect())
    }

    fn report(&self, number: String) -> TrackReport {
        let mut report = TrackReport::new(TrackSource::Correos, "correos", number);
        if self.error.cod_error.as_deref().is_some_and(|code| code != "0") {
            report.unknown = true;
            return report;
        }
        report.events = self.eventos.iter().map(Event::told).collect();
        let handed_over = report.events.iter().find(|event| event.state() == TrackingState::Delivered);
        report.proof = handed_over.map(|event| Proof {
            when: match (event.when, self.delivered.as_deref().and_then(wall::spanish_day)) {
                (When::Unsaid, Some(day)) => When::Day(day),
                (when, _) => when,
            },
            ..Proof::default()
        });
        report
    }
}

impl Event {
    fn told(&self) -> CarrierEvent {
        let part = |text: &Option<String>| text.clone().unwrap_or_default();
        CarrierEvent {
            key: format!("{}:{}:{}", part(&self.cod_evento), part(&self.fec_evento), part(&self.hor_evento)),
            meaning: self.cod_evento.as_deref().and_then(codes::correos),
            code: self.cod_evento.clone(),
            sub_code: None,
            words: self.des_texto_resumen.clone().or_else(|| self.des_texto_ampliado.clone()),
            language: Some("es".to_owned()),
            when: wall::spanish(self.fec_evento.as_deref(), self.hor_evento.as_deref()),
            place: self.unidad.clone().map(|unit| ScanPlace { facility: Some(unit), ..ScanPlace::default() }),
        }
    }
}
