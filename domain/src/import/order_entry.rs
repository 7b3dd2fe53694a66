//! The lines of an order: one per thing bought, standing together under one reference. What belongs to the order stands on the first of them
//! and may be repeated, or left out, below.

use std::{collections::BTreeMap, iter::Peekable, str::FromStr};

use jiff::{Timestamp, civil::Date, tz::TimeZone};

use super::{
    Flaw,
    entry::{Body, Entry},
    problem::Problems,
    table::Row,
};
use crate::{
    Language,
    clock::At,
    money::Money,
    order::{Address, NewCustomer, NewItem, NewOrder, NewShipping, Priority},
};

/// What each line says for itself; all other columns belong to the order.
const ITEM: [&str; 6] = ["item_name", "quantity", "unit_price", "sku", "size", "weight_grams"];
/// Columns of the order, compared from line to line.
const ORDER: [&str; 19] = [
    "customer_name",
    "email",
    "phone",
    "line1",
    "line2",
    "city",
    "state",
    "postal_code",
    "country",
    "currency",
    "shipping_name",
    "shipping_price",
    "workflow",
    "location",
    "priority",
    "language",
    "gift",
    "notes",
    "paid_at",
];

/// Lines an order has at most ([`NewOrder::items`]).
const MOST: usize = 100;

/// Orders of consecutive rows with one reference.
pub(super) fn entries<'a>(
    rows: impl Iterator<Item = Row> + Send + 'a,
    now: At,
    zone: &'a TimeZone,
) -> impl Iterator<Item = Entry> + Send + 'a {
    let mut rows = rows.peekable();
    std::iter::from_fn(move || Some(Lines::take(&mut rows)?.read(now, zone)))
}

struct Lines {
    first: Row,
    rest: Vec<Row>,
}

impl Lines {
    fn take(rows: &mut Peekable<impl Iterator<Item = Row>>) -> Option<Self> {
        let first = rows.next()?;
        let mut rest = Vec::new();
        // A line without reference belongs to nobody.
        if let Some(reference) = first.get("reference") {
            while let Some(row) = rows.next_if(|row| row.get("reference") == Some(reference)) {
                // One too many is kept: the order's own rule names it, whatever else there is.
                if rest.len() < MOST {
                    rest.push(row);
                }
            }
        }
        Some(Self { first, rest })
    }

    fn all(&self) -> impl Iterator<Item = &Row> {
        std::iter::once(&self.first).chain(&self.rest)
    }

    fn text(&self, column: &str) -> String {
        self.first.get(column).unwrap_or_default().to_owned()
    }

    fn maybe(&self, column: &str) -> Option<String> {
        self.first.get(column).map(str::to_owned)
    }

    /// What a cell of the first line means; nothing for an empty one.
    fn meant<T>(&self, column: &str, problems: &mut Problems, read: impl Fn(&str) -> Option<T>) -> Option<T> {
        meant(&self.first, column, problems, read)
    }

    fn read(self, now: At, zone: &TimeZone) -> Entry {
        let mut problems = Problems::default();
        self.compare(&mut problems);
        let line = self.first.line;
        if self.first.get("reference").is_none() {
            problems.add(line, "reference", Flaw::Rule);
        }
        let currency = self.text("currency").to_uppercase();
        let known = Money::parse(0, &currency).is_some();
        if !known {
            problems.add(line, "currency", Flaw::Rule);
        }
        // Where nobody knows the currency, nobody knows what a price is either: one problem, not one a line.
        let price =
            |text: &str| if known { Money::read(text, &currency).map(|money| money.minor) } else { Some(1) };
        let items = self.all().map(|row| item(row, &price, &mut problems)).collect();
        let shipping_price = self.meant("shipping_price", &mut problems, price);
        let shipping = match (self.maybe("shipping_name"), shipping_price) {
            (Some(name), amount) => Some(NewShipping { name, amount: amount.unwrap_or(0), rate: None }),
            (None, Some(amount)) if amount > 0 => {
                problems.add(line, "shipping_name", Flaw::Rule);
                None
            }
            (None, _) => None,
        };
        let paid_at = self.meant("paid_at", &mut problems, |text| moment(text, zone).filter(|at| *at <= now));
        let new = NewOrder {
            customer: NewCustomer {
                name: self.text("customer_name"),
                email: self.text("email"),
                phone: self.maybe("phone"),
            },
            address: Address {
                line1: self.text("line1"),
                line2: self.maybe("line2"),
                city: self.text("city"),
                state: self.maybe("state"),
                postal_code: self.text("postal_code"),
                country: self.text("country").to_uppercase(),
            },
            items,
            currency,
            shipping,
            workflow: self.maybe("workflow"),
            location: self.maybe("location"),
            notes: self.maybe("notes"),
            gift: self.meant("gift", &mut problems, yes).unwrap_or(false),
            priority: self.meant("priority", &mut problems, Priority::parse).unwrap_or_default(),
            fulfilment: None,
            reference: self.maybe("reference"),
            language: self.meant("language", &mut problems, Language::from_tag),
            success_url: None,
            cancel_url: None,
        };
        for (path, _) in new.flaws() {
            self.place(&path, &mut problems);
        }
        let body = problems.found.is_empty().then(|| Body::Order { new: Box::new(new), paid_at });
        Entry { line, key: self.text("reference"), body, problems: problems.found }
    }

    /// What belongs to the order is said once, or the same each time.
    fn compare(&self, problems: &mut Problems) {
        for row in self.all() {
            if row.too_long {
                problems.add(row.line, "", Flaw::TooManyCells);
            }
        }
        for row in &self.rest {
            for column in ORDER {
                if row.get(column).is_some_and(|text| Some(text) != self.first.get(column)) {
                    problems.add(row.line, column, Flaw::Differs);
                }
            }
        }
    }

    /// Puts a flaw of the order's own rules (a JSON pointer) at its cell.
    fn place(&self, path: &str, problems: &mut Problems) {
        let line = self.first.line;
        let parts: Vec<&str> = path.trim_start_matches('/').split('/').collect();
        match *parts.as_slice() {
            ["items"] => problems.add(line, "unit_price", Flaw::Total),
            ["items", at, field, ..] => {
                let row = at.parse().ok().and_then(|at: usize| self.all().nth(at)).unwrap_or(&self.first);
                let column = match field {
                    "name" => "item_name",
                    "unitAmount" => "unit_price",
                    "weightGrams" => "weight_grams",
                    other => other,
                };
                problems.add(row.line, column, Flaw::Rule);
            }
            ["customer", "name"] => problems.add(line, "customer_name", Flaw::Rule),
            ["address", "postalCode"] => problems.add(line, "postal_code", Flaw::Rule),
            ["shipping", "name", ..] => problems.add(line, "shipping_name", Flaw::Rule),
            ["shipping", ..] => problems.add(line, "shipping_price", Flaw::Rule),
            [.., column] => problems.add(line, column, Flaw::Rule),
            [] => {}
        }
    }
}

fn item(row: &Row, price: &impl Fn(&str) -> Option<i64>, problems: &mut Problems) -> NewItem {
    for column in ["quantity", "unit_price"] {
        if row.get(column).is_none() {
            problems.add(row.line, column, Flaw::Rule);
        }
    }
    let text = |column| row.get(column).map(str::to_owned);
    NewItem {
        name: text(ITEM[0]).unwrap_or_default(),
        // What cannot be read is a problem already and may not make another.
        quantity: meant(row, ITEM[1], problems, number).unwrap_or(1),
        unit_amount: meant(row, ITEM[2], problems, price).unwrap_or(1),
        options: BTreeMap::new(),
        print_file_url: None,
        design_url: None,
        sku: text(ITEM[3]),
        size: text(ITEM[4]),
        technique: None,
        weight_grams: meant(row, ITEM[5], problems, number),
        length_mm: None,
        width_mm: None,
        height_mm: None,
    }
}

/// What a cell means; nothing for an empty one. A cell that means nothing is a problem.
pub(super) fn meant<T>(
    row: &Row,
    column: &str,
    problems: &mut Problems,
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let text = row.get(column)?;
    let value = read(text);
    if value.is_none() {
        problems.add(row.line, column, Flaw::Rule);
    }
    value
}

/// A whole number.
pub(super) fn number<T: FromStr>(text: &str) -> Option<T> {
    text.parse().ok()
}

/// Yes or no, in the shop's languages.
pub(super) fn yes(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "yes" | "true" | "1" | "sí" | "si" | "da" | "да" => Some(true),
        "no" | "false" | "0" | "nu" | "нет" => Some(false),
        _ => None,
    }
}

/// A moment (RFC 3339), or the beginning of a day of the shop's.
fn moment(text: &str, zone: &TimeZone) -> Option<At> {
    if let Ok(at) = text.parse::<Timestamp>() {
        return Some(At(at));
    }
    let day: Date = text.parse().ok()?;
    Some(At(day.to_zoned(zone.clone()).ok()?.timestamp()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::import::{ImportKind, table::Table};

    const HEAD: &str = "reference;customer_name;email;line1;city;country;currency;item_name;quantity;unit_price;gift;paid_at\n";

    fn read(lines: &str) -> Vec<Entry> {
        let file = format!("{HEAD}{lines}");
        let table = Table::open(ImportKind::Orders, file.as_bytes()).unwrap();
        let now = At::from_second(1_800_000_000);
        entries(table.rows(), now, &TimeZone::UTC).collect()
    }

    fn wrong(entry: &Entry) -> Vec<(usize, &str, &Flaw)> {
        entry.problems.iter().map(|problem| (problem.line, problem.column.as_str(), &problem.what)).collect()
    }

    #[test]
    fn lines_of_one_reference_are_one_order() {
        let orders = read(
            "A-1;Ana;ana@x.test;Calle 1;Madrid;es;eur;Poster;2;14,50;sí;2026-11-30\nA-1;;;;;;;Mug;1;9;;\n\
             A-2;Eva;eva@x.test;Calle 2;Madrid;ES;EUR;Cup;1;1.234,50;;\n",
        );
        assert!(orders.iter().all(|order| order.problems.is_empty()));
        let Some(Body::Order { new, paid_at }) = &orders[0].body else { panic!("an order") };
        assert_eq!((new.items.len(), new.total(), new.gift, new.currency.as_str()), (2, 3800, true, "EUR"));
        assert_eq!(paid_at.map(At::rfc3339).as_deref(), Some("2026-11-30T00:00:00Z"));
        let Some(Body::Order { new, .. }) = &orders[1].body else { panic!("an order") };
        assert_eq!((orders[1].line, new.items[0].unit_amount), (4, 123_450));
    }

    #[test]
    fn an_order_of_more_lines_than_a_hundred_is_wrong_and_its_lines_are_not_kept() {
        let (first, next) = (
            "A-1;Ana;ana@x.test;Calle 1;Madrid;ES;EUR;Poster;1;1;;\n",
            "A-2;Eva;eva@x.test;Calle 2;Madrid;ES;EUR;Cup;1;1;;\n",
        );
        let line = |quantity: &str| format!("A-1;;;;;;;Mug;{quantity};1;;\n");
        let orders = read(&format!("{first}{}{next}", line("none").repeat(300)));
        let found = wrong(&orders[0]);
        assert!(found.contains(&(2, "unit_price", &Flaw::Total)), "{found:?}");
        assert_eq!((found.len(), found.iter().map(|(line, ..)| line).max()), (101, Some(&102)), "{found:?}");
        assert!(orders.len() == 2 && orders[1].line == 303 && orders[1].body.is_some(), "the next is read");
        let full = read(&format!("{first}{}", line("1").repeat(99)));
        assert!(full.len() == 1 && full[0].body.is_some(), "a hundred are an order: {:?}", full[0].problems);
    }

    #[test]
    fn what_is_wrong_is_named_at_its_line_and_column() {
        let orders = read(
            "A-1;Ana;nonsense;Calle 1;Madrid;Spain;eur;Poster;two;14,505;maybe;2999-01-01\nA-1;Eva;;;;;;Mug;0;9;;\n\
             ;Eva;eva@x.test;Calle 2;Madrid;ES;???;Cup;1;1;;\nA-3;Eva;eva@x.test;Calle 2;Madrid;ES;EUR;Cup;1;0;;;;x\n",
        );
        assert!(orders.iter().all(|order| order.body.is_none()));
        let found = wrong(&orders[0]);
        for (line, column) in [
            (2, "email"),
            (2, "country"),
            (2, "quantity"),
            (2, "unit_price"),
            (2, "gift"),
            (2, "paid_at"),
            (3, "quantity"),
        ] {
            assert!(found.contains(&(line, column, &Flaw::Rule)), "{line} {column}: {found:?}");
        }
        assert!(found.contains(&(3, "customer_name", &Flaw::Differs)), "{found:?}");
        assert_eq!(found.len(), 8, "{found:?}");
        assert_eq!(wrong(&orders[1]), [(4, "reference", &Flaw::Rule), (4, "currency", &Flaw::Rule)]);
        assert_eq!(wrong(&orders[2]), [(5, "", &Flaw::TooManyCells), (5, "unit_price", &Flaw::Total)]);
    }
}
