//! What a storefront says of a product: checked whole, so that a refusal names every field at once.

use std::collections::BTreeMap;

use garde::Validate;
use serde::{Deserialize, Serialize};

use super::{Group, Product, ProductKind};
use crate::order::{known_currency, one_line, pointer};

/// The body of `PUT /api/products/{sku}`.
#[derive(Debug, Clone, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
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
    /// What it is a variant of: made, or its name corrected.
    #[garde(custom(good_group))]
    #[serde(default)]
    pub group: Option<Group>,
    /// What it is.
    #[garde(skip)]
    #[serde(default)]
    pub kind: Option<ProductKind>,
    /// What tells it apart from the group's others: `size`, `colour`.
    #[garde(custom(few_options))]
    #[serde(default)]
    pub options: Option<BTreeMap<String, String>>,
    /// Minor units of one.
    #[garde(range(min = 0, max = 99_999_999))]
    #[serde(default)]
    pub price: Option<i64>,
    /// ISO 4217, any case, with a price.
    #[garde(inner(custom(known_currency)))]
    #[serde(default)]
    pub currency: Option<String>,
    /// At or below this many it is low.
    #[garde(range(min = 0, max = 10_000_000))]
    #[serde(default)]
    pub reorder_point: Option<i32>,
    /// Whether our own order form shows it.
    #[garde(skip)]
    #[serde(default)]
    pub offered: Option<bool>,
    /// At which locations; at all where none is named.
    #[garde(length(max = 100), inner(inner(length(chars, min = 1, max = 100))))]
    #[serde(default)]
    pub locations: Option<Vec<String>>,
}

impl NewProduct {
    /// Everything that is wrong, as (path of the field, why).
    pub fn flaws(&self) -> Vec<(String, String)> {
        let mut flaws: Vec<_> = match self.validate() {
            Ok(()) => Vec::new(),
            Err(report) => {
                report.iter().map(|(path, error)| (pointer(&path.to_string()), error.to_string())).collect()
            }
        };
        if self.price.is_some() != self.currency.is_some() {
            flaws.push(("/price".to_owned(), "price and currency belong together".to_owned()));
        }
        flaws
    }

    /// What is known of a product with this written over it.
    pub(crate) fn onto(&self, was: Product) -> Product {
        Product {
            name: self.name.clone(),
            on_hand: self.on_hand,
            weight_grams: self.weight_grams.or(was.weight_grams),
            length_mm: self.length_mm.or(was.length_mm),
            width_mm: self.width_mm.or(was.width_mm),
            height_mm: self.height_mm.or(was.height_mm),
            group: self.group.clone().or(was.group),
            kind: self.kind.unwrap_or(was.kind),
            options: self.options.clone().unwrap_or(was.options),
            currency: self.currency.as_deref().map(str::to_ascii_uppercase).or(was.currency),
            reorder_point: self.reorder_point.or(was.reorder_point),
            offered: self.offered.unwrap_or(was.offered),
            locations: self.locations.clone().unwrap_or(was.locations),
            price: self.price.or(was.price),
            sku: was.sku,
        }
    }
}

/// Whether a text can be a product's key: one line of 1 to 100 characters.
pub(crate) fn is_sku(text: &str) -> bool {
    (1..=100).contains(&text.chars().count()) && one_line(text, &()).is_ok()
}

#[expect(clippy::ref_option, reason = "the shape garde calls")]
fn good_group(group: &Option<Group>, none: &()) -> garde::Result {
    let Some(group) = group else { return Ok(()) };
    one_line(&group.name, none)?;
    if is_sku(&group.key) && (1..=200).contains(&group.name.chars().count()) {
        Ok(())
    } else {
        Err(garde::Error::new("needs a key of 1 to 100 and a name of 1 to 200 characters"))
    }
}

#[expect(clippy::ref_option, reason = "the shape garde calls")]
fn few_options(options: &Option<BTreeMap<String, String>>, _: &()) -> garde::Result {
    let Some(options) = options else { return Ok(()) };
    let long = |(name, value): (&String, &String)| !is_sku(name) || !is_sku(value);
    if options.len() > 20 || options.iter().any(long) {
        Err(garde::Error::new(
            "has more than 20 options, or a name or value that is not one line of 1 to 100 characters",
        ))
    } else {
        Ok(())
    }
}
