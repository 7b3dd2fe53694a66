//! One line of a checkout, as Stripe shows it.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::table::Row;

/// A line item with the price made for it on the spot (`price_data`).
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LineItem {
    /// `li_...`
    pub id: String,
    /// `price_...`
    pub price: String,
    /// `prod_...`
    pub product: String,
    /// Product name.
    pub name: String,
    /// Minor units for one piece.
    pub unit_amount: i64,
    /// How many pieces.
    pub quantity: i64,
    /// The line's own metadata.
    pub metadata: BTreeMap<String, String>,
    /// Its product's.
    #[serde(default)]
    pub product_metadata: BTreeMap<String, String>,
}

impl Row for LineItem {
    fn id(&self) -> &str {
        &self.id
    }
}

impl LineItem {
    /// Minor units for the whole line.
    pub fn amount(&self) -> i64 {
        self.unit_amount.saturating_mul(self.quantity)
    }

    /// The `product` object, as far as anybody reads it: where `expand[]` asks for it.
    pub fn product_wire(&self, created: i64) -> Value {
        json!({
            "id": self.product, "object": "product", "active": false, "created": created, "description": null, "livemode": false,
            "metadata": self.product_metadata, "name": self.name, "type": "service", "updated": created,
        })
    }

    /// The `item` object.
    pub fn wire(&self, currency: &str, created: i64) -> Value {
        json!({
            "id": self.id,
            "object": "item",
            "adjustable_quantity": null,
            "amount_discount": 0,
            "amount_subtotal": self.amount(),
            "amount_tax": 0,
            "amount_total": self.amount(),
            "currency": currency,
            "description": self.name,
            "metadata": self.metadata,
            "price": {
                "id": self.price,
                "object": "price",
                "active": false,
                "billing_scheme": "per_unit",
                "created": created,
                "currency": currency,
                "custom_unit_amount": null,
                "livemode": false,
                "lookup_key": null,
                "metadata": {},
                "nickname": null,
                "product": self.product,
                "recurring": null,
                "tax_behavior": "unspecified",
                "tiers_mode": null,
                "transform_quantity": null,
                "type": "one_time",
                "unit_amount": self.unit_amount,
                "unit_amount_decimal": self.unit_amount.to_string(),
            },
            "quantity": self.quantity,
        })
    }
}
