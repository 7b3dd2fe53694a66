//! What a customer asks of whoever brings their parcel.

use serde::{Deserialize, Serialize};

use super::Way;
use crate::Language;

/// A wish, read and found good.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct DeliveryWish {
    /// What to do when nobody opens.
    pub way: Way,
    /// Which place or which neighbour; empty for the other ways.
    pub note: String,
    /// Anything else for the driver; may have several lines.
    pub instructions: String,
}

impl DeliveryWish {
    /// Whether nothing is asked for.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The way in words; `None` where only the driver is told something.
    pub fn way_in_words(&self, language: Language) -> Option<String> {
        (self.way != Way::None).then(|| self.way.say(language))
    }
}
