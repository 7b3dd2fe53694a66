//! Which of Stripe's payments become orders: the shop's say.

/// Which Checkout Sessions that Clew did not make it takes in. A Stripe account may serve other things than this shop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Adopt {
    /// None.
    Off,
    /// Those whose metadata say `clew=order`; a Payment Link hands its metadata on to each of its sessions.
    #[default]
    Marked,
    /// Every one for a single payment.
    All,
}

impl Adopt {
    /// The choice of a word; `None` for any other word.
    pub fn parse(word: &str) -> Option<Self> {
        match word.trim() {
            "off" => Some(Self::Off),
            "marked" => Some(Self::Marked),
            "all" => Some(Self::All),
            _ => None,
        }
    }

    /// Whether a session becomes an order.
    pub const fn takes(self, marked: bool) -> bool {
        match self {
            Self::Off => false,
            Self::Marked => marked,
            Self::All => true,
        }
    }
}

/// How the shop takes in orders from elsewhere.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Connections {
    /// Which of Stripe's sessions.
    pub adopt: Adopt,
    /// Key of the workflow of every order that says no other.
    pub workflow: String,
}

impl Default for Connections {
    fn default() -> Self {
        Self { adopt: Adopt::default(), workflow: "standard".to_owned() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_shop_asked_for_becomes_an_order() {
        let choices = ["off", "marked", "all"].map(|word| Adopt::parse(word).unwrap());
        assert_eq!(choices.map(|choice| choice.takes(false)), [false, false, true]);
        assert_eq!(choices.map(|choice| choice.takes(true)), [false, true, true]);
        assert_eq!((Adopt::parse("yes"), Adopt::default()), (None, Adopt::Marked));
    }
}
