//! The Checkout Session: what it is, and, one file each, what can happen to it.

mod complete;
mod decline;
mod expire;
mod pay;
mod settle;
mod wire;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::cards::Card;
use crate::line_item::LineItem;
use crate::table::Row;

pub use expire::{NotOpen, expire};
pub use pay::{Attempt, Outcome, authenticate, pay};
pub use settle::{NotProcessing, settle};

/// Where a session stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Waiting for the customer.
    Open,
    /// The customer is done; the money may still be on its way.
    Complete,
    /// Too late.
    Expired,
}

/// What became of the money.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PaymentStatus {
    /// Here.
    Paid,
    /// Not here, perhaps not yet.
    Unpaid,
    /// The total was nothing.
    NoPaymentRequired,
}

/// Who paid, as typed on the pay page.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct Buyer {
    /// Name on the card.
    pub name: Option<String>,
    /// Email, when the session did not bring one.
    pub email: Option<String>,
    /// Phone, when the session asked for one.
    #[serde(default)]
    pub phone: Option<String>,
    /// Where it goes, when the session asked for that.
    #[serde(default)]
    pub shipping: Option<ShippingAddress>,
}

/// Where a parcel goes, in the fields of Stripe's own address.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ShippingAddress {
    /// Town.
    pub city: Option<String>,
    /// ISO 3166-1 alpha-2.
    pub country: Option<String>,
    /// Street and number.
    pub line1: Option<String>,
    /// Flat, floor.
    pub line2: Option<String>,
    /// Postcode.
    pub postal_code: Option<String>,
    /// Province or state.
    pub state: Option<String>,
}

/// The shipping choice a session was created with.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Shipping {
    /// `shr_...`
    pub rate: String,
    /// Shown to the customer.
    pub display_name: String,
    /// Minor units.
    pub amount: i64,
}

/// See the module.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Session {
    /// `cs_test_...`
    pub id: String,
    /// Unix seconds.
    pub created: i64,
    /// Unix seconds; after this nobody can pay.
    pub expires_at: i64,
    /// Lowercase ISO code.
    pub currency: String,
    /// What is bought.
    pub line_items: Vec<LineItem>,
    /// Every shipping option offered; the first one counts.
    pub shipping: Vec<Shipping>,
    /// Template with `{CHECKOUT_SESSION_ID}`.
    pub success_url: String,
    /// The session's metadata; the intent's is separate.
    pub metadata: BTreeMap<String, String>,
    /// Everything the creator sent, for the fields that are only repeated back.
    pub params: Value,
    /// The Payment Link that made it.
    #[serde(default)]
    pub payment_link: Option<String>,
    /// Where it stands.
    pub status: Status,
    /// What became of the money.
    pub payment_status: PaymentStatus,
    /// Made by the first attempt to pay, as Stripe does since 2022-08-01.
    pub payment_intent: Option<String>,
    /// Who paid.
    pub buyer: Buyer,
    /// The card of a payment that is not over: its bank asks the customer, or its money is on the way.
    pub awaiting: Option<Card>,
}

impl Row for Session {
    fn id(&self) -> &str {
        &self.id
    }
}

impl Session {
    /// Lines, before shipping.
    pub fn amount_subtotal(&self) -> i64 {
        self.line_items.iter().fold(0, |sum, line| sum.saturating_add(line.amount()))
    }

    /// Shipping.
    pub fn amount_shipping(&self) -> i64 {
        self.shipping.first().map_or(0, |shipping| shipping.amount)
    }

    /// What the customer pays.
    pub fn amount_total(&self) -> i64 {
        self.amount_subtotal().saturating_add(self.amount_shipping())
    }

    /// A text the creator sent, by JSON pointer.
    pub fn param(&self, pointer: &str) -> Option<&str> {
        self.params.pointer(pointer).and_then(Value::as_str).filter(|text| !text.is_empty())
    }

    /// Whether the pay page asks where it goes.
    pub fn asks_address(&self) -> bool {
        self.params.get("shipping_address_collection").is_some()
    }

    /// Where the customer goes after paying.
    pub fn return_address(&self) -> String {
        self.success_url.replace("{CHECKOUT_SESSION_ID}", &self.id)
    }
}
