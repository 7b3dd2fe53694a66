//! An order of WooCommerce's as news.

use jiff::{civil::DateTime, tz::TimeZone};

use super::wire::{Charge, Contact, Line, Meta, Order};
use crate::{
    Language,
    clock::At,
    connect::{
        Born, Bought, Origin, Paid, Place, RefundTold, ShopNews, Stands, Sum, cut, items, minor, one_line,
        place,
    },
    language::say,
    money::Money,
    order::{NewCustomer, NewOrder, NewShipping, Priority},
    payment::RefundStatus,
};

/// What a webhook says; `None` for what is no order. `home`: the shop's own country.
pub fn news(body: &[u8], home: &str, now: At) -> Option<ShopNews> {
    let order: Order = serde_json::from_slice(body).ok()?;
    order.line_items.as_ref()?;
    let id = order.order_key.clone().or_else(|| order.id.clone())?;
    let at = order.date_modified_gmt.as_deref().and_then(gmt).unwrap_or(now);
    let currency = order.currency.clone().unwrap_or_default();
    let told = |refund: &super::wire::Refund| {
        let amount =
            minor(refund.total.as_deref()?, &currency)?.checked_neg().filter(|amount| *amount > 0)?;
        let amounts = Money::parse(amount, &currency).into_iter().collect();
        let id = format!("woocommerce:{id}:{}", refund.id.as_deref()?);
        Some(RefundTold { id, whole: None, amounts, status: RefundStatus::Succeeded, at })
    };
    let refunds = order.refunds.iter().filter_map(told).collect();
    let status = order.status.as_deref().unwrap_or_default();
    let paid = order.date_paid_gmt.as_deref().and_then(gmt);
    let stands = match (status, paid) {
        (_, None) | ("pending" | "checkout-draft" | "auto-draft", _) => Stands::Unpaid,
        ("completed" | "cancelled" | "refunded" | "failed" | "trash", _) => Stands::Over,
        // `processing`, `on-hold`, and whatever a plug-in calls its own stages.
        (_, Some(paid)) => Stands::Paid(born(&order, &id, home, paid).map(Box::new)),
    };
    let cancelled = status == "cancelled";
    Some(ShopNews { origin: Origin::WooCommerce, id, stands, cancelled, refunds })
}

fn born(order: &Order, id: &str, home: &str, at: At) -> Result<Born, String> {
    let currency = order.currency.clone().ok_or("it names no currency")?;
    let read = |amount: Option<&String>| {
        let amount = amount.map_or("0", String::as_str);
        minor(amount, &currency).ok_or_else(|| format!("{amount} is no amount of {currency}"))
    };
    let with_tax = |total: Option<&String>, tax: Option<&String>| Ok::<_, String>(read(total)? + read(tax)?);
    let total = order.total.as_ref().ok_or("it has no total")?;
    let (language, total) = (language(order), read(Some(total))?);
    let mut lines = Vec::new();
    for line in order.line_items.iter().flatten() {
        lines.push(bought(line, with_tax(line.total.as_ref(), line.total_tax.as_ref())?));
    }
    for fee in &order.fee_lines {
        let amount = with_tax(fee.total.as_ref(), fee.total_tax.as_ref())?;
        if amount < 0 {
            // A discount of the whole order, as some plug-ins give it.
            crate::connect::spread(&mut lines, amount);
        } else if amount > 0 {
            let name = one_line(fee.name.as_deref(), 200).unwrap_or_else(|| "–".to_owned());
            lines.push(Bought { name, quantity: 1, amount, ..Bought::default() });
        }
    }
    let mut shipping = 0;
    for charge in &order.shipping_lines {
        shipping += with_tax(charge.total.as_ref(), charge.total_tax.as_ref())?;
    }
    Sum { shipping, total }.fit(&mut lines);
    let email =
        order.billing.email.as_deref().map(str::trim).ok_or("it has no email address of the customer")?;
    let (address, homeless) = address(order, home);
    let new = NewOrder {
        customer: NewCustomer {
            name: name(&order.shipping).or_else(|| name(&order.billing)).unwrap_or_else(|| email.to_owned()),
            email: email.to_owned(),
            phone: cut(order.billing.phone.as_deref().or(order.shipping.phone.as_deref()), 40),
        },
        address,
        items: items(lines),
        shipping: method(&order.shipping_lines, language).map(|name| NewShipping {
            name,
            amount: shipping,
            rate: None,
        }),
        currency: currency.clone(),
        workflow: None,
        location: None,
        notes: cut(order.customer_note.as_deref(), 2000),
        gift: false,
        priority: Priority::default(),
        fulfilment: None,
        reference: cut(order.number.as_deref().or(order.id.as_deref()), 200),
        language,
        success_url: None,
        cancel_url: None,
    };
    let paid = Paid { amount: total, currency, session: None, intent: None, at };
    Ok(Born { origin: Origin::WooCommerce, id: id.to_owned(), new, homeless, paid })
}

fn bought(line: &Line, amount: i64) -> Bought {
    Bought {
        name: one_line(line.name.as_deref(), 200).unwrap_or_else(|| "–".to_owned()),
        quantity: line.quantity,
        amount,
        sku: one_line(line.sku.as_deref(), 100),
        options: line.meta_data.iter().filter_map(choice).take(50).collect(),
        weight_grams: None,
    }
}

/// What the buyer chose. Keys that begin with a line are the shop's own.
fn choice(meta: &Meta) -> Option<(String, String)> {
    let key = one_line(meta.display_key.as_deref().or(Some(&meta.key)), 100)?;
    let value = one_line(meta.display_value.as_deref().or_else(|| meta.value.as_str()), 500)?;
    (!meta.key.starts_with('_')).then_some((key, value))
}

/// WPML's and Polylang's word for the language the customer bought in.
fn language(order: &Order) -> Option<Language> {
    let of = |meta: &&Meta| matches!(&*meta.key, "wpml_language" | "_locale" | "language");
    order.meta_data.iter().filter(of).find_map(|meta| Language::from_tag(meta.value.as_str()?))
}

fn method(lines: &[Charge], language: Option<Language>) -> Option<String> {
    let first = lines.first()?;
    one_line(first.method_title.as_deref(), 100)
        .or_else(|| Some(say(language.unwrap_or_default(), "connect-shipping")))
}

fn name(contact: &Contact) -> Option<String> {
    let both = [contact.first_name.as_deref(), contact.last_name.as_deref()].into_iter().flatten();
    one_line(Some(&both.collect::<Vec<_>>().join(" ")), 200)
}

fn address(order: &Order, home: &str) -> (crate::order::Address, bool) {
    let to = if order.shipping.address_1.is_some() { &order.shipping } else { &order.billing };
    let line2: Vec<_> = [to.company.as_deref(), to.address_2.as_deref()].into_iter().flatten().collect();
    let told = Place {
        line1: to.address_1.as_deref(),
        line2: Some(&line2.join(", ")),
        city: to.city.as_deref(),
        state: to.state.as_deref(),
        postal_code: to.postcode.as_deref(),
        country: to.country.as_deref(),
    };
    place(told, home)
}

/// WooCommerce writes `2026-11-30T10:00:00`, without a zone; this one is UTC.
fn gmt(text: &str) -> Option<At> {
    let civil: DateTime = text.parse().ok()?;
    civil.to_zoned(TimeZone::UTC).ok().map(|zoned| At(zoned.timestamp()))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::clock::Clock;

    fn order() -> Value {
        json!({
            "id": 727, "number": "1234", "order_key": "wc_order_58d2d042d1d", "status": "processing", "currency": "EUR",
            "total": "34.90", "date_paid_gmt": "2026-11-30T10:00:00", "date_modified_gmt": "2026-11-30T10:00:05",
            "billing": { "first_name": "Ana", "last_name": "Ruiz", "address_1": "Calle Mayor 12", "city": "Madrid", "postcode": "28013",
                "country": "ES", "email": "ana@customer.test", "phone": "+34 600 000 000" },
            "shipping": { "first_name": "", "address_1": "" },
            "line_items": [{ "name": "Poster A2", "quantity": 2, "total": "23.97", "total_tax": "5.03", "sku": "POSTER-A2",
                "meta_data": [{ "key": "pa_paper", "value": "170", "display_key": "Paper", "display_value": "170 g" },
                    { "key": "_reduced_stock", "value": "2" }, { "key": "odd", "value": { "a": 1 } }] }],
            "shipping_lines": [{ "method_title": "48 h", "total": "4.88", "total_tax": "1.02" }],
            "fee_lines": [], "refunds": [{ "id": 901, "total": "-10.00" }], "meta_data": [{ "key": "wpml_language", "value": "ro" }]
        })
    }

    fn read(change: impl FnOnce(&mut Value)) -> Option<ShopNews> {
        let mut order = order();
        change(&mut order);
        news(order.to_string().as_bytes(), "ES", Clock::System.now())
    }

    fn birth(change: impl FnOnce(&mut Value)) -> Result<Born, String> {
        match read(change).unwrap().stands {
            Stands::Paid(born) => born.map(|born| *born),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_order_is_read_to_the_cent() {
        let born = birth(|_| ()).unwrap();
        assert_eq!(born.flaw(), None);
        assert_eq!((born.new.total(), born.new.items[0].unit_amount, born.homeless), (3490, 1450, false));
        assert_eq!(
            born.new.items[0].options.iter().collect::<Vec<_>>(),
            [(&"Paper".to_owned(), &"170 g".to_owned())]
        );
        assert_eq!((born.new.reference.as_deref(), born.new.language), (Some("1234"), Some(Language::Ro)));
        assert_eq!(born.new.customer.name, "Ana Ruiz");
        let refunds = read(|_| ()).unwrap().refunds;
        assert_eq!(
            (&*refunds[0].id, refunds[0].amount("EUR")),
            ("woocommerce:wc_order_58d2d042d1d:901", Some(1000))
        );
    }

    #[test]
    fn a_discount_and_a_fee_of_the_whole_order_count() {
        let born = birth(|order| {
            order["fee_lines"] = json!([{ "name": "Voucher", "total": "-4.00" }, { "name": "Gift wrap", "total": "2.50", "total_tax": "0.50" }]);
            order["total"] = "33.90".into();
        })
        .unwrap();
        assert_eq!((born.flaw(), born.new.total()), (None, 3390));
        assert_eq!(born.new.items.last().unwrap().name, "Gift wrap");
        let rounded = birth(|order| order["total"] = "34.91".into()).unwrap();
        assert_eq!(rounded.flaw(), None, "taxes rounded once for the whole order");
        let other = birth(|order| order["total"] = "35.90".into()).unwrap();
        assert!(other.flaw().unwrap().contains("but 35.90 EUR was paid"));
        assert!(birth(|order| order["currency"] = "BTC".into()).unwrap_err().contains("no amount of BTC"));
    }

    #[test]
    fn only_what_is_paid_and_not_yet_sent_is_to_be_made() {
        let stands = |status: &str, paid: Value| {
            let news = read(|order| {
                order["status"] = status.into();
                order["date_paid_gmt"] = paid.clone();
            });
            news.map(|news| {
                (matches!(news.stands, Stands::Paid(_)), matches!(news.stands, Stands::Over), news.cancelled)
            })
        };
        let paid = || Value::from("2026-11-30T10:00:00");
        assert_eq!(stands("processing", Value::Null), Some((false, false, false)), "cash on delivery");
        assert_eq!(stands("pending", paid()), Some((false, false, false)));
        assert_eq!(stands("in-production", paid()), Some((true, false, false)), "a plug-in's own word");
        assert_eq!(stands("completed", paid()), Some((false, true, false)));
        assert_eq!(stands("cancelled", paid()), Some((false, true, true)));
        assert!(read(|order| order["line_items"] = Value::Null).is_none(), "a product, a coupon");
    }
}
