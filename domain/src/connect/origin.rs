//! Where an order was born, when it was not at our own checkout.

use crate::{Language, language::say};

/// Who placed it and took the money for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Origin {
    /// A Payment Link of the shop's Stripe account.
    StripeLink,
    /// A Checkout Session that some other program of the shop's made.
    StripeCheckout,
    /// A shop with WooCommerce.
    WooCommerce,
    /// A shop at Shopify.
    Shopify,
}

impl Origin {
    /// All four.
    pub const ALL: [Self; 4] = [Self::StripeLink, Self::StripeCheckout, Self::WooCommerce, Self::Shopify];

    /// The word as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::StripeLink => "stripe_link",
            Self::StripeCheckout => "stripe_checkout",
            Self::WooCommerce => "woocommerce",
            Self::Shopify => "shopify",
        }
    }

    /// The origin of a stored word.
    pub fn parse(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|origin| origin.as_str() == word)
    }

    /// The name of whose it is, the same in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::StripeLink | Self::StripeCheckout => "Stripe",
            Self::WooCommerce => "WooCommerce",
            Self::Shopify => "Shopify",
        }
    }

    /// Whether this shop's own Stripe account took the money, so that it can go back from here.
    pub const fn is_stripe(self) -> bool {
        matches!(self, Self::StripeLink | Self::StripeCheckout)
    }

    /// What people read: `WooCommerce #1234`, `Stripe Payment Link`.
    pub fn say(self, language: Language, reference: Option<&str>) -> String {
        let name = say(language, &format!("origin-{}", self.as_str().replace('_', "-")));
        match reference {
            Some(reference) => format!("{name} #{reference}"),
            None => name,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn people_read_where_it_was_bought_and_under_which_number() {
        assert_eq!(Origin::WooCommerce.say(Language::Ru, Some("1234")), "WooCommerce #1234");
        assert_eq!(Origin::StripeLink.say(Language::En, None), "Stripe Payment Link");
        for origin in Origin::ALL {
            assert_eq!(Origin::parse(origin.as_str()), Some(origin));
            for language in Language::ALL {
                assert!(!origin.say(language, None).starts_with("Unknown localization"), "{origin:?}");
            }
        }
    }
}
