//! Carriers are asked where parcels are: each as often as it matters, none more often than its carrier likes, by one process at a time.
//!
//! ```text
//! keep ──▶ round, per source: lease ─▶ budget ─▶ who is due ─▶ one call, with no transaction open ─▶ hear each report, plan its next look
//! ```
//!
//! | file | what it decides |
//! |---|---|
//! | `pace`, `next` | how often, and when next |
//! | `choose` | who comes first when there is not time for all |
//! | `budget` | how often a source may be asked |
//! | `back_off` | how long a source is left alone |
//!
//! A parcel's row is made by a trigger of `parcel`, so that none is forgotten. Whether a carrier is asked itself or through Shippo is decided
//! when it is asked: an account may come and go.

mod ask;
mod back_off;
mod budget;
#[cfg(test)]
mod budget_tests;
mod choose;
mod hear;
mod keep;
mod next;
mod pace;
mod plan;
mod round;
mod store;
mod subscribe;
mod subscription;
mod turn;
mod view;

pub use ask::ask;
pub use budget::{Budget, Budgets, Limit, Spent};
pub use choose::{Due, by_urgency, stretch, take};
pub use keep::keep;
pub use next::{Look, Seen, after_refusal, next_look};
pub use pace::{LINES, Pace};
pub(crate) use plan::told_all;
pub use round::{Round, SOURCES, round};
pub use store::rest;
pub use subscription::{about_subscription, over, stands};
pub use view::{SourceView, sources};
