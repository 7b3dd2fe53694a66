//! Lines as another shop sold them, as items of ours.
//!
//! Their line has one amount for all its pieces, with taxes in and discounts out; ours has a price of one piece. What does not divide
//! becomes two lines, so that no cent is made or lost.

use std::collections::BTreeMap;

use crate::order::NewItem;

/// One line of another shop's order.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Bought {
    /// What it is called.
    pub name: String,
    /// How many.
    pub quantity: i64,
    /// Minor units for all of them: what was paid for this line.
    pub amount: i64,
    /// The product, where it has a number of ours.
    pub sku: Option<String>,
    /// What was chosen.
    pub options: BTreeMap<String, String>,
    /// Grams of one.
    pub weight_grams: Option<i32>,
}

/// What an order comes to, by its lines and by its total.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sum {
    /// Minor units of sending it.
    pub shipping: i64,
    /// Minor units that were paid.
    pub total: i64,
}

impl Sum {
    /// Fits the lines to the total where they differ by rounding only: shops that round taxes once per order are off by at most one
    /// minor unit a line. What is more stays, and is found by whoever compares.
    pub fn fit(self, lines: &mut [Bought]) {
        let said = lines.iter().fold(self.shipping, |sum, line| sum.saturating_add(line.amount));
        let off = self.total.saturating_sub(said);
        if off.unsigned_abs() <= lines.len() as u64 {
            spread(lines, off);
        }
    }
}

/// Adds an amount to the lines, or takes it off them: first of the dearest, and never below nothing.
pub fn spread(lines: &mut [Bought], mut by: i64) {
    let mut order: Vec<_> = (0..lines.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(lines[*at].amount));
    for at in order {
        let taken = by.max(-lines[at].amount.max(0));
        lines[at].amount += taken;
        by -= taken;
    }
}

/// The items. A line of which nothing was bought is none.
pub fn items(lines: Vec<Bought>) -> Vec<NewItem> {
    lines.into_iter().filter(|line| line.quantity > 0).flat_map(pieces).collect()
}

fn pieces(line: Bought) -> Vec<NewItem> {
    let (each, dearer) = (line.amount.div_euclid(line.quantity), line.amount.rem_euclid(line.quantity));
    let of = |quantity: i64, unit_amount: i64| NewItem {
        name: line.name.clone(),
        quantity: i32::try_from(quantity).unwrap_or(i32::MAX),
        unit_amount,
        options: line.options.clone(),
        print_file_url: None,
        design_url: None,
        size: None,
        technique: None,
        sku: line.sku.clone(),
        weight_grams: line.weight_grams,
        length_mm: None,
        width_mm: None,
        height_mm: None,
    };
    let parts = [of(line.quantity - dearer, each), of(dearer, each + 1)];
    parts.into_iter().filter(|item| item.quantity > 0).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn line(quantity: i64, amount: i64) -> Bought {
        Bought { name: "Poster".to_owned(), quantity, amount, ..Bought::default() }
    }

    fn amounts(lines: &[Bought]) -> Vec<i64> {
        lines.iter().map(|line| line.amount).collect()
    }

    #[test]
    fn what_does_not_divide_becomes_two_lines() {
        let split: Vec<_> =
            items(vec![line(3, 1000)]).iter().map(|item| (item.quantity, item.unit_amount)).collect();
        assert_eq!(split, [(2, 333), (1, 334)]);
        assert_eq!(items(vec![line(2, 1000), line(0, 0)]).len(), 1);
    }

    #[test]
    fn only_what_rounding_explains_is_fitted() {
        let fitted = |total: i64| {
            let mut lines = vec![line(1, 500), line(2, 700)];
            Sum { shipping: 100, total }.fit(&mut lines);
            amounts(&lines)
        };
        assert_eq!(fitted(1300), [500, 700]);
        assert_eq!((fitted(1302), fitted(1298)), (vec![500, 702], vec![500, 698]));
        assert_eq!((fitted(1303), fitted(1200)), (vec![500, 700], vec![500, 700]));
        let mut lines = vec![line(1, 500), line(1, 700)];
        spread(&mut lines, -900);
        assert_eq!(amounts(&lines), [300, 0], "a discount larger than the dearest line");
    }

    proptest! {
        #[test]
        fn no_cent_is_made_or_lost(lines in prop::collection::vec((1_i64..200, 0_i64..1_000_000), 1..20)) {
            let lines: Vec<_> = lines.into_iter().map(|(quantity, amount)| line(quantity, amount)).collect();
            let (paid, pieces): (i64, i64) = lines.iter().fold((0, 0), |(paid, pieces), line| (paid + line.amount, pieces + line.quantity));
            let items = items(lines);
            prop_assert_eq!(items.iter().map(|item| item.unit_amount * i64::from(item.quantity)).sum::<i64>(), paid);
            prop_assert_eq!(items.iter().map(|item| i64::from(item.quantity)).sum::<i64>(), pieces);
        }
    }
}
