//! What the customer typed, and whether a bank need be asked at all.

use serde::Deserialize;

use crate::session::ShippingAddress;
use crate::{clock, html};

/// The fields carry the names Stripe's own page gives them.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default, rename_all = "camelCase")]
pub struct Typed {
    /// Card number.
    pub card_number: String,
    /// `MM / YY`.
    pub card_expiry: String,
    /// Security code.
    pub card_cvc: String,
    /// Name on the card.
    pub billing_name: String,
    /// Asked for when the session brought none.
    pub email: String,
    /// Where it goes, when the session asks: street and number.
    pub shipping_address_line1: String,
    /// Town.
    pub shipping_locality: String,
    /// Postcode.
    pub shipping_postal_code: String,
    /// Two letters.
    pub shipping_country: String,
    /// A ticked box.
    pub delayed: Option<String>,
}

impl Typed {
    /// The first thing wrong with date and code: the input's id and what to say.
    pub fn wrong(&self) -> Option<(&'static str, &'static str)> {
        if self.delayed.is_some() {
            return None;
        }
        match self.expiry() {
            None => return Some(("cardExpiry", "incomplete_expiry")),
            Some(month) if month < this_month() => return Some(("cardExpiry", "invalid_expiry")),
            Some(_) => {}
        }
        let cvc = self.card_cvc.trim();
        let complete = (3..=4).contains(&cvc.len()) && cvc.bytes().all(|digit| digit.is_ascii_digit());
        (!complete).then_some(("cardCvc", "incomplete_cvc"))
    }

    /// Where it goes, as far as it was typed.
    pub fn shipping(&self) -> ShippingAddress {
        let given = |text: &str| Some(text.trim()).filter(|text| !text.is_empty()).map(str::to_owned);
        ShippingAddress {
            line1: given(&self.shipping_address_line1),
            city: given(&self.shipping_locality),
            postal_code: given(&self.shipping_postal_code),
            country: given(&self.shipping_country).map(|country| country.to_uppercase()),
            ..ShippingAddress::default()
        }
    }

    /// Months since the year 0.
    fn expiry(&self) -> Option<i64> {
        let digits: String = self.card_expiry.chars().filter(char::is_ascii_digit).collect();
        let (month, year) = digits.split_at_checked(2)?;
        let month: i64 = month.parse().ok().filter(|month| (1..=12).contains(month))?;
        let year: i64 = match year.len() {
            2 => 2000 + year.parse::<i64>().ok()?,
            4 => year.parse().ok()?,
            _ => return None,
        };
        Some(year * 12 + month)
    }
}

fn this_month() -> i64 {
    let (year, month, _) = html::civil(clock::now().div_euclid(86_400));
    year * 12 + month
}
