//! A product as pages and programs read it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{MovementKind, ProductKind};

/// A product: one thing that can be counted. Variants of one thing share a group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase")]
pub struct Product {
    /// The shop's own key.
    pub sku: String,
    /// For people.
    pub name: String,
    /// Pieces there are, without those that orders hold.
    pub on_hand: i32,
    /// Grams of one, when known.
    pub weight_grams: Option<i32>,
    /// Millimetres of one, when known.
    pub length_mm: Option<i32>,
    /// Millimetres of one, when known.
    pub width_mm: Option<i32>,
    /// Millimetres of one, when known.
    pub height_mm: Option<i32>,
    /// What it is a variant of.
    pub group: Option<Group>,
    /// What it is.
    pub kind: ProductKind,
    /// What tells it apart from the group's others: `size`, `colour`.
    pub options: BTreeMap<String, String>,
    /// Minor units of one.
    pub price: Option<i64>,
    /// ISO 4217, with a price.
    pub currency: Option<String>,
    /// At or below this many it is low.
    pub reorder_point: Option<i32>,
    /// Whether our own order form shows it.
    pub offered: bool,
    /// At which locations; at all where none is named.
    pub locations: Vec<String>,
}

/// What variants have in common.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Group {
    /// The shop's own key.
    pub key: String,
    /// For people.
    pub name: String,
}

impl Product {
    /// Whether more should be ordered.
    pub fn is_low(&self) -> bool {
        self.reorder_point.is_some_and(|point| self.on_hand <= point)
    }

    /// Its size, where it has one.
    pub fn size(&self) -> Option<&str> {
        self.options.get("size").map(String::as_str)
    }
}

/// Which products a list shows.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductFilter {
    /// Part of a key or a name, any case.
    pub search: String,
    /// Only those that are low.
    pub low: bool,
    /// Those after this key: the next page.
    pub after: Option<String>,
}

/// A page of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductList {
    /// By key.
    pub rows: Vec<ProductRow>,
    /// The key after which the next page begins; `None` on the last.
    pub next: Option<String>,
    /// How many products are low, whatever the filter.
    pub low: i64,
}

/// One line of the list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductRow {
    /// The product.
    pub product: Product,
    /// Its price in words.
    pub price: Option<String>,
}

/// One product with why there are as many of it as there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ProductPage {
    /// The product.
    pub product: Product,
    /// Its price in words.
    pub price: Option<String>,
    /// Its price as it stands in a field.
    pub price_typed: Option<String>,
    /// Pieces that orders hold.
    pub held: i64,
    /// The newest movements, newest first.
    pub movements: Vec<Movement>,
    /// Whether there are older ones.
    pub more: bool,
}

/// One line of the ledger.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Movement {
    /// Why.
    pub kind: MovementKind,
    /// What came (above zero) or went.
    pub quantity: i32,
    /// Pieces there were afterwards.
    pub balance: i32,
    /// The order's number, when one moved it.
    pub order: Option<String>,
    /// Who, when a person did.
    pub actor: Option<String>,
    /// In their words.
    pub note: Option<String>,
    /// When: microseconds and words.
    pub at: crate::moment::Moment,
}
