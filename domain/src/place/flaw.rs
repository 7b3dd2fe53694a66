//! What can be wrong with a place as an administrator writes it down. The words are in `locales/*/places.ftl`.

use serde::{Deserialize, Serialize};

use crate::{Language, language::say};

/// One thing to correct.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PlaceFlaw {
    /// The key is empty, too long, or holds a line break.
    Key,
    /// The name is.
    Name,
    /// Something of the address is missing or cannot be.
    Address,
    /// Nobody can be asked.
    Contact,
    /// No IANA time zone.
    Zone,
    /// A weekday's hours cannot be read.
    Hours,
    /// A closed day is no day.
    Closed,
    /// Neither pickup nor delivery nor parcels.
    Methods,
    /// The radius is no distance.
    Radius,
    /// A radius where no postcode can be looked up.
    RadiusAbroad,
    /// The place's own postcode is unknown.
    Postcode,
    /// Slots shorter than five minutes or longer than a day.
    SlotMinutes,
    /// No seats.
    Capacity,
    /// Lead time or days ahead are no such number.
    Ahead,
    /// There is no workflow of that key.
    Workflow,
}

impl PlaceFlaw {
    const fn as_str(self) -> &'static str {
        match self {
            Self::Key => "key",
            Self::Name => "name",
            Self::Address => "address",
            Self::Contact => "contact",
            Self::Zone => "zone",
            Self::Hours => "hours",
            Self::Closed => "closed",
            Self::Methods => "methods",
            Self::Radius => "radius",
            Self::RadiusAbroad => "radius-abroad",
            Self::Postcode => "postcode",
            Self::SlotMinutes => "slot-minutes",
            Self::Capacity => "capacity",
            Self::Ahead => "ahead",
            Self::Workflow => "workflow",
        }
    }

    /// The sentence.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("place-flaw-{}", self.as_str()))
    }
}
