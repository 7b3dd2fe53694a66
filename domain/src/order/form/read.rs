//! The form, read: an order, or everything that is wrong with it at once, each at its field and in the reader's language.

use super::{FormFlaw, OrderForm, QUANTITY, Storefront};
use crate::{
    Language, Reason,
    language::say,
    order::{Address, NewCustomer, NewFulfilment, NewItem, NewOrder, Priority},
    place::{Unplaceable, Way},
    product::Product,
};

/// Of one product in one order.
const MOST_PIECES: i32 = 999;

impl OrderForm {
    /// The order it asks for.
    ///
    /// # Errors
    /// What is wrong, in the order of the fields.
    pub(super) fn read(&self, at: &Storefront, language: Language) -> Result<NewOrder, Vec<FormFlaw>> {
        let mut flaws = Vec::new();
        let (items, currency) = self.goods(at, language, &mut flaws);
        let way = self.way(at);
        if way.is_none() {
            flaws.push(FormFlaw::new("method", say(language, "order-form-flaw-method")));
        }
        let in_slots = at.place.slot_minutes.is_some() && way != Some(Way::Shipping);
        let slot = self.slot.parse().ok().map(crate::clock::At).filter(|_| in_slots);
        if in_slots && slot.is_none() {
            flaws.push(FormFlaw::new("slot", say(language, "refused-slot-missing")));
        }
        let new = NewOrder {
            customer: NewCustomer {
                name: self.name.trim().to_owned(),
                email: self.email.trim().to_owned(),
                phone: stated(&self.phone),
            },
            address: self.address(at, way),
            items,
            currency,
            shipping: None,
            workflow: Some(at.place.workflow.clone()),
            location: Some(at.place.key.clone()),
            fulfilment: way.and_then(Way::method).map(|method| NewFulfilment { method, slot }),
            notes: stated(&self.notes),
            gift: self.gift == "on",
            priority: Priority::default(),
            reference: None,
            language: Some(language),
            success_url: None,
            cancel_url: None,
        };
        for (pointer, _) in new.flaws() {
            // The choice has its own words, above.
            let Some(field) = field_of(&pointer) else { continue };
            if !flaws.iter().any(|flaw| flaw.field == field) {
                let key = format!("order-form-flaw-{}", field.replace('_', "-"));
                flaws.push(FormFlaw::new(field, say(language, &key)));
            }
        }
        if flaws.is_empty() { Ok(new) } else { Err(flaws) }
    }

    fn goods(
        &self,
        at: &Storefront,
        language: Language,
        flaws: &mut Vec<FormFlaw>,
    ) -> (Vec<NewItem>, String) {
        let mut items = Vec::new();
        let mut currency: Option<&str> = None;
        let wanted = |text: &String| !matches!(text.trim(), "" | "0");
        for product in &at.goods {
            let Some(typed) = self.quantities.get(&product.sku).filter(|text| wanted(text)) else { continue };
            let field = format!("{QUANTITY}{}", product.sku);
            let pieces = typed.trim().parse().ok().filter(|pieces| (1..=MOST_PIECES).contains(pieces));
            let Some(quantity) = pieces else {
                flaws.push(FormFlaw::new(&field, say(language, "order-form-flaw-quantity")));
                continue;
            };
            if quantity > product.on_hand {
                let short = Reason::OutOfStock { sku: product.name.clone() };
                flaws.push(FormFlaw::new(&field, short.say(language)));
            }
            let theirs = product.currency.as_deref();
            if currency.is_some() && currency != theirs {
                flaws.push(FormFlaw::new(&field, say(language, "order-form-flaw-currency")));
            }
            currency = currency.or(theirs);
            items.push(item(product, quantity));
        }
        let known = |sku: &str| at.goods.iter().any(|product| product.sku == sku);
        if self.quantities.iter().any(|(sku, text)| wanted(text) && !known(sku)) {
            flaws.push(FormFlaw::new("goods", say(language, "order-form-flaw-gone")));
        } else if items.is_empty() && flaws.is_empty() {
            flaws.push(FormFlaw::new("goods", say(language, "order-form-flaw-goods")));
        }
        (items, currency.unwrap_or("EUR").to_owned())
    }

    /// The chosen way; the only one where there is no choice.
    pub(super) fn way(&self, at: &Storefront) -> Option<Way> {
        match &*at.place.ways() {
            [only] => Some(*only),
            all => all.iter().copied().find(|way| way.as_str() == self.method),
        }
    }

    /// Where it goes: within the place's own country. What is fetched goes to the place.
    fn address(&self, at: &Storefront, way: Option<Way>) -> Address {
        if !matches!(way, Some(Way::Delivery | Way::Shipping)) {
            return at.place.address.clone();
        }
        Address {
            line1: self.line1.trim().to_owned(),
            line2: stated(&self.line2),
            city: self.city.trim().to_owned(),
            state: stated(&self.state),
            postal_code: self.postal_code.trim().to_owned(),
            country: at.place.address.country.clone(),
        }
    }
}

fn stated(text: &str) -> Option<String> {
    Some(text.trim().to_owned()).filter(|text| !text.is_empty())
}

/// A line at the product's own price.
fn item(product: &Product, quantity: i32) -> NewItem {
    NewItem {
        name: product.name.clone(),
        quantity,
        unit_amount: product.price.unwrap_or_default(),
        options: product.options.clone(),
        print_file_url: None,
        design_url: None,
        size: product.size().map(str::to_owned),
        technique: None,
        sku: Some(product.sku.clone()),
        weight_grams: product.weight_grams,
        length_mm: product.length_mm,
        width_mm: product.width_mm,
        height_mm: product.height_mm,
    }
}

/// The form's field behind a path of the order.
fn field_of(pointer: &str) -> Option<&'static str> {
    Some(match pointer {
        "/customer/name" => "name",
        "/customer/email" => "email",
        "/customer/phone" => "phone",
        "/address/line1" | "/address" => "line1",
        "/address/line2" => "line2",
        "/address/city" => "city",
        "/address/state" => "state",
        "/address/postalCode" => "postal_code",
        "/notes" => "notes",
        "/fulfilment/slot" => "slot",
        "/fulfilment" | "/fulfilment/method" | "/location" => "method",
        _ => return None,
    })
}

/// Why the place cannot take it, at its field.
pub(super) fn unplaceable(why: &Unplaceable, language: Language) -> FormFlaw {
    FormFlaw::new(field_of(why.field).unwrap_or("method"), why.reason.say(language))
}
