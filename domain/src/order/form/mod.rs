//! The public order form: what it shows and what it takes. It is a storefront like any other, and places its orders through
//! [`super::place()`]; prices are the products', whatever the form says.

mod read;
mod send;
mod show;
mod submit;

use std::collections::BTreeMap;

pub use send::{Choice, value_of};
pub use show::{Storefront, show};
pub use submit::{Submitted, submit};

/// The form as typed. Nothing in it is believed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct OrderForm {
    /// Random, made with the page: a second click is the same order.
    pub key: String,
    /// How many of which product.
    pub quantities: BTreeMap<String, String>,
    /// `pickup`, `delivery` or `shipping`.
    pub method: String,
    /// When the slot begins, RFC 3339.
    pub slot: String,
    /// Full name.
    pub name: String,
    /// Where messages go.
    pub email: String,
    /// In case of questions.
    pub phone: String,
    /// Street and number.
    pub line1: String,
    /// Flat, floor.
    pub line2: String,
    /// Town.
    pub city: String,
    /// Province or state, where parcels need one.
    pub state: String,
    /// Postcode.
    pub postal_code: String,
    /// What the buyer asks for.
    pub notes: String,
    /// `on` when somebody gives it away.
    pub gift: String,
    /// Shippo's shipment, once rates were shown.
    pub shipment: String,
    /// Which of its rates, as [`value_of`] writes them.
    pub rate: String,
    /// `edit`: back to what was typed.
    pub step: String,
}

/// How fields for quantities are named.
pub const QUANTITY: &str = "q:";
/// Longest text kept of a field, so that a page can show it again.
const LONGEST: usize = 2_000;

impl OrderForm {
    /// The form of a request's fields; what it does not know is ignored.
    pub fn of(fields: Vec<(String, String)>) -> Self {
        let mut form = Self::default();
        for (name, value) in fields {
            // Browsers send a line break as two characters.
            let value: String = value.replace("\r\n", "\n").chars().take(LONGEST).collect();
            if let Some(sku) = name.strip_prefix(QUANTITY) {
                if !value.trim().is_empty() {
                    form.quantities.insert(sku.to_owned(), value);
                }
                continue;
            }
            let field = match &*name {
                "key" => &mut form.key,
                "method" => &mut form.method,
                "slot" => &mut form.slot,
                "name" => &mut form.name,
                "email" => &mut form.email,
                "phone" => &mut form.phone,
                "line1" => &mut form.line1,
                "line2" => &mut form.line2,
                "city" => &mut form.city,
                "state" => &mut form.state,
                "postal_code" => &mut form.postal_code,
                "notes" => &mut form.notes,
                "gift" => &mut form.gift,
                "shipment" => &mut form.shipment,
                "rate" => &mut form.rate,
                "step" => &mut form.step,
                _ => continue,
            };
            *field = value;
        }
        form
    }

    /// What was typed, field by field: a second step carries it along.
    pub fn typed(&self) -> Vec<(String, &str)> {
        let quantities = self.quantities.iter().map(|(sku, pieces)| (format!("{QUANTITY}{sku}"), &**pieces));
        let lines = [
            ("key", &self.key),
            ("method", &self.method),
            ("slot", &self.slot),
            ("name", &self.name),
            ("email", &self.email),
            ("phone", &self.phone),
            ("line1", &self.line1),
            ("line2", &self.line2),
            ("city", &self.city),
            ("state", &self.state),
            ("postal_code", &self.postal_code),
            ("notes", &self.notes),
            ("gift", &self.gift),
        ];
        quantities.chain(lines.map(|(name, value)| (name.to_owned(), &**value))).collect()
    }
}

/// What is wrong with one field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FormFlaw {
    /// The field's name; `goods` for the choice as a whole.
    pub field: String,
    /// In the reader's language.
    pub words: String,
}

impl FormFlaw {
    fn new(field: &str, words: String) -> Self {
        Self { field: field.to_owned(), words }
    }
}
