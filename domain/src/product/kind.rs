//! What a product is, why its stock moves, and how a line is made.

use serde::{Deserialize, Serialize};

use crate::{Language, language::say};

/// What a product is.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "product_kind", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum ProductKind {
    /// Something to wear that is printed on.
    Garment,
    /// Something else that is printed on.
    Blank,
    /// Something to eat.
    Dish,
    /// Anything else.
    #[default]
    Goods,
}

impl ProductKind {
    /// All kinds.
    pub const ALL: [Self; 4] = [Self::Garment, Self::Blank, Self::Dish, Self::Goods];

    /// The word as it stands in JSON and PostgreSQL.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Garment => "garment",
            Self::Blank => "blank",
            Self::Dish => "dish",
            Self::Goods => "goods",
        }
    }

    /// The kind of a word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.as_str() == word)
    }

    /// The word people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("product-kind-{}", self.as_str()))
    }
}

/// Why stock moved.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "movement_kind", rename_all = "snake_case"))]
#[serde(rename_all = "snake_case")]
pub enum MovementKind {
    /// An order took it.
    Order,
    /// An order gave it back.
    Release,
    /// Somebody counted.
    Count,
    /// A delivery came.
    Receive,
    /// Somebody put a mistake right.
    Correction,
    /// It was spoilt or lost.
    Waste,
}

impl MovementKind {
    /// All kinds.
    pub const ALL: [Self; 6] =
        [Self::Order, Self::Release, Self::Count, Self::Receive, Self::Correction, Self::Waste];

    /// The word as it stands in JSON and PostgreSQL.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Order => "order",
            Self::Release => "release",
            Self::Count => "count",
            Self::Receive => "receive",
            Self::Correction => "correction",
            Self::Waste => "waste",
        }
    }

    /// The word people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("movement-{}", self.as_str()))
    }
}

/// How a design gets onto the piece: the words of the studio's own papers.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[cfg_attr(feature = "ssr", derive(sqlx::Type), sqlx(type_name = "technique", rename_all = "lowercase"))]
#[serde(rename_all = "lowercase")]
pub enum Technique {
    /// Direct to garment: printed like paper.
    #[default]
    Dtg,
    /// Screen printing.
    Screen,
    /// Stitched.
    Embroidery,
}

impl Technique {
    /// All techniques.
    pub const ALL: [Self; 3] = [Self::Dtg, Self::Screen, Self::Embroidery];

    /// The word as it stands in JSON and PostgreSQL.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Dtg => "dtg",
            Self::Screen => "screen",
            Self::Embroidery => "embroidery",
        }
    }

    /// The word people read.
    pub fn say(self, language: Language) -> String {
        say(language, &format!("technique-{}", self.as_str()))
    }
}
