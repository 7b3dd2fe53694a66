//! An order of elsewhere in our words, and what would be wrong with it.

use super::{Origin, cut};
use crate::{
    Language,
    clock::At,
    money::Money,
    order::{Address, NewOrder},
};

/// A paid order of elsewhere, as the one it would be here.
#[derive(Debug, Clone)]
pub struct Born {
    /// Where it was placed.
    pub origin: Origin,
    /// The other side's name for it: it is written down once per this.
    pub id: String,
    /// The order. Its reference is the number people there know it by.
    pub new: NewOrder,
    /// Whether no postal address came with it.
    pub homeless: bool,
    /// What was paid.
    pub paid: Paid,
}

/// The money, as whoever took it says.
#[derive(Debug, Clone)]
pub struct Paid {
    /// Minor units.
    pub amount: i64,
    /// ISO 4217, any case.
    pub currency: String,
    /// `cs_…`, where it is Stripe's.
    pub session: Option<String>,
    /// `pi_…`, where it is Stripe's.
    pub intent: Option<String>,
    /// When it was placed there.
    pub at: At,
}

impl Born {
    /// Why it cannot be written down, in plain words; `None` when it can. The lines have to come to what was paid.
    pub fn flaw(&self) -> Option<String> {
        let flaws = self.new.flaws();
        if !flaws.is_empty() {
            let flaws: Vec<_> = flaws.into_iter().map(|(field, why)| format!("{field}: {why}")).collect();
            return Some(flaws.join("; "));
        }
        let (asked, paid) = (self.new.total(), self.paid.amount);
        if asked != paid || !self.new.currency.eq_ignore_ascii_case(&self.paid.currency) {
            let words = |minor: i64, currency: &str| {
                Money::parse(minor, currency).map_or_else(
                    || format!("{minor} {currency}"),
                    |money| format!("{} {}", money.typed(Language::En), money.currency.code()),
                )
            };
            return Some(format!(
                "its lines and its shipping come to {}, but {} was paid",
                words(asked, &self.new.currency),
                words(paid, &self.paid.currency)
            ));
        }
        None
    }
}

/// A postal address as others write it.
#[derive(Debug, Clone, Copy, Default)]
pub struct Place<'a> {
    /// Street and number.
    pub line1: Option<&'a str>,
    /// Flat, company.
    pub line2: Option<&'a str>,
    /// Town.
    pub city: Option<&'a str>,
    /// Province or state.
    pub state: Option<&'a str>,
    /// Postcode.
    pub postal_code: Option<&'a str>,
    /// ISO 3166-1 alpha-2, any case.
    pub country: Option<&'a str>,
}

/// The address, and whether something of it that a parcel needs is missing: dashes then stand where street and town would, and the shop's own country.
pub fn place(told: Place<'_>, home: &str) -> (Address, bool) {
    let missing = || "–".to_owned();
    let (line1, city) = (cut(told.line1, 200), cut(told.city, 100));
    let country = cut(told.country, 2).map(|country| country.to_ascii_uppercase());
    let homeless = line1.is_none() || city.is_none() || country.is_none();
    let address = Address {
        line1: line1.unwrap_or_else(missing),
        line2: cut(told.line2, 200),
        city: city.unwrap_or_else(missing),
        state: cut(told.state, 100),
        postal_code: cut(told.postal_code, 20).unwrap_or_default(),
        country: country.unwrap_or_else(|| home.to_owned()),
    };
    (address, homeless)
}
