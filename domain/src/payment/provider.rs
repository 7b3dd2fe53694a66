//! Who took an order's money, and so who can give it back.

/// Who took it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum PaymentProvider {
    /// Stripe, through this shop's account; or Stitch, which tells of it beside Stripe.
    #[default]
    Stripe,
    /// Somebody else: another shop, a till, a bank. We only hear of it, and can give nothing back.
    External,
}

impl PaymentProvider {
    /// The word as stored.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Stripe => "stripe",
            Self::External => "external",
        }
    }

    /// The provider of a stored word; the column's own check knows no third.
    pub fn of(word: &str) -> Self {
        if word == Self::External.as_str() { Self::External } else { Self::Stripe }
    }
}
