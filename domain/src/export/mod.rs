//! Orders as CSV: exactly the list somebody filtered, streamed, and every night all of them to a folder or an object store.
//!
//! A page of rows is the most that is ever in memory. No cell is a formula to a spreadsheet ([`guard`]). ADR 0055 has the whole rule.

pub mod guard;

mod columns;
mod destination;
mod folder;
mod nightly;
mod orders_csv;
mod pages;
mod part;
mod run_export;
mod store;
mod upload;

pub use columns::COLUMNS;
pub use destination::{Destination, Kept};
pub use nightly::nightly;
pub use orders_csv::orders_csv;
pub use run_export::RunExport;
pub use upload::ObjectStore;
