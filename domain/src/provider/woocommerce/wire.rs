//! An order as WooCommerce's webhooks write it (REST API v3, <https://developer.woocommerce.com/docs/apis/rest-api/v3/orders/>): only the
//! fields we use, none of which costs us the order. Amounts are texts with decimals.

use serde::Deserialize;
use serde_json::Value;

use crate::provider::lenient::{lenient, list, text};

/// An order.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Order {
    #[serde(deserialize_with = "text")]
    pub id: Option<String>,
    /// What people call it: the id, unless a plug-in numbers orders.
    #[serde(deserialize_with = "text")]
    pub number: Option<String>,
    /// `wc_order_…`: random, so that two shops' orders never share one.
    #[serde(deserialize_with = "text")]
    pub order_key: Option<String>,
    #[serde(deserialize_with = "text")]
    pub status: Option<String>,
    #[serde(deserialize_with = "text")]
    pub currency: Option<String>,
    #[serde(deserialize_with = "text")]
    pub total: Option<String>,
    /// Null until somebody paid; cash on delivery is `processing` without it.
    #[serde(deserialize_with = "text")]
    pub date_paid_gmt: Option<String>,
    #[serde(deserialize_with = "text")]
    pub date_modified_gmt: Option<String>,
    #[serde(deserialize_with = "text")]
    pub customer_note: Option<String>,
    #[serde(deserialize_with = "lenient")]
    pub billing: Contact,
    #[serde(deserialize_with = "lenient")]
    pub shipping: Contact,
    pub line_items: Option<Vec<Line>>,
    #[serde(deserialize_with = "list")]
    pub shipping_lines: Vec<Charge>,
    #[serde(deserialize_with = "list")]
    pub fee_lines: Vec<Charge>,
    #[serde(deserialize_with = "list")]
    pub refunds: Vec<Refund>,
    #[serde(deserialize_with = "list")]
    pub meta_data: Vec<Meta>,
}

/// Who pays, or who gets it.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Contact {
    #[serde(deserialize_with = "text")]
    pub first_name: Option<String>,
    #[serde(deserialize_with = "text")]
    pub last_name: Option<String>,
    #[serde(deserialize_with = "text")]
    pub company: Option<String>,
    #[serde(deserialize_with = "text")]
    pub address_1: Option<String>,
    #[serde(deserialize_with = "text")]
    pub address_2: Option<String>,
    #[serde(deserialize_with = "text")]
    pub city: Option<String>,
    #[serde(deserialize_with = "text")]
    pub state: Option<String>,
    #[serde(deserialize_with = "text")]
    pub postcode: Option<String>,
    #[serde(deserialize_with = "text")]
    pub country: Option<String>,
    #[serde(deserialize_with = "text")]
    pub email: Option<String>,
    #[serde(deserialize_with = "text")]
    pub phone: Option<String>,
}

/// A line. `total` has its discounts out and its taxes not in.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Line {
    #[serde(deserialize_with = "text")]
    pub name: Option<String>,
    #[serde(deserialize_with = "lenient")]
    pub quantity: i64,
    #[serde(deserialize_with = "text")]
    pub total: Option<String>,
    #[serde(deserialize_with = "text")]
    pub total_tax: Option<String>,
    #[serde(deserialize_with = "text")]
    pub sku: Option<String>,
    #[serde(deserialize_with = "list")]
    pub meta_data: Vec<Meta>,
}

/// Shipping, or a fee, which may be negative.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Charge {
    #[serde(deserialize_with = "text")]
    pub method_title: Option<String>,
    #[serde(deserialize_with = "text")]
    pub name: Option<String>,
    #[serde(deserialize_with = "text")]
    pub total: Option<String>,
    #[serde(deserialize_with = "text")]
    pub total_tax: Option<String>,
}

/// Money that went back; its amount is negative.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Refund {
    #[serde(deserialize_with = "text")]
    pub id: Option<String>,
    #[serde(deserialize_with = "text")]
    pub total: Option<String>,
}

/// What a plug-in, or the buyer's choice of a variant, added.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub(super) struct Meta {
    pub key: String,
    pub value: Value,
    #[serde(deserialize_with = "text")]
    pub display_key: Option<String>,
    #[serde(deserialize_with = "text")]
    pub display_value: Option<String>,
}
