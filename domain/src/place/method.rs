//! How a place hands an order over.

use serde::{Deserialize, Serialize};

use crate::{Language, language::say};

/// Who goes to whom. What a carrier brings is neither.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[cfg_attr(
    feature = "ssr",
    derive(sqlx::Type),
    sqlx(type_name = "fulfilment_method", rename_all = "snake_case")
)]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// The customer fetches it.
    Pickup,
    /// The place brings it.
    Delivery,
}

impl Method {
    /// The word as it stands in JSON and PostgreSQL.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Pickup => "pickup",
            Self::Delivery => "delivery",
        }
    }

    /// The word people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("method-{}", self.as_str()))
    }
}
