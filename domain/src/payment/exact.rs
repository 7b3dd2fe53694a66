//! Rule: what Stripe cannot move to the last unit is not asked of it.

use crate::{
    Language, Reason,
    money::Money,
    provider::stripe::{step, to_stripe},
};

/// Whether Stripe can take or give back this amount as it is.
///
/// # Errors
/// [`Reason::StripeStep`] where it cannot.
pub fn exact_at_stripe(amount: i64, currency: &str, language: Language) -> Result<(), Reason> {
    if to_stripe(amount, currency).is_some() {
        return Ok(());
    }
    let step = Money::parse(step(currency), currency).map(|money| money.say(language)).unwrap_or_default();
    Err(Reason::StripeStep { step })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_refusal_names_the_steps_that_stripe_takes() {
        assert_eq!(exact_at_stripe(1455, "EUR", Language::En), Ok(()));
        assert_eq!(exact_at_stripe(1450, "KWD", Language::En), Ok(()));
        for (amount, currency, step) in [(1455, "kwd", "KWD\u{a0}0.010"), (1450, "MGA", "MGA\u{a0}1.00")] {
            let refused = exact_at_stripe(amount, currency, Language::En).unwrap_err();
            assert_eq!(refused, Reason::StripeStep { step: step.to_owned() });
            for language in Language::ALL {
                assert!(refused.say(language).contains(step), "{language:?}");
            }
        }
    }
}
