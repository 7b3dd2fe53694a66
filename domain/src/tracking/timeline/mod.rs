//! One timeline out of what several sources told, and what it says in one line.
//!
//! Everything here is a function of the *set* of things told: any permutation and any repetition of them ends the same. `merge_tests`
//! holds that against a model that plays whole journeys.

mod headline;
mod line;
mod merge;
mod moment;
mod route;
mod same_scan;
mod zone;

#[cfg(test)]
mod merge_tests;

pub use headline::{Headline, headline, sum_up};
pub use line::Line;
pub use merge::{Scan, Told, timeline};
pub use moment::{Moment, moment};
pub use route::{Stop, route};
pub use zone::zone;
