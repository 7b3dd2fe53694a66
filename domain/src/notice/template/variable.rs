//! The variables there are: a closed list, so that a template can name nothing else.

use serde::{Deserialize, Serialize};

use crate::{Language, language::say, notice::NoticeKind};

/// What may stand between two pairs of braces.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Variable {
    /// The order's number.
    Number,
    /// The customer's name.
    Name,
    /// The shop's name.
    Shop,
    /// Where to ask.
    Contact,
    /// The page that tells more: the order's, the one that signs in, the admin's.
    Link,
    /// Where the customer says what they want to hear.
    Preferences,
    /// The stage, as customers read it.
    Stage,
    /// One of ten words everybody shares.
    Status,
    /// What was bought, in one line.
    Items,
    /// How many pieces.
    ItemCount,
    /// What all of it costs.
    Total,
    /// The money this message is about.
    Amount,
    /// Whether the money is, or was, only held.
    Held,
    /// Whether its customer comes for it.
    Pickup,
    /// Where to.
    Place,
    /// At which time it is handed over.
    Slot,
    /// The day by which it should leave.
    Promised,
    /// The day on which it should arrive.
    Expected,
    /// The day on which we had said it would.
    Previous,
    /// Who carries the first box.
    Carrier,
    /// The first box's number.
    TrackingNumber,
    /// The carrier's page about it.
    TrackingUrl,
    /// All boxes in one line.
    Parcels,
    /// How many boxes.
    ParcelCount,
    /// What holds it up.
    Problem,
    /// What a person wrote.
    Message,
    /// A product's code.
    Sku,
    /// A product's name.
    Product,
    /// What is left of it.
    Stock,
    /// Who gave somebody an account.
    Inviter,
}

/// What a variable holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Type {
    /// Words; nothing is an empty text.
    Text,
    /// A whole number: it chooses plurals.
    Count,
    /// Yes or no: for `if` only.
    Flag,
}

impl Variable {
    /// All of them, in the order a picker shows them.
    pub const ALL: [Self; 30] = [
        Self::Number,
        Self::Name,
        Self::Shop,
        Self::Contact,
        Self::Link,
        Self::Preferences,
        Self::Stage,
        Self::Status,
        Self::Items,
        Self::ItemCount,
        Self::Total,
        Self::Amount,
        Self::Held,
        Self::Pickup,
        Self::Place,
        Self::Slot,
        Self::Promised,
        Self::Expected,
        Self::Previous,
        Self::Carrier,
        Self::TrackingNumber,
        Self::TrackingUrl,
        Self::Parcels,
        Self::ParcelCount,
        Self::Problem,
        Self::Message,
        Self::Sku,
        Self::Product,
        Self::Stock,
        Self::Inviter,
    ];

    /// The name in a template.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Number => "number",
            Self::Name => "name",
            Self::Shop => "shop",
            Self::Contact => "contact",
            Self::Link => "link",
            Self::Preferences => "preferences",
            Self::Stage => "stage",
            Self::Status => "status",
            Self::Items => "items",
            Self::ItemCount => "item_count",
            Self::Total => "total",
            Self::Amount => "amount",
            Self::Held => "held",
            Self::Pickup => "pickup",
            Self::Place => "place",
            Self::Slot => "slot",
            Self::Promised => "promised",
            Self::Expected => "expected",
            Self::Previous => "previous",
            Self::Carrier => "carrier",
            Self::TrackingNumber => "tracking_number",
            Self::TrackingUrl => "tracking_url",
            Self::Parcels => "parcels",
            Self::ParcelCount => "parcel_count",
            Self::Problem => "problem",
            Self::Message => "message",
            Self::Sku => "sku",
            Self::Product => "product",
            Self::Stock => "stock",
            Self::Inviter => "inviter",
        }
    }

    /// The variable of that name.
    pub fn parse(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|variable| variable.as_str() == name)
    }

    /// What it holds.
    pub const fn holds(self) -> Type {
        match self {
            Self::ItemCount | Self::ParcelCount | Self::Stock => Type::Count,
            Self::Held | Self::Pickup => Type::Flag,
            _ => Type::Text,
        }
    }

    /// Whether messages of this kind know it.
    pub const fn is_of(self, kind: NoticeKind) -> bool {
        use NoticeKind as K;
        match self {
            Self::Shop | Self::Contact | Self::Link => true,
            Self::Preferences => kind.is_about_order() && !kind.is_for_staff(),
            Self::Amount => matches!(kind, K::Confirmation | K::Cancelled | K::Refunded | K::StaffDispute),
            Self::Held => matches!(kind, K::Confirmation | K::Cancelled),
            Self::Promised => matches!(kind, K::Confirmation | K::Processing | K::Progress),
            Self::Expected => matches!(kind, K::Shipped | K::OutForDelivery | K::Delayed | K::Exception),
            Self::Previous => matches!(kind, K::Delayed),
            Self::Carrier | Self::TrackingNumber | Self::TrackingUrl | Self::Parcels | Self::ParcelCount => {
                kind.is_about_parcels()
            }
            Self::Problem => matches!(kind, K::Exception | K::StaffException),
            Self::Message => matches!(kind, K::Message | K::SpecsReturned),
            Self::Sku | Self::Product | Self::Stock => matches!(kind, K::StaffLowStock),
            Self::Inviter => matches!(kind, K::StaffInvited),
            _ => kind.is_about_order(),
        }
    }

    /// Whether it can be empty in a message of this kind: it then belongs inside an `if`.
    pub const fn may_be_empty(self, kind: NoticeKind) -> bool {
        match self {
            Self::Amount => matches!(kind, NoticeKind::Cancelled),
            Self::Preferences
            | Self::Place
            | Self::Slot
            | Self::Promised
            | Self::Expected
            | Self::Previous
            | Self::Carrier
            | Self::TrackingNumber
            | Self::TrackingUrl
            | Self::Parcels
            | Self::Problem => true,
            _ => false,
        }
    }

    /// What it is, for whoever writes a template.
    pub fn describe(self, language: Language) -> String {
        say(language, &format!("wording-variable-{}", self.as_str().replace('_', "-")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_variable_has_its_name_and_its_words() {
        for variable in Variable::ALL {
            assert_eq!(Variable::parse(variable.as_str()), Some(variable));
            for language in Language::ALL {
                let words = variable.describe(language);
                assert!(!words.starts_with("Unknown localization"), "{words}");
            }
            assert!(NoticeKind::ALL.into_iter().any(|kind| variable.is_of(kind)), "{variable:?}");
        }
        assert_eq!(Variable::parse("constructor"), None);
    }
}
