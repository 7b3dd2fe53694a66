//! A Checkout Session that Clew did not make, read as an order.

use super::{Born, Bought, Origin, Paid, Place, cut, items, one_line, place};
use crate::{
    Language,
    clock::At,
    language::say,
    order::{NewCustomer, NewOrder, NewShipping, Priority},
    provider::stripe::{
        from_stripe,
        wire_session::{Details, Line, Session},
    },
};

/// The order, or why there is none. `home`: the shop's own country.
pub(super) fn read_session(session: &Session, lines: Vec<Line>, home: &str) -> Result<Born, String> {
    let currency = session.currency.clone().ok_or("it names no currency")?;
    let read = |amount: Option<i64>| {
        let amount = amount.unwrap_or_default();
        from_stripe(amount, &currency).ok_or_else(|| format!("Stripe's {amount} is no amount of {currency}"))
    };
    let amount = read(session.amount_total)?;
    if amount <= 0 {
        return Err("nothing was paid for it: an order needs an amount".to_owned());
    }
    let mut goods = Vec::new();
    for line in lines {
        let amount = read(line.amount_total)?;
        goods.push(bought(line, amount));
    }
    let sending = session.shipping_cost.as_ref().map(|cost| read(cost.amount_total)).transpose()?;
    let language = session.locale.as_deref().and_then(Language::from_tag);
    let blank = Details::default();
    let payer = session.customer_details.as_ref().unwrap_or(&blank);
    let receiver = session.receiver().unwrap_or(payer);
    let email = payer.email.as_deref().or(session.customer_email.as_deref());
    let email = email.ok_or("it has no email address of the customer")?.trim().to_owned();
    let name = one_line(receiver.name.as_deref(), 200).or_else(|| one_line(payer.name.as_deref(), 200));
    let told = receiver.address.as_ref().map(|address| Place {
        line1: address.line1.as_deref(),
        line2: address.line2.as_deref(),
        city: address.city.as_deref(),
        state: address.state.as_deref(),
        postal_code: address.postal_code.as_deref(),
        country: address.country.as_deref(),
    });
    let (address, homeless) = place(told.unwrap_or_default(), home);
    let shipping = session.shipping_cost.as_ref().map(|cost| NewShipping {
        name: one_line(cost.name(), 100)
            .unwrap_or_else(|| say(language.unwrap_or_default(), "connect-shipping")),
        amount: sending.unwrap_or_default(),
        rate: None,
    });
    let new = NewOrder {
        customer: NewCustomer {
            name: name.unwrap_or_else(|| email.clone()),
            email,
            phone: cut(payer.phone.as_deref(), 40),
        },
        address,
        items: items(goods),
        currency: currency.clone(),
        shipping,
        workflow: session.metadata("clew_workflow").map(str::to_owned),
        location: cut(session.metadata("clew_location"), 100),
        notes: cut(Some(&session.answers().join("\n")), 2000),
        gift: false,
        priority: Priority::default(),
        fulfilment: None,
        reference: cut(session.client_reference_id.as_deref(), 200),
        language,
        success_url: None,
        cancel_url: None,
    };
    let paid = Paid {
        amount,
        currency,
        session: Some(session.id.clone()),
        intent: session.intent(),
        at: At::from_second(session.created),
    };
    let origin = if session.payment_link.is_some() { Origin::StripeLink } else { Origin::StripeCheckout };
    Ok(Born { origin, id: session.id.clone(), new, homeless, paid })
}

/// A line's own total has its taxes in and its discounts out, whichever way Stripe reckons them.
fn bought(line: Line, amount: i64) -> Bought {
    Bought {
        name: one_line(line.description.as_deref(), 200).unwrap_or_else(|| "–".to_owned()),
        quantity: line.quantity.unwrap_or(1),
        amount,
        sku: one_line(line.sku(), 100),
        ..Bought::default()
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn session() -> serde_json::Value {
        json!({
            "id": "cs_1", "created": 1_790_000_000, "mode": "payment", "payment_status": "paid", "payment_intent": "pi_1",
            "payment_link": "plink_1", "amount_total": 3490, "currency": "eur", "locale": "es-419", "client_reference_id": "cart-77",
            "metadata": { "clew": "order", "clew_workflow": "print-factory" },
            "customer_details": { "email": "ana@customer.test", "name": "Ana Ruiz", "phone": "+34600000000",
                "address": { "country": "ES", "line1": null } },
            "collected_information": { "shipping_details": { "name": "Ion Ruiz",
                "address": { "line1": "Calle Mayor 12", "city": "Madrid", "postal_code": "28013", "country": "ES" } } },
            "shipping_cost": { "amount_total": 590, "shipping_rate": { "display_name": "48 h" } },
            "custom_fields": [
                { "key": "engraving", "label": { "custom": "Engraving" }, "type": "text", "text": { "value": "For Ana" } },
                { "key": "size", "type": "dropdown", "dropdown": { "value": "A2" } },
                { "key": "empty", "type": "text", "text": { "value": null } }
            ]
        })
    }

    fn read(change: impl FnOnce(&mut serde_json::Value)) -> Result<Born, String> {
        let mut session = session();
        change(&mut session);
        let line = json!({ "description": "Poster A2", "quantity": 3, "amount_total": 2900,
            "price": { "product": { "metadata": { "sku": "POSTER-A2" } } } });
        let lines = vec![serde_json::from_value(line).unwrap()];
        read_session(&serde_json::from_value(session).unwrap(), lines, "ES")
    }

    #[test]
    fn a_payment_links_session_is_read_as_an_order() {
        let born = read(|_| ()).unwrap();
        assert_eq!(born.flaw(), None);
        assert_eq!((born.origin, born.homeless, born.new.total()), (Origin::StripeLink, false, 3490));
        let NewOrder { customer, address, items, language, workflow, notes, reference, .. } = born.new;
        assert_eq!(
            (&*customer.name, &*customer.email, &*address.line1),
            ("Ion Ruiz", "ana@customer.test", "Calle Mayor 12")
        );
        assert_eq!(items.iter().map(|item| item.quantity).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(items[0].sku.as_deref(), Some("POSTER-A2"));
        assert_eq!((language, workflow.as_deref()), (Some(Language::Es), Some("print-factory")));
        assert_eq!(notes.as_deref(), Some("Engraving: For Ana\nsize: A2"));
        assert_eq!(reference.as_deref(), Some("cart-77"));
    }

    #[test]
    fn amounts_are_read_as_stripe_counts_them_or_not_at_all() {
        let born = read(|session| {
            session["currency"] = "isk".into();
            session["amount_total"] = 3500.into();
            session["shipping_cost"]["amount_total"] = 600.into();
        });
        let born = born.unwrap();
        assert_eq!((born.flaw(), born.new.total(), born.paid.amount), (None, 35, 35));
        let odd = read(|session| session["currency"] = "isk".into());
        assert_eq!(odd.unwrap_err(), "Stripe's 3490 is no amount of isk");
    }

    #[test]
    fn what_does_not_add_up_or_has_no_address_is_said_plainly() {
        let less = read(|session| session["amount_total"] = 3489.into()).unwrap();
        assert_eq!(
            less.flaw().unwrap(),
            "its lines and its shipping come to 34.90 EUR, but 34.89 EUR was paid"
        );
        let odd = read(|session| session["currency"] = "zzz".into()).unwrap();
        assert!(odd.flaw().unwrap().contains("/currency: is not an ISO 4217 currency"));
        let homeless = read(|session| session["collected_information"] = serde_json::Value::Null).unwrap();
        assert!(homeless.homeless && homeless.flaw().is_none(), "a billing address without a street is none");
        assert!(read(|session| session["amount_total"] = 0.into()).is_err());
        assert!(read(|session| session["customer_details"]["email"] = serde_json::Value::Null).is_err());
    }
}
