//! Missed news is fetched: what providers know is compared with what we know, and fed through the very verbs that webhooks go
//! through. Hourly, and when somebody asks.
//!
//! ```text
//! plan ──▶ one job per thing that could be wrong: CheckPayment, FetchEvents, the label's and the parcel's own jobs
//! ```

mod check_payment;
mod check_track;
mod fetch_events;
mod plan;
mod repair;

pub use check_payment::CheckPayment;
pub use check_track::CheckTrack;
pub use fetch_events::FetchEvents;
pub use plan::{Planned, hourly, plan};
pub use repair::repaired;
