//! An order or a refund of Shopify's as news.

use super::{
    born::born,
    wire::{Body, Transaction},
};
use crate::{
    clock::At,
    connect::{Origin, RefundTold, ShopNews, Stands},
    money::Money,
    payment::RefundStatus,
};

/// What a webhook says; `None` for what is neither an order nor a refund of one. `home`: the shop's own country; `tests`: whether orders
/// made to try things out count.
pub fn news(body: &[u8], home: &str, tests: bool, now: At) -> Option<ShopNews> {
    let body: Body = serde_json::from_slice(body).ok()?;
    let origin = Origin::Shopify;
    if let Some(id) = body.order_id.clone() {
        let refunds = told(&body, now);
        return Some(ShopNews { origin, id, stands: Stands::Unsaid, cancelled: false, refunds });
    }
    let id = body.id.clone()?;
    body.line_items.as_ref()?;
    let status = body.financial_status.as_deref()?;
    let cancelled = body.cancelled_at.is_some();
    let sent = body.fulfillment_status.as_deref() == Some("fulfilled");
    let stands = match status {
        _ if body.test && !tests => Stands::Test,
        "paid" | "partially_refunded" if !cancelled && !sent => {
            Stands::Paid(born(&body, &id, home, now).map(Box::new))
        }
        "paid" | "partially_refunded" | "refunded" => Stands::Over,
        _ => Stands::Unpaid,
    };
    let refunds = body.refunds.iter().flat_map(|refund| told(refund, now)).collect();
    Some(ShopNews { origin, id, stands, cancelled, refunds })
}

/// What each of a refund's transactions has moved, or tried to. A refund of goods alone moves no money.
fn told(refund: &Body, now: At) -> Vec<RefundTold> {
    let Some(whole) = refund.id.as_deref().map(|id| format!("shopify:{id}")) else { return Vec::new() };
    let at = refund.created_at.as_deref().and_then(|at| at.parse().ok()).map_or(now, At);
    let read = |transaction: &Transaction| {
        let status = match &*transaction.status {
            "success" => RefundStatus::Succeeded,
            "pending" => RefundStatus::Pending,
            "failure" | "error" => RefundStatus::Failed,
            _ => return None,
        };
        let amounts = amounts(transaction);
        if transaction.kind != "refund" || amounts.iter().any(|amount| amount.minor == 0) {
            return None;
        }
        // One without a name of its own could be booked twice: a person is told of it instead.
        let (id, amounts) = match &transaction.id {
            Some(id) => (format!("{whole}:{id}"), amounts),
            None => (whole.clone(), Vec::new()),
        };
        Some(RefundTold { id, whole: Some(whole.clone()), amounts, status, at })
    };
    refund.transactions.iter().filter_map(read).collect()
}

/// A transaction speaks the buyer's currency, and the shop's where it has a set of both.
fn amounts(transaction: &Transaction) -> Vec<Money> {
    let own = (transaction.amount.as_deref(), transaction.currency.as_deref());
    let set = transaction.amount_set.iter().flat_map(|set| [&set.shop_money, &set.presentment_money]);
    let said = set.map(|told| (told.amount.as_deref(), told.currency_code.as_deref()));
    std::iter::once(own)
        .chain(said)
        .filter_map(|(amount, code)| Money::from_decimal(amount?, code?))
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::{Language, clock::Clock, connect::Born};

    fn order() -> Value {
        json!({
            "id": 820_982_911_946_154_508_i64, "name": "#1001", "email": "ana@customer.test", "currency": "EUR", "total_price": "34.90",
            "taxes_included": false, "financial_status": "paid", "fulfillment_status": null, "cancelled_at": null, "test": false,
            "processed_at": "2026-11-30T11:00:00+01:00", "customer_locale": "ro-RO", "note": "Ring twice",
            "line_items": [{ "title": "Poster", "variant_title": "A2", "quantity": 2, "price": "12.50", "sku": "POSTER-A2", "grams": 120,
                "discount_allocations": [{ "amount": "1.03" }], "tax_lines": [{ "price": "5.03" }],
                "properties": [{ "name": "Engraving", "value": "For Ana" }, { "name": "_hidden", "value": "x" }] }],
            "shipping_lines": [{ "title": "48 h", "price": "4.88", "tax_lines": [{ "price": "1.02" }] }],
            "shipping_address": { "name": "Ana Ruiz", "address1": "Calle Mayor 12", "city": "Madrid", "zip": "28013", "country_code": "ES" },
            "refunds": []
        })
    }

    fn read(body: &Value) -> Option<ShopNews> {
        news(body.to_string().as_bytes(), "ES", false, Clock::System.now())
    }

    fn with(change: impl FnOnce(&mut Value)) -> ShopNews {
        let mut order = order();
        change(&mut order);
        read(&order).unwrap()
    }

    fn birth(news: ShopNews) -> Result<Born, String> {
        match news.stands {
            Stands::Paid(born) => born.map(|born| *born),
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn an_order_is_read_to_the_cent() {
        let born = birth(with(|_| ())).unwrap();
        assert_eq!((born.flaw(), born.homeless, &*born.id), (None, false, "820982911946154508"));
        let new = &born.new;
        assert_eq!(
            (new.total(), new.items[0].unit_amount, new.items[0].weight_grams),
            (3490, 1450, Some(120))
        );
        assert_eq!((new.reference.as_deref(), new.language), (Some("1001"), Some(Language::Ro)));
        assert_eq!(new.items[0].options.keys().collect::<Vec<_>>(), ["Engraving"]);
        assert_eq!((&*new.items[0].name, new.notes.as_deref()), ("Poster – A2", Some("Ring twice")));
        let included = birth(with(|order| {
            order["taxes_included"] = true.into();
            order["line_items"][0]["price"] = "15.015".into();
        }));
        assert!(included.unwrap_err().contains("15.015 is no amount of EUR"));
        let tip = birth(with(|order| {
            order["total_price"] = "37.90".into();
            order["total_tip_received"] = "3.00".into();
        }));
        assert_eq!(tip.unwrap().flaw(), None);
        assert!(birth(with(|order| order["total_price"] = "37.90".into())).unwrap().flaw().is_some());
    }

    #[test]
    fn only_what_is_paid_and_not_yet_sent_is_to_be_made() {
        let stands = |change: &dyn Fn(&mut Value)| match with(change).stands {
            Stands::Paid(_) => "paid",
            Stands::Over => "over",
            Stands::Unpaid => "unpaid",
            Stands::Test => "test",
            Stands::Unsaid => "unsaid",
        };
        for (status, word) in [
            ("paid", "paid"),
            ("partially_refunded", "paid"),
            ("refunded", "over"),
            ("pending", "unpaid"),
            ("authorized", "unpaid"),
            ("partially_paid", "unpaid"),
            ("voided", "unpaid"),
        ] {
            assert_eq!(stands(&|order| order["financial_status"] = status.into()), word, "{status}");
        }
        assert_eq!(stands(&|order| order["cancelled_at"] = "2026-11-30T12:00:00Z".into()), "over");
        assert_eq!(stands(&|order| order["fulfillment_status"] = "fulfilled".into()), "over");
        assert_eq!(stands(&|order| order["test"] = true.into()), "test");
        let mut draft = order();
        draft["financial_status"] = Value::Null;
        assert!(read(&draft).is_none(), "a draft, a checkout");
    }

    #[test]
    fn a_refund_is_its_money() {
        let refund = |kind: &str, status: &str| {
            json!({ "id": 509, "order_id": 820, "created_at": "2026-12-01T09:00:00Z",
                "transactions": [{ "id": 179, "kind": kind, "status": status, "amount": "10.00", "currency": "EUR" }] })
        };
        let told = |body: &Value| {
            let told = read(body).unwrap().refunds.into_iter();
            told.map(|told| (told.amount("EUR"), told.id, told.status)).collect::<Vec<_>>()
        };
        let is = |id: &str, status| (Some(1000), format!("shopify:509:{id}"), status);
        assert_eq!(told(&refund("refund", "success")), [is("179", RefundStatus::Succeeded)]);
        assert_eq!(told(&refund("refund", "pending")), [is("179", RefundStatus::Pending)]);
        for word in ["failure", "error"] {
            assert_eq!(told(&refund("refund", word)), [is("179", RefundStatus::Failed)]);
        }
        assert_eq!((told(&refund("void", "success")), told(&refund("sale", "failure"))), (vec![], vec![]));
        let mut again = refund("refund", "failure");
        let mut second = refund("refund", "success")["transactions"][0].clone();
        second["id"] = 180.into();
        again["transactions"].as_array_mut().unwrap().push(second);
        let both = [is("179", RefundStatus::Failed), is("180", RefundStatus::Succeeded)];
        assert_eq!(told(&again), both, "what was tried again");
        again["transactions"][1]["id"] = Value::Null;
        assert_eq!(told(&again)[1].0, None, "what has no name of its own is not booked");
        again["transactions"][1]["amount"] = "0.00".into();
        assert_eq!(told(&again), both[..1], "nothing moved");
    }

    #[test]
    fn a_refund_in_the_buyers_currency_is_what_the_shop_says_it_is() {
        let refund = |transaction: Value| {
            let news = read(&json!({ "id": 509, "order_id": 820, "transactions": [transaction] })).unwrap();
            ["EUR", "USD"].map(|currency| news.refunds[0].amount(currency))
        };
        let mut buyers =
            json!({ "id": 179, "kind": "refund", "status": "success", "amount": "11.00", "currency": "USD" });
        assert_eq!(refund(buyers.clone()), [None, Some(1100)]);
        buyers["amount_set"] = json!({
            "shop_money": { "amount": "10.00", "currency_code": "EUR" },
            "presentment_money": { "amount": 11.0, "currency_code": "USD" }
        });
        assert_eq!(refund(buyers), [Some(1000), Some(1100)]);
    }
}
