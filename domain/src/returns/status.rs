//! A return's own arrows.

use serde::{Deserialize, Serialize};

use crate::{Language, language::say};

/// Where a return stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "return_status", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum ReturnStatus {
    /// Somebody asked for it.
    Requested,
    /// The shop does not take it back.
    Declined,
    /// It is back.
    Received,
    /// It is back and paid back.
    Refunded,
}

impl ReturnStatus {
    /// The word as it stands in JSON and PostgreSQL.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Requested => "requested",
            Self::Declined => "declined",
            Self::Received => "received",
            Self::Refunded => "refunded",
        }
    }

    /// The word people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("return-{}", self.as_str()))
    }
}
