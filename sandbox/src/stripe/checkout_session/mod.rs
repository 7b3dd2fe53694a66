//! `/v1/checkout/sessions`.

mod check;
mod create;
mod known;
mod line;
mod look;

pub use create::{checked, create};
pub use look::{expire, line_items, list, retrieve};
