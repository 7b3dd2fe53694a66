//! Amounts at Stripe's border. Ours are minor units as ISO 4217 counts them; for a few currencies Stripe counts otherwise
//! (<https://docs.stripe.com/currencies#special-cases>).
//!
//! ```text
//! ISK, UGX                   ours have no decimals; Stripe's have two, which are always 00
//! MGA                        ours have two decimals; Stripe's have none
//! BHD, JOD, KWD, OMR, TND    three decimals on both sides, and what Stripe is asked for ends in 0
//! ```
//!
//! Nothing is rounded: what is no amount on the other side is none here, and whoever asked for it says so to a person.

/// The smallest amount of ours that Stripe moves, and what Stripe calls it.
fn step_of(currency: &str) -> (i64, i64) {
    match currency.to_ascii_uppercase().as_str() {
        "ISK" | "UGX" => (1, 100),
        "MGA" => (100, 1),
        "BHD" | "JOD" | "KWD" | "OMR" | "TND" => (10, 10),
        _ => (1, 1),
    }
}

/// Our minor units of the smallest amount that Stripe moves.
pub fn step(currency: &str) -> i64 {
    step_of(currency).0
}

/// Our minor units as Stripe's; `None` where Stripe moves no such amount.
pub fn to_stripe(minor: i64, currency: &str) -> Option<i64> {
    let (ours, theirs) = step_of(currency);
    if minor % ours == 0 { (minor / ours).checked_mul(theirs) } else { None }
}

/// Stripe's minor units as ours; `None` where we have no such amount.
pub fn from_stripe(amount: i64, currency: &str) -> Option<i64> {
    let (ours, theirs) = step_of(currency);
    let scaled = amount.checked_mul(ours)?;
    (scaled % theirs == 0).then_some(scaled / theirs)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn what_stripe_counts_otherwise_crosses_exactly_or_not_at_all() {
        for (minor, currency, theirs) in [
            (3490, "EUR", Some(3490)),
            (500, "jpy", Some(500)),
            (1050, "HUF", Some(1050)),
            (1050, "twd", Some(1050)),
            (5, "ISK", Some(500)),
            (-5, "ugx", Some(-500)),
            (1200, "MGA", Some(12)),
            (1220, "mga", None),
            (5120, "KWD", Some(5120)),
            (5124, "kwd", None),
            (i64::MAX, "ISK", None),
        ] {
            assert_eq!(to_stripe(minor, currency), theirs, "{minor} {currency}");
        }
        for (amount, currency, ours) in [
            (3490, "eur", Some(3490)),
            (500, "isk", Some(5)),
            (550, "ISK", None),
            (12, "mga", Some(1200)),
            (5124, "KWD", Some(5124)),
            (i64::MAX, "MGA", None),
        ] {
            assert_eq!(from_stripe(amount, currency), ours, "{amount} {currency}");
        }
        assert_eq!(["EUR", "isk", "MGA", "tnd"].map(step), [1, 1, 100, 10]);
    }

    proptest! {
        #[test]
        fn what_crosses_comes_back_the_same(
            amount in -99_999_999_i64..=99_999_999,
            currency in prop::sample::select(vec!["EUR", "jpy", "ISK", "ugx", "MGA", "bhd", "JOD", "kwd", "OMR", "tnd"]),
        ) {
            let there = to_stripe(amount, currency);
            prop_assert_eq!(there.is_some(), amount % step(currency) == 0);
            if let Some(there) = there {
                prop_assert_eq!(from_stripe(there, currency), Some(amount));
            }
            if let Some(theirs) = from_stripe(amount, currency).and_then(|here| to_stripe(here, currency)) {
                prop_assert_eq!(theirs, amount);
            }
        }
    }
}
