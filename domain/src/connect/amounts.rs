//! Amounts as other shops write them: decimals, some with a sign.

use crate::money::Money;

/// Minor units of `-29.00`; `None` for what is no amount of this currency, or finer than it.
pub fn minor(amount: &str, currency: &str) -> Option<i64> {
    let amount = amount.trim();
    match amount.strip_prefix('-') {
        Some(amount) => Money::from_decimal(amount, currency).map(|money| -money.minor),
        None => Money::from_decimal(amount, currency).map(|money| money.minor),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_read_exactly_or_not_at_all() {
        assert_eq!(minor("29.00", "EUR"), Some(2900));
        assert_eq!((minor("-0.50", "eur"), minor(" 500 ", "JPY")), (Some(-50), Some(500)));
        for (amount, currency) in
            [("29.005", "EUR"), ("1.5", "JPY"), ("--1", "EUR"), ("", "EUR"), ("1", "BTC")]
        {
            assert_eq!(minor(amount, currency), None, "{amount} {currency}");
        }
    }
}
