//! The journey: what is going to happen to one parcel, scan by scan, written beforehand. The carriers' clock decides how
//! much of it has happened; every twin that is asked, and Shippo's where the script says so, tells the same story in its own words.

mod control;
mod due;
pub mod number;
mod page;
mod place;
mod script;
mod shippo;
mod stage;
mod tell;
mod usual;

use axum::Router;
use axum::routing::{get, post};
use serde::{Deserialize, Serialize};

use crate::carrier::Carrier;
use crate::world::Shared;

pub use due::{catch_up, forward, watch};
pub use place::{Place, utc};
pub use stage::Stage;
pub use tell::lot as push_lot;
pub use usual::ensure;

/// One moment of a journey.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Scan {
    /// Unix milliseconds when it happens.
    pub at: i64,
    /// When the carrier's computers learn of it.
    pub known: i64,
    /// What it means.
    pub stage: Stage,
    /// The carrier's code, where it is not the usual one.
    pub code: Option<String>,
    /// The carrier's code for why.
    pub reason: Option<String>,
    /// Where.
    pub place: Place,
    /// The carrier's sentence, where it is not the usual one.
    pub detail: Option<String>,
    /// When it should arrive, as is known from now on.
    pub eta: Option<i64>,
    /// Until when it can be fetched.
    pub until: Option<i64>,
    /// Who took it.
    pub signed_by: Option<String>,
    /// Whether the push went out, or its time was over before the journey was known.
    pub told: bool,
}

/// See the module.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Journey {
    /// Who carries it.
    pub carrier: Carrier,
    /// Its number, without spaces.
    pub number: String,
    /// Unix milliseconds of the carriers' clock.
    pub began: i64,
    /// When it should arrive, as was promised first.
    pub eta: Option<i64>,
    /// The sender's.
    pub from: Place,
    /// The recipient's.
    pub to: Place,
    /// All of it, in the script's order.
    pub scans: Vec<Scan>,
    /// Whether Shippo tells it, too.
    pub shippo: bool,
    /// Whether the number belonged to another parcel a year ago.
    pub reused: bool,
    /// Whether somebody wrote it, or it is the usual one.
    pub scripted: bool,
    /// How often a client asked for it.
    pub asked: u64,
}

/// How a journey is found.
pub fn key(carrier: Carrier, number: &str) -> String {
    format!("{}/{}", carrier.token(), number::plain(number))
}

impl Journey {
    /// What the carrier knows by now, the oldest first.
    pub fn seen(&self, now: i64) -> Vec<&Scan> {
        let mut seen: Vec<&Scan> = self.scans.iter().filter(|scan| scan.known <= now).collect();
        seen.sort_by_key(|scan| scan.at);
        seen
    }

    /// When it should arrive, as is known by now.
    pub fn eta(&self, now: i64) -> Option<i64> {
        let mut seen = self.seen(now);
        seen.sort_by_key(|scan| scan.known);
        seen.iter().rev().find_map(|scan| scan.eta).or(self.eta)
    }

    /// The scan of this stage, if it was made by now.
    pub fn at_stage(&self, now: i64, stage: Stage) -> Option<&Scan> {
        self.seen(now).into_iter().rev().find(|scan| scan.stage == stage)
    }
}

/// What people and tests see and do.
pub fn site() -> Router<Shared> {
    Router::new()
        .route("/journeys", get(page::list).post(page::begin))
        .route("/journeys/clock", post(page::forward))
        .route("/journeys/{carrier}/{number}/next", post(page::next))
        .route("/_control/journeys", get(control::list).post(control::write).delete(control::clear))
        .route("/_control/journeys/{carrier}/{number}", get(control::retrieve))
        .route("/_control/journeys/{carrier}/{number}/next", post(control::next))
}
