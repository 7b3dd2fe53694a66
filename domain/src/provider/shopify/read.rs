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
        let refunds = told(&body, now).into_iter().collect();
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
    let refunds = body.refunds.iter().filter_map(|refund| told(refund, now)).collect();
    Some(ShopNews { origin, id, stands, cancelled, refunds })
}

/// A refund of goods alone moves no money. One of which nothing moved any has failed, and may have been pending before.
fn told(refund: &Body, now: At) -> Option<RefundTold> {
    let of = |words: &[&str]| -> Vec<&Transaction> {
        let all = refund.transactions.iter().filter(|transaction| transaction.kind == "refund");
        all.filter(|transaction| words.contains(&&*transaction.status)).collect()
    };
    let (moved, failed) = (of(&["success", "pending"]), of(&["failure", "error"]));
    let (counted, status) = if moved.is_empty() {
        (failed, RefundStatus::Failed)
    } else if moved.iter().any(|transaction| transaction.status == "pending") {
        (moved, RefundStatus::Pending)
    } else {
        (moved, RefundStatus::Succeeded)
    };
    let amounts = sums(&counted);
    if counted.is_empty() || amounts.iter().any(|sum| sum.minor == 0) {
        return None;
    }
    let at = refund.created_at.as_deref().and_then(|at| at.parse().ok()).map_or(now, At);
    let id = format!("shopify:{}", refund.id.as_deref()?);
    Some(RefundTold { id, amounts, status, at })
}

/// What they come to, in each currency that all of them say.
fn sums(transactions: &[&Transaction]) -> Vec<Money> {
    let mut all = transactions.iter().copied().map(amounts);
    let first = all.next().unwrap_or_default();
    all.fold(first, |sums, more| {
        let add = |sum: Money| {
            let more = more.iter().find(|more| more.currency == sum.currency)?;
            Some(Money { minor: sum.minor.checked_add(more.minor)?, ..sum })
        };
        sums.into_iter().filter_map(add).collect()
    })
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
                "transactions": [{ "kind": kind, "status": status, "amount": "10.00", "currency": "EUR" }] })
        };
        let told = |body: &Value| {
            let news = read(body).unwrap();
            news.refunds.first().map(|told| (told.id.clone(), told.amount("EUR").unwrap(), told.status))
        };
        let id = "shopify:509".to_owned();
        assert_eq!(told(&refund("refund", "success")), Some((id.clone(), 1000, RefundStatus::Succeeded)));
        assert_eq!(told(&refund("refund", "pending")), Some((id.clone(), 1000, RefundStatus::Pending)));
        for word in ["failure", "error"] {
            assert_eq!(told(&refund("refund", word)), Some((id.clone(), 1000, RefundStatus::Failed)));
        }
        assert_eq!((told(&refund("void", "success")), told(&refund("sale", "failure"))), (None, None));
        let mut again = refund("refund", "failure");
        let second = refund("refund", "success")["transactions"][0].clone();
        again["transactions"].as_array_mut().unwrap().push(second);
        assert_eq!(told(&again), Some((id, 1000, RefundStatus::Succeeded)), "what was tried again");
    }

    #[test]
    fn a_refund_in_the_buyers_currency_is_what_the_shop_says_it_is() {
        let refund = |transactions: Value| {
            let news = read(&json!({ "id": 509, "order_id": 820, "transactions": transactions })).unwrap();
            ["EUR", "USD"].map(|currency| news.refunds[0].amount(currency))
        };
        let plain = |amount: &str, code: &str| json!({ "kind": "refund", "status": "success", "amount": amount, "currency": code });
        let both = || {
            let mut transaction = plain("11.00", "USD");
            transaction["amount_set"] = json!({
                "shop_money": { "amount": "10.00", "currency_code": "EUR" },
                "presentment_money": { "amount": 11.0, "currency_code": "USD" }
            });
            transaction
        };
        assert_eq!(refund(json!([plain("11.00", "USD")])), [None, Some(1100)]);
        assert_eq!(refund(json!([both()])), [Some(1000), Some(1100)]);
        assert_eq!(refund(json!([both(), both()])), [Some(2000), Some(2200)]);
        assert_eq!(refund(json!([both(), plain("10.00", "EUR")])), [Some(2000), None]);
        let mixed = json!([plain("10.00", "EUR"), plain("11.00", "USD")]);
        assert_eq!(refund(mixed), [None, None], "no currency is all of it");
    }
}
