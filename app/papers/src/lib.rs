//! What staff print and scan: documents the server makes, outside of the hydrated admin, so that its download stays small.
//!
//! | module | what it is |
//! |---|---|
//! | [`print_page`] | job tickets, packing slips and labels of many orders, one after the other, with a toolbar only a screen shows |
//! | [`scan_page`] | a field, what scans do, and what the last ones did |
//! | [`barcode`] | QR and Code 128 as SVG |
//! | [`draw_label`] | a carrier's PDF as a picture |
//! | [`assets`] | the stylesheet and the two small scripts, with their addresses |
//!
//! Pure functions from data to a whole document: nothing here decides or asks anything. Words are in `locales/*/papers.ftl`.

// A document's type nests as deep as its markup.
#![recursion_limit = "512"]

pub mod assets;
pub mod barcode;
mod frame;
mod head;
mod label;
mod route;
mod run;
mod scan;
mod size;
mod slip;
mod ticket;
mod toolbar;
mod wish;

pub use label::{DrawnLabel, Undrawable, draw_label};
pub use run::{LabelPaper, Run, print_page};
pub use scan::{Line, Mode, Tone, scan_page};
pub use size::Size;
