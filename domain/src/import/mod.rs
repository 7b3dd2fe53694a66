//! Orders and products that come in as CSV: looked at first, then brought in line by line, once each.
//!
//! A file is read whole when it is uploaded, and what each line would do is kept: the dry run. Bringing it in is a job over what was kept, so
//! that what somebody looked at is what happens, and who is killed in the middle goes on behind the last line that was done. The key of a line
//! is the order's reference or the product's key. ADR 0055 has the whole rule.

mod bring;
mod check;
mod columns;
mod entry;
mod kind;
mod order_entry;
mod page;
mod predict;
mod problem;
mod problems_csv;
mod product_entry;
mod refusal;
mod run_import;
mod sample;
mod start;
mod store;
mod sweep;
mod table;

pub use check::{Upload, check};
pub use columns::{Column, columns};
pub use kind::{ImportKind, ImportOutcome, ImportState};
pub use page::{Counts, ImportLine, ImportPage, page, recent};
pub use problem::{Flaw, Problem};
pub use problems_csv::problems_csv;
pub use refusal::Refusal;
pub use run_import::RunImport;
pub use sample::sample;
pub use start::start;
pub use sweep::sweep;

/// Bytes of the largest file that is taken.
pub const LARGEST: usize = 20 * 1024 * 1024;
