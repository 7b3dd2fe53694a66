//! The columns of a file. Each has one sentence that says what may stand in it: help before, and the reason why a cell is refused.

use super::ImportKind;
use crate::{Language, language::say};

/// One column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    /// Its name in the header.
    pub name: &'static str,
    /// Whether every file needs it.
    pub needed: bool,
}

const fn needed(name: &'static str) -> Column {
    Column { name, needed: true }
}

const fn free(name: &'static str) -> Column {
    Column { name, needed: false }
}

const ORDERS: [Column; 26] = [
    needed("reference"),
    needed("customer_name"),
    needed("email"),
    free("phone"),
    needed("line1"),
    free("line2"),
    needed("city"),
    free("state"),
    free("postal_code"),
    needed("country"),
    needed("currency"),
    needed("item_name"),
    needed("quantity"),
    needed("unit_price"),
    free("sku"),
    free("size"),
    free("shipping_name"),
    free("shipping_price"),
    free("workflow"),
    free("location"),
    free("priority"),
    free("language"),
    free("gift"),
    free("notes"),
    free("paid_at"),
    free("weight_grams"),
];

const PRODUCTS: [Column; 17] = [
    needed("sku"),
    needed("name"),
    free("on_hand"),
    free("price"),
    free("currency"),
    free("weight_grams"),
    free("length_mm"),
    free("width_mm"),
    free("height_mm"),
    free("group_key"),
    free("group_name"),
    free("kind"),
    free("size"),
    free("colour"),
    free("reorder_point"),
    free("offered"),
    free("locations"),
];

/// The columns of a kind of file, in the order its sample has them.
pub fn columns(kind: ImportKind) -> &'static [Column] {
    match kind {
        ImportKind::Orders => &ORDERS,
        ImportKind::Products => &PRODUCTS,
    }
}

/// What may stand in a column.
pub(super) fn rule(name: &str, language: Language) -> String {
    say(language, &format!("import-column-{}", name.replace('_', "-")))
}

impl Column {
    /// What may stand in it.
    pub fn rule(&self, language: Language) -> String {
        rule(self.name, language)
    }

    /// The column a header's cell names: case, spaces and hyphens do not matter.
    pub(super) fn of(kind: ImportKind, cell: &str) -> Option<&'static Self> {
        let name = cell.trim().to_lowercase().replace([' ', '-'], "_");
        columns(kind).iter().find(|column| column.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_column_says_what_may_stand_in_it() {
        for kind in ImportKind::ALL {
            for column in columns(kind) {
                for language in Language::ALL {
                    let words = column.rule(language);
                    assert!(!words.starts_with("Unknown localization"), "{words}");
                }
            }
        }
    }

    #[test]
    fn a_header_is_read_as_people_write_it() {
        let of = |cell| Column::of(ImportKind::Orders, cell).map(|column| column.name);
        assert_eq!(
            (of(" Customer Name "), of("POSTAL-CODE"), of("emial")),
            (Some("customer_name"), Some("postal_code"), None)
        );
    }
}
