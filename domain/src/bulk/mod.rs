//! Many orders changed at once: selected, previewed, done in chunks by a job, and undone while no message of it has left.
//!
//! The selection is frozen as rows when it is previewed. Preview and job ask the same pure rule ([`judge`]), so that the prediction is
//! the outcome unless an order moved in between. `docs/adr/0024` has the whole rule.

mod action;
mod state;
mod views;

pub use action::Action;
pub use state::{BulkOutcome, BulkState};
pub use views::*;

#[cfg(feature = "ssr")]
mod choose;
#[cfg(feature = "ssr")]
mod judge;
#[cfg(feature = "ssr")]
mod labels;
#[cfg(feature = "ssr")]
mod message;
#[cfg(feature = "ssr")]
mod once;
#[cfg(feature = "ssr")]
mod outcome_csv;
#[cfg(feature = "ssr")]
mod page;
#[cfg(feature = "ssr")]
mod preview;
#[cfg(feature = "ssr")]
mod run;
#[cfg(feature = "ssr")]
mod select;
#[cfg(feature = "ssr")]
mod start;
#[cfg(feature = "ssr")]
mod store;
#[cfg(feature = "ssr")]
mod undo;
#[cfg(feature = "ssr")]
mod undo_run;

#[cfg(feature = "ssr")]
pub use choose::{choose, recent};
#[cfg(feature = "ssr")]
pub use message::messages;
#[cfg(feature = "ssr")]
pub use once::{Asked, Request, once};
#[cfg(feature = "ssr")]
pub use outcome_csv::outcome_csv;
#[cfg(feature = "ssr")]
pub use page::page;
#[cfg(feature = "ssr")]
pub use preview::{Wish, preview};
#[cfg(feature = "ssr")]
pub use run::RunBulk;
#[cfg(feature = "ssr")]
pub use select::Selection;
#[cfg(feature = "ssr")]
pub use start::{HOLD, start};
#[cfg(feature = "ssr")]
pub use undo::undo;
#[cfg(feature = "ssr")]
pub use undo_run::UndoBulk;

/// Orders a transaction takes at a time: long enough to be quick, short enough that nobody's click waits for it.
#[cfg(feature = "ssr")]
pub(crate) const CHUNK: i64 = 500;
