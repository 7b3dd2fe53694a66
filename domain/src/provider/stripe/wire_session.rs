//! A Checkout Session as we read it when Clew did not make it: only the fields we use, none of which costs us the session
//! (<https://docs.stripe.com/api/checkout/sessions/object>).

use std::collections::HashMap;

use serde::Deserialize;
use serde_json::Value;

use crate::{
    ids::{OrderId, PaymentId},
    provider::lenient::{lenient, list, text},
};

/// A session.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Session {
    /// `cs_…`.
    pub id: String,
    /// Unix seconds.
    pub created: i64,
    /// `payment`, `subscription` or `setup`.
    #[serde(deserialize_with = "text")]
    pub mode: Option<String>,
    /// `paid unpaid no_payment_required`.
    #[serde(deserialize_with = "text")]
    pub payment_status: Option<String>,
    /// An id, or the object itself when expanded.
    pub payment_intent: Option<Value>,
    /// The Payment Link it came by.
    pub payment_link: Option<Value>,
    /// Stripe's minor units.
    #[serde(deserialize_with = "lenient")]
    pub amount_total: Option<i64>,
    /// ISO 4217, lower case.
    #[serde(deserialize_with = "text")]
    pub currency: Option<String>,
    /// Whatever its maker put there.
    #[serde(deserialize_with = "text")]
    pub client_reference_id: Option<String>,
    /// The page's language, where it was chosen.
    #[serde(deserialize_with = "text")]
    pub locale: Option<String>,
    /// Its own, or its Payment Link's.
    #[serde(deserialize_with = "lenient")]
    pub metadata: Option<HashMap<String, String>>,
    /// Who paid.
    #[serde(deserialize_with = "lenient")]
    pub customer_details: Option<Details>,
    /// Where its maker knew it.
    #[serde(deserialize_with = "text")]
    pub customer_email: Option<String>,
    #[serde(deserialize_with = "lenient")]
    collected_information: Option<Collected>,
    /// Where it stood until API version 2025-03-31.
    #[serde(deserialize_with = "lenient")]
    shipping_details: Option<Details>,
    /// What sending it costs.
    #[serde(deserialize_with = "lenient")]
    pub shipping_cost: Option<Cost>,
    #[serde(deserialize_with = "list")]
    custom_fields: Vec<Asked>,
}

#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Collected {
    #[serde(deserialize_with = "lenient")]
    shipping_details: Option<Details>,
}

/// A person.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Details {
    /// Full name.
    #[serde(deserialize_with = "text")]
    pub name: Option<String>,
    /// Where mail goes.
    #[serde(deserialize_with = "text")]
    pub email: Option<String>,
    /// Where they are called.
    #[serde(deserialize_with = "text")]
    pub phone: Option<String>,
    /// Where they live, as far as it was asked.
    #[serde(deserialize_with = "lenient")]
    pub address: Option<Address>,
}

/// An address of Stripe's.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Address {
    /// Street and number.
    #[serde(deserialize_with = "text")]
    pub line1: Option<String>,
    /// Flat, company.
    #[serde(deserialize_with = "text")]
    pub line2: Option<String>,
    /// Town.
    #[serde(deserialize_with = "text")]
    pub city: Option<String>,
    /// Province or state.
    #[serde(deserialize_with = "text")]
    pub state: Option<String>,
    /// Postcode.
    #[serde(deserialize_with = "text")]
    pub postal_code: Option<String>,
    /// ISO 3166-1 alpha-2.
    #[serde(deserialize_with = "text")]
    pub country: Option<String>,
}

/// What sending costs.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Cost {
    /// Stripe's minor units, taxes in.
    #[serde(deserialize_with = "lenient")]
    pub amount_total: Option<i64>,
    shipping_rate: Option<Value>,
}

impl Cost {
    /// What the customer chose, where the rate came along.
    pub fn name(&self) -> Option<&str> {
        self.shipping_rate.as_ref()?.get("display_name")?.as_str()
    }
}

/// Something the page asked besides.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
struct Asked {
    key: String,
    label: Option<Value>,
    text: Option<Value>,
    dropdown: Option<Value>,
    numeric: Option<Value>,
}

impl Asked {
    fn answer(&self) -> Option<String> {
        let parts = [&self.text, &self.dropdown, &self.numeric];
        let value = parts.into_iter().flatten().find_map(|part| part.get("value")?.as_str())?;
        let label = self.label.as_ref().and_then(|label| label.get("custom")?.as_str());
        Some(format!("{}: {value}", label.unwrap_or(&self.key)))
    }
}

impl Session {
    /// Whether its money is here. What is only held, or on its way, is not.
    pub fn is_paid(&self) -> bool {
        self.mode.as_deref() == Some("payment") && self.payment_status.as_deref() == Some("paid")
    }

    /// Whether Clew made it, this one or another: then it is an order already, or never to be one here.
    pub fn is_ours(&self) -> bool {
        is_ours(self.metadata.as_ref())
    }

    /// Whether its maker asked that it become an order.
    pub fn is_marked(&self) -> bool {
        self.metadata("clew") == Some("order")
    }

    /// A word of its metadata.
    pub fn metadata(&self, key: &str) -> Option<&str> {
        self.metadata.as_ref()?.get(key).map(|word| word.trim()).filter(|word| !word.is_empty())
    }

    /// Who gets it, where that was asked.
    pub fn receiver(&self) -> Option<&Details> {
        let collected = self.collected_information.as_ref();
        collected.and_then(|collected| collected.shipping_details.as_ref()).or(self.shipping_details.as_ref())
    }

    /// `pi_…`.
    pub fn intent(&self) -> Option<String> {
        let intent = self.payment_intent.as_ref()?;
        intent.as_str().or_else(|| intent.get("id")?.as_str()).map(str::to_owned)
    }

    /// What the page asked besides, and what was answered, line by line.
    pub fn answers(&self) -> Vec<String> {
        self.custom_fields.iter().filter_map(Asked::answer).collect()
    }
}

/// Whether a Clew wrote this: the ids of an order and of its payment. Other shops number orders and payments, too, and those are no ids.
pub(super) fn is_ours(metadata: Option<&HashMap<String, String>>) -> bool {
    let word = |key: &str| metadata?.get(key);
    word("order_id").is_some_and(|id| id.parse::<OrderId>().is_ok())
        && word("payment_id").is_some_and(|id| id.parse::<PaymentId>().is_ok())
}

/// A line of a session.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(default)]
pub struct Line {
    /// `li_…`.
    pub id: String,
    /// What it is called.
    #[serde(deserialize_with = "text")]
    pub description: Option<String>,
    /// How many.
    #[serde(deserialize_with = "lenient")]
    pub quantity: Option<i64>,
    /// Stripe's minor units of all, taxes in and discounts out.
    #[serde(deserialize_with = "lenient")]
    pub amount_total: Option<i64>,
    price: Option<Value>,
}

impl Line {
    /// Its product's number here, where its price or product says one: `sku` in the metadata.
    pub fn sku(&self) -> Option<&str> {
        let price = self.price.as_ref()?;
        let sku = |of: &'_ str| price.pointer(of).and_then(Value::as_str).filter(|sku| !sku.is_empty());
        sku("/metadata/sku").or_else(|| sku("/product/metadata/sku"))
    }
}
