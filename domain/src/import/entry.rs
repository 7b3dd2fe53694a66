//! What one order or product of a file is, ready to be judged, kept and brought in.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{ImportKind, Problem, order_entry, product_entry, table::Table};
use crate::{Fault, Shop, clock::At, order::NewOrder, product::NewProduct};

/// What is to be done.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub(super) enum Body {
    /// An order, and when it was paid elsewhere.
    Order {
        /// As a storefront would place it.
        new: Box<NewOrder>,
        /// When it was paid; when it is brought in where nobody says.
        paid_at: Option<At>,
    },
    /// A product.
    Product {
        /// As a storefront would put it; how many there are counts only if it was said.
        new: Box<NewProduct>,
        /// Pieces there are, counted now.
        on_hand: Option<i32>,
    },
}

impl Body {
    /// What a second file is compared with: the order itself, not when it was paid.
    pub fn hash(new: &NewOrder) -> Result<Vec<u8>, Fault> {
        Ok(Sha256::digest(serde_json::to_vec(new)?).to_vec())
    }
}

/// One order or product of a file.
pub(super) struct Entry {
    /// Where it begins.
    pub line: usize,
    /// The order's reference or the product's key.
    pub key: String,
    /// What is to be done; nothing while it is wrong.
    pub body: Option<Body>,
    /// What is wrong with it.
    pub problems: Vec<Problem>,
}

/// The entries of a file, each with what is wrong with it by itself.
pub(super) fn entries<'a>(
    shop: &'a Shop,
    kind: ImportKind,
    table: &'a Table<'a>,
) -> Box<dyn Iterator<Item = Entry> + Send + 'a> {
    match kind {
        ImportKind::Orders => {
            Box::new(order_entry::entries(table.rows(), shop.clock.now(), &shop.about.zone))
        }
        ImportKind::Products => Box::new(table.rows().map(|row| product_entry::read(&row))),
    }
}
