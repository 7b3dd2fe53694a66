//! A journey as somebody writes it down: hours and words, no milliseconds.

use serde::Deserialize;

use super::place::{Place, Said};
use super::{Journey, Scan, Stage, number, usual};
use crate::carrier::Carrier;
use crate::shippo::moment::HOUR;

/// What is sent to `POST /_control/journeys`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Script {
    /// Who carries it.
    pub carrier: Carrier,
    /// Any number: what somebody writes down exists.
    pub number: String,
    /// What happens. Without it the usual things do; an empty one is a number of which nothing is ever known.
    pub script: Option<Vec<Step>>,
    /// The sender's place.
    pub from: Option<Said>,
    /// The recipient's.
    pub to: Option<Said>,
    /// Hours after the beginning at which it should arrive.
    pub eta: Option<f64>,
    /// How many hours ago it began.
    #[serde(default)]
    pub ago: f64,
    /// Whether Shippo tells it, too.
    #[serde(default)]
    pub shippo: bool,
    /// Whether the number belonged to another parcel a year ago, of which FedEx and DHL still know.
    #[serde(default)]
    pub reused: bool,
}

/// One thing that happens. All numbers are hours after the journey's beginning, but `late`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    after: f64,
    /// Hours between its happening and the carrier's knowing of it.
    #[serde(default)]
    late: f64,
    state: Option<Stage>,
    code: Option<String>,
    reason: Option<String>,
    /// The one before it when not given; the sender's at first.
    place: Option<Said>,
    detail: Option<String>,
    eta: Option<f64>,
    until: Option<f64>,
    signed_by: Option<String>,
}

/// As long as a year, either way.
fn hours(of: f64) -> Result<i64, String> {
    if of.is_finite() && of.abs() <= 24.0 * 366.0 {
        Ok((of * HOUR as f64) as i64)
    } else {
        Err(format!("{of} is not a number of hours"))
    }
}

impl Script {
    /// The usual things happen.
    pub fn usual(carrier: Carrier, number: String) -> Self {
        let (script, from, to, eta) = (None, None, None, None);
        Self { carrier, number, script, from, to, eta, ago: 0.0, shippo: false, reused: false }
    }

    /// The journey, begun so many hours ago on the carriers' clock; a sentence when it makes no sense.
    pub fn journey(self, now: i64) -> Result<Journey, String> {
        let began = now - hours(self.ago)?;
        let (from, to) = usual::places(self.carrier);
        let from = self.from.map_or(Ok(from), Said::place)?;
        let to = self.to.map_or(Ok(to), Said::place)?;
        let at = |of: Option<f64>| of.map(|of| Ok::<_, String>(began + hours(of)?)).transpose();
        let number = number::plain(&self.number);
        if number.is_empty() {
            return Err("a parcel has a number".to_owned());
        }
        let Some(script) = self.script else {
            let usual = Journey {
                shippo: self.shippo,
                reused: self.reused,
                scripted: true,
                ..usual::journey(self.carrier, &number, began, from, to)
            };
            return Ok(Journey { eta: at(self.eta)?.or(usual.eta), ..usual }.past_told(now));
        };
        let mut scans = Vec::new();
        let mut place: Place = from.clone();
        for step in script {
            place = step.place.map_or(Ok(place), Said::place)?;
            let happens = began + hours(step.after)?;
            if step.state.is_none() && step.code.is_none() {
                return Err("a step has a state or a code".to_owned());
            }
            scans.push(Scan {
                at: happens,
                known: happens + hours(step.late)?.max(0),
                stage: step.state.unwrap_or(Stage::Unknown),
                code: step.code,
                reason: step.reason,
                place: place.clone(),
                detail: step.detail,
                eta: at(step.eta)?,
                until: at(step.until)?,
                signed_by: step.signed_by,
                told: false,
            });
        }
        let eta = at(self.eta)?;
        let (carrier, shippo, reused) = (self.carrier, self.shippo, self.reused);
        let journey = Journey {
            carrier,
            number,
            began,
            eta,
            from,
            to,
            scans,
            shippo,
            reused,
            scripted: true,
            asked: 0,
        };
        Ok(journey.past_told(now))
    }
}

impl Journey {
    /// Nobody pushes what was over before.
    fn past_told(mut self, now: i64) -> Self {
        self.scans.iter_mut().for_each(|scan| scan.told = scan.known < now);
        self
    }
}
