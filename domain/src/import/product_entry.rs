//! A product's line. An empty cell says nothing: what is known stays.

use std::collections::BTreeMap;

use super::{
    Flaw,
    entry::{Body, Entry},
    order_entry::{meant, number, yes},
    problem::Problems,
    table::Row,
};
use crate::{
    money::Money,
    product::{Group, NewProduct, ProductKind, is_sku},
};

pub(super) fn read(row: &Row) -> Entry {
    let mut problems = Problems::default();
    let text = |column| row.get(column).map(str::to_owned);
    let key = text("sku").unwrap_or_default();
    if !is_sku(&key) {
        problems.add(row.line, "sku", Flaw::Rule);
    }
    if row.too_long {
        problems.add(row.line, "", Flaw::TooManyCells);
    }
    let currency = text("currency").map(|code| code.to_uppercase());
    let price = meant(row, "price", &mut problems, |typed| {
        Money::read(typed, currency.as_deref().unwrap_or_default()).map(|money| money.minor)
    });
    let on_hand = meant(row, "on_hand", &mut problems, number);
    let group = match (text("group_key"), text("group_name")) {
        (Some(key), Some(name)) => Some(Group { key, name }),
        (None, None) => None,
        (Some(_), None) => {
            problems.add(row.line, "group_name", Flaw::Rule);
            None
        }
        (None, Some(_)) => {
            problems.add(row.line, "group_key", Flaw::Rule);
            None
        }
    };
    let options: BTreeMap<_, _> =
        ["size", "colour"].into_iter().filter_map(|name| Some((name.to_owned(), text(name)?))).collect();
    let new = NewProduct {
        name: text("name").unwrap_or_default(),
        on_hand: on_hand.unwrap_or(0),
        weight_grams: meant(row, "weight_grams", &mut problems, number),
        length_mm: meant(row, "length_mm", &mut problems, number),
        width_mm: meant(row, "width_mm", &mut problems, number),
        height_mm: meant(row, "height_mm", &mut problems, number),
        group,
        kind: meant(row, "kind", &mut problems, |word| ProductKind::parse(&word.to_lowercase())),
        options: (!options.is_empty()).then_some(options),
        price,
        // A currency without a price says nothing.
        currency: currency.filter(|_| price.is_some()),
        reorder_point: meant(row, "reorder_point", &mut problems, number),
        offered: meant(row, "offered", &mut problems, yes),
        locations: row.get("locations").map(|all| {
            all.split('|').map(str::trim).filter(|one| !one.is_empty()).map(str::to_owned).collect()
        }),
    };
    for (path, _) in new.flaws() {
        let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
        let column = match *parts.as_slice() {
            ["onHand", ..] => "on_hand",
            ["weightGrams", ..] => "weight_grams",
            ["lengthMm", ..] => "length_mm",
            ["widthMm", ..] => "width_mm",
            ["heightMm", ..] => "height_mm",
            ["group", ..] => "group_key",
            ["options", ..] => "size",
            ["reorderPoint", ..] => "reorder_point",
            [column, ..] => column,
            [] => continue,
        };
        problems.add(row.line, column, Flaw::Rule);
    }
    let body = problems.found.is_empty().then(|| Body::Product { new: Box::new(new), on_hand });
    Entry { line: row.line, key, body, problems: problems.found }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{ImportKind, table::Table};

    #[test]
    fn an_empty_cell_says_nothing_and_a_wrong_one_is_named() {
        let file = "sku,name,on_hand,price,currency,size,offered,kind\nA,Mug,,\"9,50\",eur,L,,\nB,Cup,-1,9,,,perhaps,dish\n";
        let table = Table::open(ImportKind::Products, file.as_bytes()).unwrap();
        let entries: Vec<_> = table.rows().map(|row| read(&row)).collect();
        let Some(Body::Product { new, on_hand }) = &entries[0].body else {
            panic!("{:?}", entries[0].problems)
        };
        assert_eq!(
            (*on_hand, new.price, new.currency.as_deref(), new.offered),
            (None, Some(950), Some("EUR"), None)
        );
        let wrong: Vec<_> = entries[1].problems.iter().map(|problem| problem.column.as_str()).collect();
        assert_eq!(wrong, ["price", "offered", "on_hand"]);
    }
}
