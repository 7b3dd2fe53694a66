//! DHL's words: five, for all its divisions.
//!
//! Source: `providers.md` §4.3, DHL's Unified Tracking. Customs, returns, out for delivery stand only in free text there, which differs per
//! division: nobody guesses from it.

use super::{Row, find};
use crate::tracking::{Meaning, TrackingState as S};

pub(super) const CODES: &[Row] = &[
    Row::new(&["pre-transit"], Meaning::of(S::PreTransit), "statusCode ∈ pre-transit"),
    Row::new(&["transit"], Meaning::of(S::InTransit), "statusCode ∈ transit"),
    Row::new(&["delivered"], Meaning::of(S::Delivered), "statusCode ∈ delivered"),
    Row::new(&["failure"], Meaning::of(S::Failed), "statusCode ∈ failure"),
    Row::new(&["unknown"], Meaning::UNKNOWN, "statusCode ∈ unknown"),
];

/// What DHL's `statusCode` means, in any case of its letters (pushes are subscribed to as `Pre-Transit`); `None` for any other word.
pub fn dhl(status_code: &str) -> Option<Meaning> {
    find(CODES, status_code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_words_and_no_sixth() {
        assert_eq!(dhl("Pre-Transit").unwrap().state, S::PreTransit);
        assert_eq!(dhl("unknown"), Some(Meaning::UNKNOWN), "it is known that DHL does not know");
        assert_eq!(dhl("out-for-delivery"), None);
    }
}
