//! Shopify's webhooks as we read them (<https://shopify.dev/docs/api/admin-rest/latest/resources/order>): only the fields we use, none of
//! which costs us the order. Amounts are texts with decimals, in the shop's own currency but for a refund's.

use serde::Deserialize;
use serde_json::Value;

use crate::provider::lenient::{lenient, list, text};

/// An order, or a refund: whichever fields it has.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Body {
    #[serde(deserialize_with = "text")]
    pub id: Option<String>,
    /// A refund's.
    #[serde(deserialize_with = "text")]
    pub order_id: Option<String>,
    /// A refund's.
    #[serde(deserialize_with = "list")]
    pub transactions: Vec<Transaction>,
    #[serde(deserialize_with = "text")]
    pub created_at: Option<String>,
    /// `#1001`: what people call it.
    #[serde(deserialize_with = "text")]
    pub name: Option<String>,
    #[serde(deserialize_with = "text")]
    pub email: Option<String>,
    #[serde(deserialize_with = "text")]
    pub contact_email: Option<String>,
    #[serde(deserialize_with = "text")]
    pub phone: Option<String>,
    #[serde(deserialize_with = "text")]
    pub currency: Option<String>,
    #[serde(deserialize_with = "text")]
    pub total_price: Option<String>,
    #[serde(deserialize_with = "text")]
    pub total_tip_received: Option<String>,
    pub original_total_duties_set: Option<Value>,
    #[serde(deserialize_with = "lenient")]
    pub taxes_included: bool,
    /// `paid partially_refunded refunded …`; a draft and a checkout have none.
    #[serde(deserialize_with = "text")]
    pub financial_status: Option<String>,
    #[serde(deserialize_with = "text")]
    pub fulfillment_status: Option<String>,
    #[serde(deserialize_with = "text")]
    pub cancelled_at: Option<String>,
    /// Of the button "send test notification", or of a bogus gateway.
    #[serde(deserialize_with = "lenient")]
    pub test: bool,
    #[serde(deserialize_with = "text")]
    pub processed_at: Option<String>,
    #[serde(deserialize_with = "text")]
    pub customer_locale: Option<String>,
    #[serde(deserialize_with = "text")]
    pub note: Option<String>,
    pub line_items: Option<Vec<Line>>,
    #[serde(deserialize_with = "list")]
    pub shipping_lines: Vec<Line>,
    #[serde(deserialize_with = "list")]
    pub refunds: Vec<Body>,
    #[serde(deserialize_with = "lenient")]
    pub shipping_address: Option<Contact>,
    #[serde(deserialize_with = "lenient")]
    pub billing_address: Option<Contact>,
}

/// A line of goods, or of shipping. `price` is of one piece, with its discounts not out.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Line {
    #[serde(deserialize_with = "text")]
    pub title: Option<String>,
    #[serde(deserialize_with = "text")]
    pub variant_title: Option<String>,
    pub quantity: Option<i64>,
    #[serde(deserialize_with = "text")]
    pub price: Option<String>,
    #[serde(deserialize_with = "text")]
    pub sku: Option<String>,
    #[serde(deserialize_with = "lenient")]
    pub grams: Option<i32>,
    #[serde(deserialize_with = "list")]
    pub discount_allocations: Vec<Amount>,
    #[serde(deserialize_with = "list")]
    pub tax_lines: Vec<Amount>,
    #[serde(deserialize_with = "list")]
    pub properties: Vec<Property>,
}

/// A discount's `amount`, or a tax's `price`.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Amount {
    #[serde(deserialize_with = "text")]
    pub amount: Option<String>,
    #[serde(deserialize_with = "text")]
    pub price: Option<String>,
}

/// What the buyer typed or chose.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Property {
    #[serde(deserialize_with = "text")]
    pub name: Option<String>,
    #[serde(deserialize_with = "text")]
    pub value: Option<String>,
}

/// Money of a refund: one for each gateway it goes back by, and one for each time it is tried anew.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Transaction {
    #[serde(deserialize_with = "text")]
    pub id: Option<String>,
    pub kind: String,
    pub status: String,
    #[serde(deserialize_with = "text")]
    pub amount: Option<String>,
    /// The buyer's, where that is another than the shop's.
    #[serde(deserialize_with = "text")]
    pub currency: Option<String>,
    /// The same in both.
    #[serde(deserialize_with = "lenient")]
    pub amount_set: Option<Both>,
}

/// An amount in the shop's currency and in the buyer's.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Both {
    #[serde(deserialize_with = "lenient")]
    pub shop_money: Told,
    #[serde(deserialize_with = "lenient")]
    pub presentment_money: Told,
}

/// An amount with its currency.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Told {
    #[serde(deserialize_with = "text")]
    pub amount: Option<String>,
    #[serde(deserialize_with = "text")]
    pub currency_code: Option<String>,
}

/// A person and their address.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Contact {
    #[serde(deserialize_with = "text")]
    pub name: Option<String>,
    #[serde(deserialize_with = "text")]
    pub company: Option<String>,
    #[serde(deserialize_with = "text")]
    pub address1: Option<String>,
    #[serde(deserialize_with = "text")]
    pub address2: Option<String>,
    #[serde(deserialize_with = "text")]
    pub city: Option<String>,
    #[serde(deserialize_with = "text")]
    pub province: Option<String>,
    #[serde(deserialize_with = "text")]
    pub zip: Option<String>,
    #[serde(deserialize_with = "text")]
    pub country_code: Option<String>,
    #[serde(deserialize_with = "text")]
    pub phone: Option<String>,
}
