//! What a storefront says of a product: checked whole, so that a refusal names every field at once.

use garde::Validate;
use serde::{Deserialize, Serialize};

use crate::order::{one_line, pointer};

/// The body of `PUT /api/products/{sku}`.
#[derive(Debug, Clone, Serialize, Deserialize, Validate)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewProduct {
    /// For people.
    #[garde(length(chars, min = 1, max = 200), custom(one_line))]
    pub name: String,
    /// Pieces there are, counted now.
    #[garde(range(min = 0, max = 10_000_000))]
    pub on_hand: i32,
    /// Grams of one; what is known stays when absent, as with the sides.
    #[garde(range(min = 1, max = 1_000_000))]
    #[serde(default)]
    pub weight_grams: Option<i32>,
    /// Millimetres of one.
    #[garde(range(min = 1, max = 10_000))]
    #[serde(default)]
    pub length_mm: Option<i32>,
    /// Millimetres of one.
    #[garde(range(min = 1, max = 10_000))]
    #[serde(default)]
    pub width_mm: Option<i32>,
    /// Millimetres of one.
    #[garde(range(min = 1, max = 10_000))]
    #[serde(default)]
    pub height_mm: Option<i32>,
}

impl NewProduct {
    /// Everything that is wrong, as (path of the field, why).
    pub fn flaws(&self) -> Vec<(String, String)> {
        let Err(report) = self.validate() else { return Vec::new() };
        report.iter().map(|(path, error)| (pointer(&path.to_string()), error.to_string())).collect()
    }
}

/// Whether a text can be a product's key: one line of 1 to 100 characters.
pub(super) fn is_sku(text: &str) -> bool {
    (1..=100).contains(&text.chars().count()) && one_line(text, &()).is_ok()
}
