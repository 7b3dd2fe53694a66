//! A file to begin with: every column, and lines that would be taken.

use super::{ImportKind, columns::columns};

const ORDERS: &str = "A-1001,Ana Ruiz,ana@example.com,,Calle Mayor 12,3º B,Madrid,,28013,ES,EUR,Poster A2,2,14.50,,,48 h,5.90,,,,es,no,,2026-11-30,\r\n\
    A-1001,,,,,,,,,,,Mug,1,9.00,,,,,,,,,,,,\r\n";
const PRODUCTS: &str = "MUG-L,Mug,40,9.00,EUR,350,,,,MUG,Mug,goods,L,,5,yes,\r\n";

/// The file of a kind.
pub fn sample(kind: ImportKind) -> String {
    let header: Vec<_> = columns(kind).iter().map(|column| column.name).collect();
    let lines = match kind {
        ImportKind::Orders => ORDERS,
        ImportKind::Products => PRODUCTS,
    };
    format!("\u{feff}{}\r\n{lines}", header.join(","))
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::{
        clock::At,
        import::{order_entry, product_entry, table::Table},
    };

    #[test]
    fn the_samples_would_be_taken() {
        let file = sample(ImportKind::Orders);
        let table = Table::open(ImportKind::Orders, file.as_bytes()).unwrap();
        let now = At::from_second(1_900_000_000);
        let orders: Vec<_> = order_entry::entries(table.rows(), now, &TimeZone::UTC).collect();
        assert!(orders.len() == 1 && orders[0].body.is_some(), "{:?}", orders[0].problems);
        let file = sample(ImportKind::Products);
        let table = Table::open(ImportKind::Products, file.as_bytes()).unwrap();
        let products: Vec<_> = table.rows().map(|row| product_entry::read(&row)).collect();
        assert!(products.len() == 1 && products[0].body.is_some(), "{:?}", products[0].problems);
    }
}
