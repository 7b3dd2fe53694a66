//! What every provider's codes mean: one table per provider, each row with the words of its source.
//!
//! A code that stands in no table has no meaning: whoever reads it keeps it, counts it and lets staff see it. Nobody guesses from the
//! words beside it. `docs/tracking-codes.md` is written from these tables.

mod correos;
mod dhl;
mod fedex;
mod shippo;
mod ups;

#[cfg(test)]
mod document;

pub use correos::correos;
pub use dhl::dhl;
pub use fedex::{fedex, fedex_delay};
pub use shippo::shippo;
pub use ups::ups;

use super::Meaning;

/// Codes that mean the same, and who says so.
#[derive(Debug, Clone, Copy)]
struct Row {
    /// As the provider writes them.
    codes: &'static [&'static str],
    /// In our words.
    meaning: Meaning,
    /// The source's words, for the page of codes.
    #[cfg_attr(not(test), expect(dead_code, reason = "read by the test that writes the page"))]
    quote: &'static str,
}

impl Row {
    const fn new(codes: &'static [&'static str], meaning: Meaning, quote: &'static str) -> Self {
        Self { codes, meaning, quote }
    }
}

fn find(table: &[Row], code: &str) -> Option<Meaning> {
    table
        .iter()
        .find(|row| row.codes.iter().any(|known| known.eq_ignore_ascii_case(code)))
        .map(|row| row.meaning)
}
