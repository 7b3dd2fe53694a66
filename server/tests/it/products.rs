//! Products and their ledger: as many pieces as the movements say, whoever moves them and however many at once.

use std::sync::Arc;

use domain::{
    Fault, Reason,
    order::{self, By},
    product::{self, Booked, Correction, ProductFilter},
    staff::Role,
};
use futures::{StreamExt, future::join_all, stream};
use rand::{Rng, SeedableRng, rngs::StdRng};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::support::{API_KEY, World, body};

pub async fn put(world: &World, sku: &str, product: &Value) -> (u16, Value) {
    let url = format!("{}/api/products/{sku}", world.url);
    let answer = world.http.put(url).bearer_auth(API_KEY).json(product).send().await.unwrap();
    (answer.status().as_u16(), answer.json().await.unwrap())
}

/// How far `on_hand` is from the sum of its ledger, and from the last line's balance, over all products.
async fn drift(world: &World) -> i64 {
    world
        .count(
            "select coalesce(sum(abs(p.on_hand - l.total) + abs(p.on_hand - l.balance)), 0)::bigint from product p,
                 lateral (select coalesce(sum(m.quantity), 0) as total,
                     coalesce((array_agg(m.balance order by m.id desc))[1], 0) as balance
                     from stock_movement m where m.sku = p.sku) l",
        )
        .await
}

async fn on_hand(world: &World, sku: &str) -> i32 {
    product::store::one(&mut world.shop.pool.acquire().await.unwrap(), sku).await.unwrap().on_hand
}

fn shirt() -> Value {
    body(|body| {
        body["items"] =
            json!([{ "name": "Shirt M", "quantity": 1, "unitAmount": 2500, "sku": "SHIRT-M", "size": "M" }]);
    })
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn two_hundred_checkouts_for_the_last_twenty_shirts_sell_twenty(pool: PgPool) {
    let world = Arc::new(World::without_worker(pool).await);
    put(&world, "SHIRT-M", &json!({ "name": "Shirt M", "onHand": 20 })).await;
    let checkouts = stream::iter(0..200).map(|n| {
        let world = Arc::clone(&world);
        tokio::spawn(async move { world.create(&format!("shirt-{n}"), &shirt()).await.status().as_u16() })
    });
    // All of them under way at once.
    let answers: Vec<u16> = checkouts.buffer_unordered(200).map(Result::unwrap).collect().await;
    let of = |status: u16| answers.iter().filter(|answer| **answer == status).count();
    assert_eq!((of(201), of(409)), (20, 180), "{answers:?}");
    assert_eq!((on_hand(&world, "SHIRT-M").await, drift(&world).await), (0, 0));
    assert_eq!(world.count("select count(*) from orders").await, 20);
    assert_eq!(world.count("select sum(held)::bigint from order_item").await, 20);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn stock_is_what_its_ledger_says_whatever_happens_at_once(pool: PgPool) {
    let world = Arc::new(World::without_worker(pool).await);
    let (ana, _) = world.person(Role::Operator).await;
    for sku in ["SHIRT-M", "SHIRT-L"] {
        put(&world, sku, &json!({ "name": sku, "onHand": 15 })).await;
    }
    let seed: u64 = rand::random();
    let mut dice = StdRng::seed_from_u64(seed);
    let deeds = (0..60).map(|n| {
        let (kind, pieces, sku) =
            (dice.random_range(0..6), dice.random_range(1..5), ["SHIRT-M", "SHIRT-L"][n % 2]);
        let (world, ana) = (Arc::clone(&world), ana.clone());
        tokio::spawn(async move {
            let (shop, key) = (&world.shop, format!("deed-{n}"));
            match kind {
                0 => drop(product::receive(shop, &ana, sku, pieces, "", &key).await),
                1 => {
                    let seen = on_hand(&world, sku).await;
                    drop(product::count(shop, &ana, sku, pieces, seen, None).await);
                }
                2 => drop(product::correct(shop, &ana, sku, Correction::Waste(pieces), "torn", &key).await),
                3 => drop(put(&world, sku, &json!({ "name": sku, "onHand": pieces })).await),
                _ => {
                    let order = body(|body| {
                        body["items"] = json!([
                            { "name": "a", "quantity": pieces, "unitAmount": 100, "sku": "SHIRT-L" },
                            { "name": "b", "quantity": 1, "unitAmount": 100, "sku": "SHIRT-M" }
                        ]);
                    });
                    let answer = world.create(&key, &order).await;
                    if answer.status() == 201 && kind == 5 {
                        let created: Value = answer.json().await.unwrap();
                        let number = order::OrderNumber::parse(created["number"].as_str().unwrap()).unwrap();
                        let id = world.id(&number).await;
                        order::cancel(shop, &By::Staff(ana.clone()), id, None).await.unwrap();
                    }
                }
            }
        })
    });
    join_all(deeds.collect::<Vec<_>>()).await.into_iter().for_each(|deed| deed.unwrap());
    assert_eq!(drift(&world).await, 0, "seed {seed}");
    assert!(world.count("select count(*) from stock_movement").await > 2, "seed {seed}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_database_refuses_stock_that_is_not_booked(pool: PgPool) {
    let world = World::without_worker(pool).await;
    put(&world, "MUG", &json!({ "name": "Mug", "onHand": 3 })).await;
    for forgery in [
        "update product set on_hand = 99",
        "insert into product (sku, name, on_hand, updated_at) values ('CUP', 'Cup', 5, now())",
        "update stock_movement set quantity = 99",
        "delete from stock_movement",
        "delete from product",
        "insert into stock_movement (sku, kind, quantity, source, at) values ('MUG', 'waste', 1, 'staff', now())",
        "insert into stock_movement (sku, kind, quantity, source, at) values ('MUG', 'receive', 0, 'staff', now())",
        "insert into stock_movement (sku, kind, quantity, source, at) values ('NONE', 'receive', 1, 'staff', now())",
    ] {
        assert!(sqlx::query(forgery).execute(&world.shop.pool).await.is_err(), "{forgery}");
    }
    assert_eq!((on_hand(&world, "MUG").await, drift(&world).await), (3, 0));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn receiving_counting_and_correcting_are_booked_once_with_their_reason(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    put(&world, "MUG", &json!({ "name": "Mug", "onHand": 3, "reorderPoint": 4 })).await;
    let shop = &world.shop;
    assert_eq!(product::receive(shop, &ana, "MUG", 10, "box 7", "k1").await.unwrap(), Booked::Moved(13));
    assert_eq!(product::receive(shop, &ana, "MUG", 10, "box 7", "k1").await.unwrap(), Booked::Already);
    let late = product::count(shop, &ana, "MUG", 5, 3, None).await;
    assert!(matches!(late, Err(Fault::Refused(Reason::StockMoved { left: 13 }))), "{late:?}");
    assert_eq!(product::count(shop, &ana, "MUG", 12, 13, None).await.unwrap(), Booked::Moved(12));
    assert_eq!(product::count(shop, &ana, "MUG", 12, 13, None).await.unwrap(), Booked::Already);
    let none = product::correct(shop, &ana, "MUG", Correction::Waste(1), " ", "k2").await;
    assert!(matches!(none, Err(Fault::Refused(Reason::EmptyNote))), "{none:?}");
    let many = product::correct(shop, &ana, "MUG", Correction::By(-13), "lost", "k2").await;
    assert!(matches!(many, Err(Fault::Refused(Reason::FewerInStock { left: 12 }))), "{many:?}");
    let waste = product::correct(shop, &ana, "MUG", Correction::Waste(8), "broken", "k2").await;
    assert_eq!(waste.unwrap(), Booked::Moved(4));
    let page = product::page(shop, ana.language, "MUG").await.unwrap();
    let told: Vec<_> =
        page.movements.iter().map(|line| (line.kind.as_str(), line.quantity, line.balance)).collect();
    assert_eq!(told, [("waste", -8, 4), ("count", -1, 12), ("receive", 10, 13), ("count", 3, 3)]);
    assert_eq!(page.movements[0].note.as_deref(), Some("broken"));
    assert_eq!(page.movements[0].actor.as_deref(), Some("Operator"));
    let low = ProductFilter { low: true, ..ProductFilter::default() };
    let list = product::list(shop, ana.language, &low).await.unwrap();
    assert_eq!((list.low, list.rows.len()), (1, 1), "four of a reorder point of four is low");
    put(&world, "MUG", &json!({ "name": "Mug", "onHand": 5 })).await;
    assert_eq!(product::list(shop, ana.language, &low).await.unwrap().low, 0);
    assert_eq!(drift(&world).await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn variants_share_a_group_and_are_offered_where_they_are(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let variant = |size: &str, locations: Value| {
        json!({
            "name": format!("Tee {size}"), "onHand": 3, "kind": "garment", "group": { "key": "TEE", "name": "Classic tee" },
            "options": { "size": size, "colour": "black" }, "price": 2500, "currency": "eur", "offered": true,
            "locations": locations
        })
    };
    let (status, tee) = put(&world, "TEE-M", &variant("M", json!([]))).await;
    assert_eq!(
        (status, &tee["currency"], &tee["group"]["name"]),
        (200, &json!("EUR"), &json!("Classic tee"))
    );
    put(&world, "TEE-L", &variant("L", json!(["north"]))).await;
    put(&world, "HID", &json!({ "name": "Hidden", "onHand": 1, "price": 1, "currency": "EUR" })).await;
    let skus = |location: &'static str| {
        let shop = world.shop.clone();
        async move {
            let offered = product::offered(&shop, location).await.unwrap();
            offered.into_iter().map(|product| product.sku).collect::<Vec<_>>()
        }
    };
    assert_eq!(skus("north").await, ["TEE-L", "TEE-M"]);
    assert_eq!(skus("south").await, ["TEE-M"]);
    let found = ProductFilter { search: "CLASSIC".into(), ..ProductFilter::default() };
    assert_eq!(product::list(&world.shop, domain::Language::En, &found).await.unwrap().rows.len(), 2);
    let (status, problem) = put(&world, "FREE", &json!({ "name": "x", "onHand": 1, "offered": true })).await;
    assert_eq!((status, &problem["type"]), (422, &json!("/problems/refused")));
    let (status, problem) = put(&world, "FREE", &json!({ "name": "x", "onHand": 1, "price": 5 })).await;
    assert_eq!((status, &problem["errors"][0]["pointer"]), (422, &json!("#/price")));
    assert_eq!(world.count("select count(*) from product where sku = 'FREE'").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_plain_form_about_stock_that_is_sent_twice_is_booked_once(pool: PgPool) {
    let world = World::without_worker(pool).await;
    put(&world, "MUG", &json!({ "name": "Mug", "onHand": 10 })).await;
    let (_, cookie) = world.person(Role::Operator).await;
    let send = async |what: &str, fields: &[(&str, &str)]| {
        let request = world.http.post(format!("{}/admin/fn/{what}", world.url)).header("cookie", &cookie);
        let request = request.header("accept", "text/html").header("sec-fetch-site", "same-origin");
        let request = request.header("referer", format!("{}/admin/products/MUG", world.url));
        let answer = request.form(&[&[("sku", "MUG")][..], fields].concat()).send().await.unwrap();
        assert_eq!(answer.status(), 302, "{what}");
    };
    // The shelf is as the ledger says.
    let as_expected = [("pieces", "10"), ("seen", "10"), ("key", "c1")];
    // Two are missing; then two come in, and the shelf looks as it did before the count.
    let fewer = [("pieces", "8"), ("seen", "10"), ("key", "c2")];
    let two_more = [("pieces", "2"), ("note", ""), ("key", "r1")];
    let broken = [("kind", "waste"), ("pieces", "1"), ("note", "broken"), ("key", "w1")];
    for (what, fields) in [
        ("count_stock", &as_expected[..]),
        ("count_stock", &fewer[..]),
        ("receive_stock", &two_more[..]),
        ("correct_stock", &broken[..]),
    ] {
        send(what, fields).await;
        send(what, fields).await;
    }
    send("receive_stock", &[("pieces", "1"), ("key", "r2")]).await;
    assert_eq!(on_hand(&world, "MUG").await, 10);
    send("count_stock", &fewer).await;
    assert_eq!(on_hand(&world, "MUG").await, 10, "it was sent before");
    send("count_stock", &[("pieces", "8"), ("seen", "10"), ("key", "c3")]).await;
    assert_eq!(on_hand(&world, "MUG").await, 8);
    let counts = "select count(*) from stock_movement where kind = 'count' and actor is not null";
    assert_eq!((world.count(counts).await, drift(&world).await), (3, 0));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn staff_book_a_delivery_on_plain_pages(pool: PgPool) {
    let world = World::without_worker(pool).await;
    put(
        &world,
        "MUG",
        &json!({ "name": "Mug & saucer", "onHand": 3, "reorderPoint": 4, "price": 900, "currency": "EUR" }),
    )
    .await;
    let (_, cookie) = world.person(Role::Operator).await;
    let page = async |path: &str| {
        let request = world.http.get(format!("{}{path}", world.url)).header("cookie", &cookie);
        let answer = request.header("accept", "text/html").send().await.unwrap();
        assert_eq!(answer.status(), 200, "{path}");
        answer.text().await.unwrap().replace("<!>", "").replace("<!---->", "")
    };
    let list = page("/admin/products?low=true").await;
    assert!(list.contains("Mug &amp; saucer") && list.contains("€9.00"), "{list}");
    assert!(page("/admin/products?search=nothing").await.contains("No product is like this"));
    let form = [("sku", "MUG"), ("pieces", "12"), ("note", "box 7"), ("key", "k1")];
    for _ in 0..2 {
        let request =
            world.http.post(format!("{}/admin/fn/receive_stock", world.url)).header("cookie", &cookie);
        let request = request.header("accept", "text/html").header("sec-fetch-site", "same-origin");
        let answer =
            request.header("referer", format!("{}/admin/products/MUG", world.url)).form(&form).send().await;
        assert_eq!(answer.unwrap().status(), 302);
    }
    let sheet = page("/admin/products/MUG").await;
    assert!(
        sheet.contains("box 7") && sheet.contains("+12") && sheet.contains("class=\"num\">15</dd>"),
        "{sheet}"
    );
    assert!(sheet.contains("name=\"key\" value=\""), "the form has a key without JavaScript, too");
}
