//! An order of Shopify's as the one it is here.

use super::wire::{Amount, Body, Contact, Line, Property};
use crate::{
    Language,
    clock::At,
    connect::{Born, Bought, Origin, Paid, Place, Sum, cut, items, minor, one_line, place},
    language::say,
    order::{NewCustomer, NewOrder, NewShipping, Priority},
};

/// The order, or why it cannot be read as one.
pub(super) fn born(order: &Body, id: &str, home: &str, now: At) -> Result<Born, String> {
    let currency = order.currency.clone().ok_or("it names no currency")?;
    let read = |amount: Option<&String>| {
        let amount = amount.map_or("0", String::as_str);
        minor(amount, &currency).ok_or_else(|| format!("{amount} is no amount of {currency}"))
    };
    let language = order.customer_locale.as_deref().and_then(Language::from_tag);
    let worth = |line: &Line| {
        let mut amount = read(line.price.as_ref())?.saturating_mul(line.quantity.unwrap_or(1));
        for Amount { amount: discount, .. } in &line.discount_allocations {
            amount -= read(discount.as_ref())?;
        }
        for Amount { price: tax, .. } in line.tax_lines.iter().filter(|_| !order.taxes_included) {
            amount += read(tax.as_ref())?;
        }
        Ok::<_, String>(amount)
    };
    let mut lines = Vec::new();
    for line in order.line_items.iter().flatten() {
        lines.push(bought(line, worth(line)?));
    }
    let shipping = order.shipping_lines.iter().map(worth).sum::<Result<i64, String>>()?;
    let total = read(Some(order.total_price.as_ref().ok_or("it has no total")?))?;
    let said = lines.iter().fold(shipping, |sum, line| sum.saturating_add(line.amount));
    let duties = order.original_total_duties_set.as_ref();
    let duties = duties.and_then(|set| set.pointer("/shop_money/amount")?.as_str()).map(str::to_owned);
    let extras = read(order.total_tip_received.as_ref())? + read(duties.as_ref())?;
    if extras > 0 && total - said == extras {
        let name = say(language.unwrap_or_default(), "connect-extras");
        lines.push(Bought { name, quantity: 1, amount: extras, ..Bought::default() });
    }
    Sum { shipping, total }.fit(&mut lines);
    let email = order.email.as_deref().or(order.contact_email.as_deref()).map(str::trim);
    let email = email.ok_or("it has no email address of the customer")?;
    let blank = Contact::default();
    let to = order.shipping_address.as_ref().or(order.billing_address.as_ref()).unwrap_or(&blank);
    let (address, homeless) = address(to, home);
    let new = NewOrder {
        customer: NewCustomer {
            name: one_line(to.name.as_deref(), 200).unwrap_or_else(|| email.to_owned()),
            email: email.to_owned(),
            phone: cut(to.phone.as_deref().or(order.phone.as_deref()), 40),
        },
        address,
        items: items(lines),
        shipping: order.shipping_lines.first().map(|first| NewShipping {
            name: one_line(first.title.as_deref(), 100)
                .unwrap_or_else(|| say(language.unwrap_or_default(), "connect-shipping")),
            amount: shipping,
            rate: None,
        }),
        currency: currency.clone(),
        workflow: None,
        location: None,
        notes: cut(order.note.as_deref(), 2000),
        gift: false,
        priority: Priority::default(),
        fulfilment: None,
        reference: cut(order.name.as_deref().map(|name| name.trim_start_matches('#')), 200),
        language,
        success_url: None,
        cancel_url: None,
    };
    let at = order.processed_at.as_deref().and_then(|at| at.parse().ok()).map_or(now, At);
    let paid = Paid { amount: total, currency, session: None, intent: None, at };
    Ok(Born { origin: Origin::Shopify, id: id.to_owned(), new, homeless, paid })
}

fn bought(line: &Line, amount: i64) -> Bought {
    let title: Vec<_> =
        [&line.title, &line.variant_title].into_iter().flatten().map(String::as_str).collect();
    Bought {
        name: one_line(Some(&title.join(" – ")), 200).unwrap_or_else(|| "–".to_owned()),
        quantity: line.quantity.unwrap_or(1),
        amount,
        sku: one_line(line.sku.as_deref(), 100),
        options: line.properties.iter().filter_map(choice).take(50).collect(),
        weight_grams: line.grams.filter(|grams| *grams > 0),
    }
}

/// What the buyer chose. Names that begin with a line are an app's own.
fn choice(property: &Property) -> Option<(String, String)> {
    let name = one_line(property.name.as_deref(), 100).filter(|name| !name.starts_with('_'))?;
    Some((name, one_line(property.value.as_deref(), 500)?))
}

fn address(to: &Contact, home: &str) -> (crate::order::Address, bool) {
    let line2: Vec<_> = [to.company.as_deref(), to.address2.as_deref()].into_iter().flatten().collect();
    let told = Place {
        line1: to.address1.as_deref(),
        line2: Some(&line2.join(", ")),
        city: to.city.as_deref(),
        state: to.province.as_deref(),
        postal_code: to.zip.as_deref(),
        country: to.country_code.as_deref(),
    };
    place(told, home)
}
