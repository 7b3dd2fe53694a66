//! `/v1/checkout/sessions`.

mod check;
mod create;
mod line;
mod known;
mod look;

pub use create::create;
pub use look::{expire, line_items, list, retrieve};
