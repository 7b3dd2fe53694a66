//! What a storefront says when it creates an order: checked whole, so that a refusal names every field at once.

use std::collections::BTreeMap;

use garde::Validate;
use iso_currency::Currency;
use serde::{Deserialize, Serialize};
use url::Url;

use super::{Address, Priority};
use crate::{Language, clock::At, place::Method, product::Technique};

/// Stripe's largest amount for most currencies: eight digits (docs.stripe.com/currencies).
const MOST_MONEY: i64 = 99_999_999;

/// The body of `POST /api/orders`.
#[derive(Debug, Clone, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewOrder {
    /// Who buys.
    #[garde(dive)]
    pub customer: NewCustomer,
    /// Where it goes.
    #[garde(dive)]
    pub address: Address,
    /// What is bought.
    #[garde(length(min = 1, max = 100), dive)]
    pub items: Vec<NewItem>,
    /// ISO 4217, any case.
    #[garde(custom(known_currency))]
    pub currency: String,
    /// What the customer chose at checkout.
    #[garde(dive)]
    #[serde(default)]
    pub shipping: Option<NewShipping>,
    /// Key of the workflow; `standard` when absent.
    #[garde(length(chars, max = 40))]
    #[serde(default)]
    pub workflow: Option<String>,
    /// Where it is made.
    #[garde(length(chars, max = 100))]
    #[serde(default)]
    pub location: Option<String>,
    /// What the buyer asks for, in the buyer's words.
    #[garde(length(chars, max = 2000))]
    #[serde(default)]
    pub notes: Option<String>,
    /// Somebody gives it away: its packing slip names no price.
    #[garde(skip)]
    #[serde(default)]
    pub gift: bool,
    /// How urgent it is; `standard` when absent.
    #[garde(skip)]
    #[serde(default)]
    pub priority: Priority,
    /// How that location hands it over, where no carrier does.
    #[garde(skip)]
    #[serde(default)]
    pub fulfilment: Option<NewFulfilment>,
    /// The storefront's own name for it.
    #[garde(length(chars, max = 200))]
    #[serde(default)]
    pub reference: Option<String>,
    /// The language the customer is written to in; the shop's when absent.
    #[garde(skip)]
    #[serde(default)]
    pub language: Option<Language>,
    /// Where Stripe sends the customer after paying; our own page when absent.
    #[garde(custom(web_url))]
    #[serde(default)]
    pub success_url: Option<String>,
    /// Where Stripe sends the customer who turns back; our own page when absent.
    #[garde(custom(web_url))]
    #[serde(default)]
    pub cancel_url: Option<String>,
}

/// Who buys.
#[derive(Debug, Clone, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewCustomer {
    /// Full name.
    #[garde(length(chars, min = 1, max = 200), custom(one_line))]
    pub name: String,
    /// Where messages go.
    #[garde(email, length(max = 254))]
    pub email: String,
    /// For the carrier.
    #[garde(length(chars, max = 40))]
    #[serde(default)]
    pub phone: Option<String>,
}

/// One thing bought.
#[derive(Debug, Clone, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewItem {
    /// Its name.
    #[garde(length(chars, min = 1, max = 200), custom(one_line))]
    pub name: String,
    /// How many.
    #[garde(range(min = 1, max = 10_000))]
    pub quantity: i32,
    /// Minor units for one.
    #[garde(range(min = 0, max = MOST_MONEY))]
    pub unit_amount: i64,
    /// Print specs and other choices.
    #[garde(length(max = 50), custom(short_options))]
    #[serde(default)]
    pub options: BTreeMap<String, String>,
    /// Where its print file is.
    #[garde(custom(web_url))]
    #[serde(default)]
    pub print_file_url: Option<String>,
    /// The design as its maker published it, for people to look at.
    #[garde(custom(https_url))]
    #[serde(default)]
    pub design_url: Option<String>,
    /// Its size, where it comes in sizes.
    #[garde(length(chars, min = 1, max = 40), custom(one_line_if_any))]
    #[serde(default)]
    pub size: Option<String>,
    /// How the design gets onto it.
    #[garde(skip)]
    #[serde(default)]
    pub technique: Option<Technique>,
    /// The product whose stock it takes; made to order when absent.
    #[garde(length(chars, min = 1, max = 100), custom(one_line_if_any))]
    #[serde(default)]
    pub sku: Option<String>,
    /// Grams of one, for parcels and customs.
    #[garde(range(min = 1, max = 1_000_000))]
    #[serde(default)]
    pub weight_grams: Option<i32>,
    /// Millimetres of one.
    #[garde(range(min = 1, max = 10_000))]
    #[serde(default)]
    pub length_mm: Option<i32>,
    /// Millimetres of one.
    #[garde(range(min = 1, max = 10_000))]
    #[serde(default)]
    pub width_mm: Option<i32>,
    /// Millimetres of one.
    #[garde(range(min = 1, max = 10_000))]
    #[serde(default)]
    pub height_mm: Option<i32>,
}

/// The way the customer chose to have it sent.
#[derive(Debug, Clone, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewShipping {
    /// Its name, as shown at checkout.
    #[garde(length(chars, min = 1, max = 100), custom(one_line))]
    pub name: String,
    /// Minor units.
    #[garde(range(min = 0, max = MOST_MONEY))]
    pub amount: i64,
    /// The rate that was chosen among those of `POST /api/shipping/rates`; without it staff choose one when they buy the label.
    #[garde(dive)]
    #[serde(default)]
    pub rate: Option<ChosenRate>,
}

/// How a location hands an order over itself.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct NewFulfilment {
    /// `pickup` or `delivery`.
    pub method: Method,
    /// When the slot begins (RFC 3339), where the location works in slots.
    #[serde(default)]
    pub slot: Option<At>,
}

/// A rate as the customer chose it: names that still hold when Shippo's rate ids have changed.
#[derive(Debug, Clone, Serialize, Deserialize, Validate)]
#[cfg_attr(feature = "ssr", derive(utoipa::ToSchema))]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct ChosenRate {
    /// Shippo's shipment, as quoted.
    #[garde(length(chars, min = 1, max = 100))]
    pub shipment_id: String,
    /// Shippo's service, as quoted.
    #[garde(length(chars, min = 1, max = 100))]
    pub service_token: String,
    /// Shippo's carrier, as quoted.
    #[garde(length(chars, min = 1, max = 100))]
    pub carrier: String,
}

impl NewOrder {
    /// Everything that is wrong, as (path of the field, why); empty when the order may be placed.
    pub fn flaws(&self) -> Vec<(String, String)> {
        let mut flaws: Vec<_> = match self.validate() {
            Ok(()) => Vec::new(),
            Err(report) => {
                report.iter().map(|(path, error)| (pointer(&path.to_string()), error.to_string())).collect()
            }
        };
        if flaws.is_empty() && !(1..=MOST_MONEY).contains(&self.total()) {
            flaws.push((
                "/items".to_owned(),
                "the order's total must be between 1 and 99999999 minor units".to_owned(),
            ));
        }
        flaws
    }

    /// Minor units of all items.
    pub fn subtotal(&self) -> i64 {
        self.items
            .iter()
            .map(|item| item.unit_amount.saturating_mul(i64::from(item.quantity)))
            .fold(0, i64::saturating_add)
    }

    /// Minor units of everything.
    pub fn total(&self) -> i64 {
        self.subtotal().saturating_add(self.shipping.as_ref().map_or(0, |shipping| shipping.amount))
    }
}

/// `items[0].unit_amount` as a JSON pointer of what was sent (RFC 6901): `/items/0/unitAmount`.
pub(crate) fn pointer(path: &str) -> String {
    let mut out = String::from("/");
    let mut upper = false;
    for c in path.chars() {
        match c {
            '.' | '[' => out.push('/'),
            ']' => {}
            '_' => upper = true,
            c if upper => {
                out.extend(c.to_uppercase());
                upper = false;
            }
            c => out.push(c),
        }
    }
    out
}

pub(crate) fn known_currency(code: &str, _: &()) -> garde::Result {
    Currency::from_code(&code.to_ascii_uppercase())
        .map(drop)
        .ok_or_else(|| garde::Error::new("is not an ISO 4217 currency"))
}

#[expect(clippy::ref_option, reason = "the shape garde calls")]
fn web_url(url: &Option<String>, _: &()) -> garde::Result {
    let Some(url) = url else { return Ok(()) };
    // Stripe's `{CHECKOUT_SESSION_ID}` stands literally in a success URL.
    let good =
        Url::parse(url).is_ok_and(|url| matches!(url.scheme(), "http" | "https") && url.host().is_some());
    if good && url.len() <= 2000 { Ok(()) } else { Err(garde::Error::new("is not an http or https URL")) }
}

#[expect(clippy::ref_option, reason = "the shape garde calls")]
pub(crate) fn https_url(url: &Option<String>, none: &()) -> garde::Result {
    match url {
        Some(text) if !text.to_ascii_lowercase().starts_with("https://") => {
            Err(garde::Error::new("is not an https URL"))
        }
        url => web_url(url, none),
    }
}

fn short_options(options: &BTreeMap<String, String>, _: &()) -> garde::Result {
    let long = |(name, value): (&String, &String)| name.chars().count() > 100 || value.chars().count() > 500;
    if options.iter().any(long) {
        Err(garde::Error::new("has a name over 100 or a value over 500 characters"))
    } else {
        Ok(())
    }
}

#[expect(clippy::ref_option, reason = "the shape garde calls")]
fn one_line_if_any(text: &Option<String>, none: &()) -> garde::Result {
    text.as_deref().map_or(Ok(()), |text| one_line(text, none))
}

pub(crate) fn one_line(text: &str, _: &()) -> garde::Result {
    let broken = |c: char| c.is_control() || matches!(c, '\u{2028}' | '\u{2029}');
    if text.contains(broken) { Err(garde::Error::new("holds a control character")) } else { Ok(()) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn order(
        change: impl FnOnce(&mut serde_json::Value),
    ) -> Result<Vec<(String, String)>, serde_json::Error> {
        let mut body = serde_json::json!({
            "customer": { "name": "Ana Ruiz", "email": "ana@example.com" },
            "address": { "line1": "Calle Mayor 12", "city": "Madrid", "postalCode": "28013", "country": "ES" },
            "items": [{ "name": "Poster A2", "quantity": 2, "unitAmount": 1450 }],
            "currency": "eur"
        });
        change(&mut body);
        serde_json::from_value::<NewOrder>(body).map(|order| order.flaws())
    }

    #[test]
    fn a_good_order_has_no_flaws() {
        assert_eq!(order(|_| ()).unwrap(), []);
    }

    #[test]
    fn every_flaw_is_named_at_its_field() {
        let flaws = order(|body| {
            body["customer"]["email"] = "nonsense".into();
            body["address"]["country"] = "es".into();
            body["items"][0]["quantity"] = 0.into();
            body["items"][0]["printFileUrl"] = "javascript:alert(1)".into();
            body["currency"] = "zzz".into();
        });
        let paths: Vec<_> = flaws.unwrap().into_iter().map(|(path, _)| path).collect();
        for path in
            ["/customer/email", "/address/country", "/items/0/quantity", "/items/0/printFileUrl", "/currency"]
        {
            assert!(paths.iter().any(|p| p == path), "{path} in {paths:?}");
        }
    }

    #[test]
    fn nothing_can_be_smuggled_in() {
        for field in ["status", "payment", "version", "total", "number"] {
            assert!(order(|body| body[field] = 1.into()).is_err(), "{field}");
        }
        assert!(!order(|body| body["customer"]["name"] = "A\r\nBcc: x@y.z".into()).unwrap().is_empty());
        assert!(!order(|body| body["items"] = serde_json::json!([])).unwrap().is_empty());
        assert!(!order(|body| body["items"][0]["unitAmount"] = 0.into()).unwrap().is_empty());
    }
}
