//! What a storefront says when it asks what sending would cost: the same words as in the order it will place.

use garde::Validate;
use serde::{Deserialize, Serialize};

use super::{Direction, QuoteItem, QuoteRequest};
use crate::order::{Address, NewItem, known_currency, pointer};

/// The body of `POST /api/shipping/rates`.
#[derive(Debug, Clone, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewQuote {
    /// Who receives it, as far as that is known yet.
    #[garde(dive)]
    #[serde(default)]
    pub customer: Recipient,
    /// Where it goes.
    #[garde(dive)]
    pub address: Address,
    /// What is sent: the order's own lines.
    #[garde(length(min = 1, max = 100), dive)]
    pub items: Vec<NewItem>,
    /// ISO 4217, any case: of the goods' value, for customs.
    #[garde(custom(known_currency))]
    pub currency: String,
}

/// Who receives it; at the checkout's first step nobody may know yet.
#[derive(Debug, Clone, Default, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Recipient {
    /// Full name.
    #[garde(length(chars, max = 200))]
    #[serde(default)]
    pub name: Option<String>,
    /// For the carrier.
    #[garde(inner(email, length(max = 254)))]
    #[serde(default)]
    pub email: Option<String>,
    /// Carriers ask for one across borders.
    #[garde(length(chars, max = 40))]
    #[serde(default)]
    pub phone: Option<String>,
}

impl NewQuote {
    /// Everything that is wrong, as (path of the field, why).
    pub fn flaws(&self) -> Vec<(String, String)> {
        let Err(report) = self.validate() else { return Vec::new() };
        report.iter().map(|(path, error)| (pointer(&path.to_string()), error.to_string())).collect()
    }

    /// As [`super::quote`] wants it.
    pub fn request(self) -> QuoteRequest {
        let stated = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
        QuoteRequest {
            // Carriers refuse an address without a name; prices do not depend on it.
            name: stated(self.customer.name).unwrap_or_else(|| "Customer".to_owned()),
            address: self.address,
            phone: stated(self.customer.phone),
            email: stated(self.customer.email),
            items: self.items.into_iter().map(item).collect(),
            currency: self.currency,
            direction: Direction::Outbound,
            parcel: None,
            box_number: None,
        }
    }
}

fn item(item: NewItem) -> QuoteItem {
    let sides = item.length_mm.zip(item.width_mm).zip(item.height_mm);
    QuoteItem {
        name: item.name,
        quantity: i64::from(item.quantity),
        unit_amount: item.unit_amount,
        sku: item.sku,
        weight_grams: item.weight_grams.map(i64::from),
        sides_mm: sides.map(|((length, width), height)| [length, width, height].map(i64::from)),
    }
}
