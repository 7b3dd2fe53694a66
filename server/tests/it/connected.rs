//! Orders of other shops, WooCommerce's and Shopify's, as their webhooks tell them: believed by signature, born once, merged in any order.

use domain::{
    Fault, Language, Reason,
    ids::OrderId,
    order::{self, By, Status, store::Order},
    payment::{self, PaymentStatus, RefundReason, RefundRequest},
    provider::signature::body::sign,
    queue::drain,
    staff::Role,
};
use rand::{Rng, SeedableRng, rngs::StdRng, seq::SliceRandom};
use secrecy::SecretString;
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::support::{SHOPIFY_SECRET, WOO_SECRET, World};

/// An order as WooCommerce tells it: 34.90 € paid.
pub fn woo(key: &str, status: &str, refunds: &[(u32, &str)]) -> Value {
    let refunds: Vec<_> =
        refunds.iter().map(|(id, total)| json!({ "id": id, "reason": "", "total": total })).collect();
    json!({
        "id": 727, "parent_id": 0, "number": "1234", "order_key": format!("wc_order_{key}"), "created_via": "checkout", "version": "9.8.1",
        "status": status, "currency": "EUR", "date_created_gmt": "2026-11-30T09:59:00", "date_modified_gmt": "2026-11-30T10:00:05",
        "date_paid_gmt": "2026-11-30T10:00:00", "discount_total": "0.00", "shipping_total": "4.88", "shipping_tax": "1.02",
        "total": "34.90", "total_tax": "6.05", "prices_include_tax": true, "customer_note": "Ring twice", "payment_method_title": "Card",
        "billing": { "first_name": "Ana", "last_name": "Ruiz", "company": "", "address_1": "Calle Mayor 12", "address_2": "3º B",
            "city": "Madrid", "state": "M", "postcode": "28013", "country": "ES", "email": "ana@customer.test", "phone": "600000000" },
        "shipping": { "first_name": "Ion", "last_name": "Ruiz", "company": "", "address_1": "Calle Mayor 12", "address_2": "",
            "city": "Madrid", "state": "M", "postcode": "28013", "country": "ES", "phone": "" },
        "line_items": [{ "id": 315, "name": "Poster A2", "product_id": 93, "variation_id": 0, "quantity": 2, "subtotal": "23.97",
            "total": "23.97", "total_tax": "5.03", "sku": "POSTER-A2", "price": 11.985,
            "meta_data": [{ "id": 1, "key": "pa_paper", "value": "170", "display_key": "Paper", "display_value": "170 g" }] }],
        "shipping_lines": [{ "id": 317, "method_title": "48 h", "method_id": "flat_rate", "total": "4.88", "total_tax": "1.02" }],
        "fee_lines": [], "coupon_lines": [], "refunds": refunds, "meta_data": [{ "id": 13, "key": "wpml_language", "value": "ro" }]
    })
}

/// An order as Shopify tells it: 34.90 € paid.
pub fn shopify(id: u64, status: &str, refunds: &[Value]) -> Value {
    json!({
        "id": id, "admin_graphql_api_id": format!("gid://shopify/Order/{id}"), "name": "#1001", "order_number": 1001,
        "email": "ana@customer.test", "contact_email": "ana@customer.test", "currency": "EUR", "presentment_currency": "EUR",
        "total_price": "34.90", "subtotal_price": "29.00", "total_tax": "6.05", "taxes_included": true, "financial_status": status,
        "fulfillment_status": null, "cancelled_at": null, "test": false, "processed_at": "2026-11-30T11:00:00+01:00",
        "customer_locale": "es-ES", "note": null,
        "line_items": [{ "id": 466, "title": "Poster", "variant_title": "A2", "quantity": 2, "price": "15.00", "sku": "POSTER-A2",
            "grams": 120, "discount_allocations": [{ "amount": "1.00" }], "tax_lines": [{ "price": "5.03", "rate": 0.21 }],
            "properties": [] }],
        "shipping_lines": [{ "id": 369, "title": "48 h", "price": "5.90", "discounted_price": "5.90", "tax_lines": [] }],
        "shipping_address": { "name": "Ana Ruiz", "address1": "Calle Mayor 12", "city": "Madrid", "zip": "28013", "province": "Madrid",
            "country": "Spain", "country_code": "ES", "phone": "600000000" },
        "refunds": refunds
    })
}

fn shopify_refund(id: u64, order: u64, amount: &str) -> Value {
    json!({ "id": id, "order_id": order, "created_at": "2026-12-01T09:00:00+01:00", "restock": true, "refund_line_items": [],
        "transactions": [{ "id": 179, "kind": "refund", "status": "success", "amount": amount, "currency": "EUR" }] })
}

async fn post(world: &World, shop: &str, topic: &str, signature: Option<&str>, body: Vec<u8>) -> u16 {
    let mark = if shop == "shopify" { "x-shopify-hmac-sha256" } else { "x-wc-webhook-signature" };
    let about = if shop == "shopify" { "x-shopify-topic" } else { "x-wc-webhook-topic" };
    let mut request =
        world.http.post(format!("{}/api/webhooks/{shop}", world.url)).header(about, topic).body(body);
    if let Some(signature) = signature {
        request = request.header(mark, signature);
    }
    request.send().await.unwrap().status().as_u16()
}

fn secret(shop: &str) -> SecretString {
    SecretString::from(if shop == "shopify" { SHOPIFY_SECRET } else { WOO_SECRET })
}

async fn tell(world: &World, shop: &str, topic: &str, body: &Value) {
    let body = body.to_string().into_bytes();
    let signature = sign(&body, &secret(shop));
    assert_eq!(post(world, shop, topic, Some(&signature), body).await, 200);
}

pub async fn told(world: &World, shop: &str, topic: &str, body: &Value) {
    tell(world, shop, topic, body).await;
    drain(&world.shop).await.unwrap();
}

/// The one order there is.
async fn only(world: &World) -> Order {
    let id: uuid::Uuid =
        sqlx::query_scalar("select id from orders").fetch_one(&world.shop.pool).await.unwrap();
    order::store::load(&mut world.shop.pool.acquire().await.unwrap(), OrderId(id)).await.unwrap()
}

pub async fn outcome(world: &World) -> (String, String) {
    sqlx::query_as("select state::text, outcome from inbox order by id desc limit 1")
        .fetch_one(&world.shop.pool)
        .await
        .unwrap()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn other_shops_are_believed_by_their_signature_alone(pool: PgPool) {
    let world = World::without_worker(pool).await;
    for (shop, topic, body) in [
        ("woocommerce", "order.updated", woo("a", "processing", &[])),
        ("shopify", "orders/paid", shopify(1, "paid", &[])),
    ] {
        let body = body.to_string().into_bytes();
        let good = sign(&body, &secret(shop));
        let mut altered = body.clone();
        let at = altered.windows(5).position(|five| five == b"34.90").unwrap();
        altered[at] = b'9';
        assert_eq!(
            post(&world, shop, topic, Some(&sign(&body, &SecretString::from("another"))), body.clone()).await,
            400
        );
        assert_eq!(post(&world, shop, topic, Some(&good), altered).await, 400);
        assert_eq!(post(&world, shop, topic, Some(&good[..20]), body.clone()).await, 400);
        assert_eq!(post(&world, shop, topic, None, body.clone()).await, 400);
        let huge = vec![b' '; 2 * 1024 * 1024];
        assert_eq!(post(&world, shop, topic, Some(&sign(&huge, &secret(shop))), huge).await, 413);
        let noise = b"[1]".to_vec();
        assert_eq!(post(&world, shop, topic, Some(&sign(&noise, &secret(shop))), noise).await, 400);
        for (reason, times) in
            [("signature_forged", 3), ("signature_missing", 1), ("too_large", 1), ("not_an_event", 1)]
        {
            let noted: i64 = sqlx::query_scalar(
                "select coalesce(sum(times), 0)::bigint from inbox_refusal where provider = $1 and reason = $2",
            )
            .bind(shop)
            .bind(reason)
            .fetch_one(&world.shop.pool)
            .await
            .unwrap();
            assert_eq!(noted, times, "{shop}: {reason}");
        }
        assert_eq!(world.count("select count(*) from inbox").await, 0);
        // The very same body, properly signed, is welcome; of a kind that means nothing it is kept and ignored.
        assert_eq!(post(&world, shop, "fulfillments/create", Some(&good), body).await, 200);
        drain(&world.shop).await.unwrap();
        assert_eq!(world.count("select count(*) from inbox where state = 'ignored'").await, 1);
        sqlx::query("delete from inbox").execute(&world.shop.pool).await.unwrap();
    }
    assert_eq!(world.count("select count(*) from orders").await, 0);
    // WooCommerce tries an address out before it signs anything.
    assert_eq!(post(&world, "woocommerce", "", None, b"webhook_id=3".to_vec()).await, 200);
    assert_eq!(post(&world, "woocommerce", "", None, b"webhook_id=3&total=1".to_vec()).await, 400);
    assert_eq!(world.count("select count(*) from inbox").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_paid_order_of_woocommerce_is_one_order_here_and_its_money_goes_back_there(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let mut unpaid = woo("a", "processing", &[]);
    unpaid["date_paid_gmt"] = Value::Null;
    told(&world, "woocommerce", "order.created", &unpaid).await;
    assert_eq!(outcome(&world).await, ("ignored".into(), "it is not paid there".into()));
    for _ in 0..3 {
        told(&world, "woocommerce", "order.updated", &woo("a", "processing", &[])).await;
    }
    let born = only(&world).await;
    assert_eq!((born.state.status, born.state.payment), (Status::Confirmed, PaymentStatus::Paid));
    assert_eq!((born.customer_name.as_str(), born.language), ("Ion Ruiz", Language::Ro));
    let shown = order::page(&world.shop, &born.number, Language::En).await.unwrap();
    assert_eq!(shown.reference.as_deref(), Some("WooCommerce #1234"));
    assert_eq!((&*shown.total, shown.notes.as_deref()), ("€34.90", Some("Ring twice")));
    assert_eq!(shown.items[0].options, [("Paper".to_owned(), "170 g".to_owned())]);
    assert!(
        shown.money.ledger.iter().all(|line| line.who.as_deref() == Some("WooCommerce")),
        "{:?}",
        shown.money.ledger
    );
    // Clew did not take this money, so it offers no way to give it back.
    assert!(!shown.allowed.refund);
    let (ana, _) = world.person(Role::Admin).await;
    let wanted = RefundRequest {
        amount: None,
        reason: RefundReason::default(),
        note: None,
        key: "k".into(),
        seen: None,
    };
    let refused = payment::refund(&world.shop, &ana, born.id, &wanted).await.unwrap_err();
    assert!(matches!(refused, Fault::Refused(Reason::PaidElsewhere)), "{refused:?}");
    order::cancel(&world.shop, &By::Staff(ana), born.id, None).await.unwrap();
    assert_eq!(
        world
            .count("select count(*) from alert where kind = 'refund_elsewhere' and cleared_at is null")
            .await,
        1
    );
    // The other shop pays it back: that is heard, booked once, and settles the alarm.
    for _ in 0..2 {
        told(&world, "woocommerce", "order.updated", &woo("a", "refunded", &[(901, "-34.90")])).await;
    }
    assert_eq!(only(&world).await.state.payment, PaymentStatus::Refunded);
    assert_eq!(world.count("select count(*) from alert where cleared_at is null").await, 0);
    assert_eq!(
        (world.count("select count(*) from refund").await, world.events("refund_succeeded").await),
        (1, 1)
    );
    assert_eq!(
        world.count("select count(*) from job where name in ('send_refund', 'sync_refunds')").await,
        0
    );
}

/// What is told of an order is merged, whatever comes first and however often.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn other_shops_news_in_any_order_and_number_ends_the_same(pool: PgPool) {
    let world = World::without_worker(pool).await;
    for seed in 0..4_u64 {
        let mut random = StdRng::seed_from_u64(seed);
        let key = format!("k{seed}");
        let (first, second) =
            (shopify_refund(500 + 2 * seed, seed, "10.00"), shopify_refund(501 + 2 * seed, seed, "4.90"));
        let both = [first.clone(), second.clone()];
        let news = [
            ("woocommerce", "order.created", woo(&key, "processing", &[])),
            ("woocommerce", "order.updated", woo(&key, "processing", &[(1, "-10.00")])),
            ("woocommerce", "order.updated", woo(&key, "on-hold", &[(2, "-4.90"), (1, "-10.00")])),
            ("shopify", "orders/create", shopify(seed, "pending", &[])),
            ("shopify", "orders/paid", shopify(seed, "paid", &[])),
            ("shopify", "orders/updated", shopify(seed, "partially_refunded", &both[..1])),
            ("shopify", "refunds/create", first),
            ("shopify", "refunds/create", second),
        ];
        let mut replayed: Vec<_> =
            (0..10).flat_map(|copy| news.iter().map(move |news| (copy, news))).collect();
        replayed.shuffle(&mut random);
        for (copy, (shop, topic, body)) in replayed {
            // A later snapshot that says nothing new is another body.
            let mut body = body.clone();
            body["date_modified_gmt"] = format!("2026-11-30T10:00:{:02}", copy % 3).into();
            tell(&world, shop, topic, &body).await;
            if random.random_bool(0.2) {
                drain(&world.shop).await.unwrap();
            }
        }
        drain(&world.shop).await.unwrap();
        let ends: Vec<(String, String, String, i64, i64)> = sqlx::query_as(
            "select a.origin, o.status::text, o.payment::text, p.captured, p.reserved from adoption a
             join orders o on o.id = a.order_id join payment p on p.order_id = o.id
             where a.origin_id in ('wc_order_' || $1, $2) order by 1",
        )
        .bind(&key)
        .bind(seed.to_string())
        .fetch_all(&world.shop.pool)
        .await
        .unwrap();
        let end = |origin: &str| {
            (origin.to_owned(), "confirmed".to_owned(), "partially_refunded".to_owned(), 3490_i64, 1490_i64)
        };
        assert_eq!(ends, [end("shopify"), end("woocommerce")], "seed {seed}");
    }
    assert_eq!(world.count("select count(*) from orders").await, 8);
    assert_eq!(world.count("select count(*) from refund where status = 'succeeded'").await, 16);
    assert_eq!(
        world.count("select count(*) from notice where kind = 'confirmation' and channel = 'email'").await,
        8
    );
    assert_eq!(
        world.count("select count(*) from inbox where state in ('waiting', 'received', 'failed')").await,
        0
    );
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_is_called_off_there_is_called_off_here_and_what_was_over_is_never_made(pool: PgPool) {
    let world = World::without_worker(pool).await;
    // Over before we heard of it: nothing is made, whatever older news or refund comes after.
    let mut gone = shopify(7, "refunded", &[shopify_refund(70, 7, "34.90")]);
    gone["cancelled_at"] = "2026-11-30T12:00:00+01:00".into();
    told(&world, "shopify", "refunds/create", &shopify_refund(70, 7, "34.90")).await;
    assert_eq!(outcome(&world).await.0, "waiting");
    told(&world, "shopify", "orders/cancelled", &gone).await;
    told(&world, "shopify", "orders/paid", &shopify(7, "paid", &[])).await;
    let over = "select count(*) from inbox where state = 'ignored' and outcome = 'it was over there before Clew heard of it'";
    assert_eq!((world.count("select count(*) from orders").await, world.count(over).await), (0, 3));
    // In the house: called off, once, with the refund that shop made.
    told(&world, "woocommerce", "order.created", &woo("a", "processing", &[])).await;
    let mut cancelled = woo("a", "cancelled", &[(901, "-34.90")]);
    for second in ["10", "11"] {
        cancelled["date_modified_gmt"] = format!("2026-11-30T12:00:{second}").into();
        told(&world, "woocommerce", "order.updated", &cancelled).await;
    }
    let born = only(&world).await;
    assert_eq!((born.state.status, born.state.payment), (Status::Cancelled, PaymentStatus::Refunded));
    assert_eq!(world.events("order_cancelled").await, 1);
    // Gone out: a person has to stop it, and is told once.
    told(&world, "woocommerce", "order.created", &woo("b", "processing", &[])).await;
    let sent = "update orders set status = 'shipped', stage = (select s ->> 'key' from workflow w, jsonb_array_elements(w.definition -> 'stages') s
        where w.id = orders.workflow_id and s ->> 'status' = 'shipped' limit 1) where status = 'confirmed'";
    sqlx::query(sent).execute(&world.shop.pool).await.unwrap();
    told(&world, "woocommerce", "order.updated", &woo("b", "cancelled", &[])).await;
    let open = "select count(*) from alert where kind = 'cancelled_elsewhere' and cleared_at is null";
    assert_eq!(world.count(open).await, 1);
    sqlx::query("update alert set cleared_at = now(), cleared_by = 'Ana'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    told(&world, "woocommerce", "order.updated", &woo("b", "cancelled", &[(902, "-1.00")])).await;
    assert_eq!(world.count(open).await, 0, "what a person dealt with is not said again");
    assert_eq!(world.count("select count(*) from refund where status = 'succeeded'").await, 2);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_refund_counts_in_the_currency_that_was_paid_or_a_person_is_told(pool: PgPool) {
    let world = World::without_worker(pool).await;
    told(&world, "shopify", "orders/paid", &shopify(7, "paid", &[])).await;
    let mut foreign = shopify_refund(70, 7, "11.00");
    foreign["transactions"][0]["currency"] = "USD".into();
    // Called off there in the same breath: what cannot be booked does not stop that.
    let mut off = shopify(7, "partially_refunded", &[foreign.clone()]);
    off["cancelled_at"] = "2026-12-01T09:00:00+01:00".into();
    told(&world, "shopify", "orders/updated", &off).await;
    let why = "shopify:70:179 does not say what went back in EUR";
    assert_eq!(outcome(&world).await, ("failed".into(), why.into()));
    let open = "select count(*) from alert where kind = 'order_not_born' and cleared_at is null";
    assert_eq!((world.count("select count(*) from refund").await, world.count(open).await), (0, 1));
    assert_eq!(only(&world).await.state.status, Status::Cancelled);
    foreign["transactions"][0]["amount_set"] = json!({
        "shop_money": { "amount": "10.00", "currency_code": "EUR" },
        "presentment_money": { "amount": "11.00", "currency_code": "USD" }
    });
    told(&world, "shopify", "refunds/create", &foreign).await;
    assert_eq!(only(&world).await.state.payment, PaymentStatus::PartiallyRefunded);
    assert_eq!(world.count("select reserved from payment").await, 1000);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_refund_that_fails_there_makes_room_for_the_one_that_does_not(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let refund = |id: u64, status: &str| {
        let mut refund = shopify_refund(id, 7, "34.90");
        refund["transactions"][0]["status"] = status.into();
        refund
    };
    told(&world, "shopify", "orders/paid", &shopify(7, "paid", &[])).await;
    told(&world, "shopify", "refunds/create", &refund(69, "failure")).await;
    assert_eq!(world.count("select reserved from payment").await, 0, "nothing of it was ever under way");
    told(&world, "shopify", "refunds/create", &refund(70, "pending")).await;
    assert_eq!(world.count("select reserved from payment").await, 3490);
    for _ in 0..2 {
        let both = [refund(71, "success"), refund(70, "failure")];
        told(&world, "shopify", "orders/updated", &shopify(7, "refunded", &both)).await;
        assert_eq!(only(&world).await.state.payment, PaymentStatus::Refunded);
        assert_eq!(world.count("select reserved from payment").await, 3490);
    }
    let booked = "select count(*) from refund where status = 'failed' and provider_id = 'shopify:70:179'
        or status = 'succeeded' and provider_id = 'shopify:71:179'";
    assert_eq!((world.count(booked).await, world.count("select count(*) from refund").await), (2, 3));
    assert_eq!(world.count("select count(*) from alert where kind = 'refund_failed'").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_does_not_add_up_is_kept_said_plainly_and_mended_by_later_news(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let wrong = |change: &dyn Fn(&mut Value)| {
        let mut order = woo("a", "processing", &[]);
        change(&mut order);
        order
    };
    let more = "its lines and its shipping come to 34.90 EUR, but 36.90 EUR was paid";
    let cases: [(Value, &str); 4] = [
        (wrong(&|order| order["total"] = "36.90".into()), more),
        (wrong(&|order| order["currency"] = "BTC".into()), "34.90 is no amount of BTC"),
        (wrong(&|order| order["billing"]["email"] = "".into()), "it has no email address of the customer"),
        (wrong(&|order| order["line_items"] = json!([])), "come to 5.90 EUR"),
    ];
    for (order, why) in cases {
        told(&world, "woocommerce", "order.updated", &order).await;
        let (state, outcome) = outcome(&world).await;
        let known =
            outcome.contains(why) || (order["line_items"] == json!([]) && outcome.starts_with("/items"));
        assert!(state == "failed" && known, "{state}: {outcome}");
    }
    assert_eq!(world.count("select count(*) from orders").await, 0);
    let attention = domain::alert::list(&world.shop, Language::En).await.unwrap().alerts;
    assert_eq!(attention.len(), 1, "one alarm, and every webhook in the inbox");
    assert_eq!(attention[0].detail.as_deref(), Some(&*format!("WooCommerce: {more}")));
    // A product nobody knows is made to order; an order without an address is born, and somebody asks.
    let homeless = wrong(&|order| {
        order["shipping"] = json!({});
        order["billing"]["address_1"] = "".into();
        order["line_items"][0]["sku"] = "NOBODY-KNOWS".into();
    });
    told(&world, "woocommerce", "order.updated", &homeless).await;
    assert_eq!(only(&world).await.state.status, Status::Confirmed);
    assert_eq!(world.count("select count(*) from orders where attention = 'address_missing'").await, 1);
}
