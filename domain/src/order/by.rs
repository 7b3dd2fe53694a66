//! On whose behalf a verb is called that customers, storefronts and staff share.

use crate::{event::Source, history::Actor, staff::Person};

/// Who asks.
#[derive(Debug, Clone)]
pub enum By {
    /// The customer, on their page.
    Customer,
    /// A storefront's program, for the customer and under the customer's rules.
    Storefront,
    /// Staff, who decide.
    Staff(Person),
}

impl By {
    /// As it stands in the history.
    pub fn actor(&self) -> Actor {
        match self {
            Self::Customer => Actor::of(Source::Customer),
            Self::Storefront => Actor::of(Source::Api),
            Self::Staff(person) => person.actor(),
        }
    }
}
