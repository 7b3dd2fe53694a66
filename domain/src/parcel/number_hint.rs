//! What staff are told of a number while they type it.

use serde::{Deserialize, Serialize};

use crate::tracking::number::Why;

/// Whose it may be, how it will be kept, and where it stands already.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NumberHint {
    /// As it would be kept; empty when there is none in what was typed.
    pub number: String,
    /// Whose it may be, likeliest first.
    pub carriers: Vec<CarrierHint>,
    /// The carrier's name, where nobody has to be asked.
    pub sure: Option<String>,
    /// Other orders with the same number, the newest first; at most six.
    pub elsewhere: Vec<Elsewhere>,
}

/// One carrier it may be of.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CarrierHint {
    /// Its name; `None` for a post whose page we do not know.
    pub name: Option<String>,
    /// The country whose post gave the number (ISO 3166-1 alpha-2), for postal numbers.
    pub country: Option<String>,
    /// What speaks for it.
    pub why: Why,
}

/// Another order with the same number.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Elsewhere {
    /// The carrier's number.
    pub number: String,
    /// The other order's, as people read it.
    pub order: String,
    /// Who carries it there.
    pub carrier: Option<String>,
    /// Whether that is the same carrier as here: then it is the same parcel, or a mistake.
    pub same_carrier: bool,
}
