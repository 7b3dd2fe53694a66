//! What a key may do.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

macro_rules! scopes {
    ($($(#[$doc:meta])* $name:ident = $word:literal),+ $(,)?) => {
        /// One thing a program may be trusted with. A key holds a set of them.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, utoipa::ToSchema)]
        pub enum Scope {
            $($(#[$doc])* #[serde(rename = $word)] $name,)+
        }

        impl Scope {
            /// All of them, in the order in which people are shown them.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its word in tables, headers and pages.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $word),+ }
            }
        }
    };
}

scopes! {
    /// Places orders, asks for rates, and cancels and returns for its customer by the customer's rules.
    CreateOrders = "orders:create",
    /// Reads every order.
    ReadOrders = "orders:read",
    /// Does with orders what an operator does.
    WriteOrders = "orders:write",
    /// Buys and voids labels: that costs money.
    WriteLabels = "labels:write",
    /// Pays money back.
    WriteRefunds = "refunds:write",
    /// Reads products and their stock.
    ReadProducts = "products:read",
    /// Writes products and their stock.
    WriteProducts = "products:write",
    /// Reads locations and slots.
    ReadPlaces = "places:read",
    /// Writes locations.
    WritePlaces = "places:write",
    /// Reads messages, their templates and their figures.
    ReadNotices = "notices:read",
    /// Sends messages again.
    WriteNotices = "notices:write",
    /// Reads workflows.
    ReadWorkflows = "workflows:read",
    /// Reads the shop's figures.
    ReadFigures = "figures:read",
    /// Reads webhooks received and sent.
    ReadWebhooks = "webhooks:read",
    /// Replays them, and says where to send them.
    WriteWebhooks = "webhooks:write",
    /// Changes many orders at once.
    WriteBulk = "bulk:write",
}

impl Scope {
    /// What a storefront needs.
    pub const STOREFRONT: &[Self] =
        &[Self::CreateOrders, Self::ReadProducts, Self::WriteProducts, Self::ReadPlaces];

    /// The scope of a word; `None` for a word that is none.
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|scope| scope.as_str() == word)
    }
}

impl std::str::FromStr for Scope {
    type Err = String;

    fn from_str(word: &str) -> Result<Self, String> {
        let known = || Self::ALL.iter().map(|scope| scope.as_str()).collect::<Vec<_>>().join(", ");
        Self::from_word(word).ok_or_else(|| format!("there is no scope {word}; there are {}", known()))
    }
}

/// The words of scopes, as stored: each once, in the order in which people are shown them.
pub(super) fn words(scopes: &[Scope]) -> Vec<String> {
    let scopes: BTreeSet<Scope> = scopes.iter().copied().collect();
    scopes.iter().map(|scope| scope.as_str().to_owned()).collect()
}

/// The scopes of stored words; one that a later Clew knew is left out.
pub(super) fn read(words: &[String]) -> Vec<Scope> {
    words.iter().filter_map(|word| Scope::from_word(word)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_scope_is_its_word_everywhere() {
        for scope in Scope::ALL.iter().copied() {
            assert_eq!(scope.as_str().parse(), Ok(scope));
            assert_eq!(serde_json::to_value(scope).unwrap(), scope.as_str());
        }
        assert!("orders:everything".parse::<Scope>().unwrap_err().contains("orders:create"));
    }
}
