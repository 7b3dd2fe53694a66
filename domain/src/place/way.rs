//! The ways an order comes to its customer through a place's own order form.

use serde::{Deserialize, Serialize};

use super::Method;
use crate::{Language, language::say};

/// What the place does itself, and what it leaves to a carrier.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "snake_case")]
pub enum Way {
    /// The customer fetches it.
    Pickup,
    /// The place brings it.
    Delivery,
    /// A carrier brings it, at a rate the customer chooses.
    Shipping,
}

impl Way {
    /// The word as it stands in forms and JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pickup => "pickup",
            Self::Delivery => "delivery",
            Self::Shipping => "shipping",
        }
    }

    /// How the place hands it over itself; `None` for a carrier.
    pub const fn method(self) -> Option<Method> {
        match self {
            Self::Pickup => Some(Method::Pickup),
            Self::Delivery => Some(Method::Delivery),
            Self::Shipping => None,
        }
    }

    /// The word people read.
    pub fn say(self, language: Language) -> String {
        match self.method() {
            Some(method) => method.say(language),
            None => say(language, "way-shipping"),
        }
    }
}
