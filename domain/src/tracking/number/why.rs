//! What speaks for a carrier: shown to who chooses it.

use serde::{Deserialize, Serialize};

/// What speaks for a carrier, strongest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// It stood in an address of the carrier's page.
    Page,
    /// Shape and check digit are right.
    Checked,
    /// The shape is right.
    Shape,
}

impl Why {
    /// The word, as in JSON and in the keys of our texts.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Page => "page",
            Self::Checked => "checked",
            Self::Shape => "shape",
        }
    }
}
