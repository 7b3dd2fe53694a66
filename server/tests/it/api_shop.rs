//! The shop over the API: products and their stock, locations and slots, workflows, figures.

use domain::{api_key::Scope, staff::Role};
use reqwest::{Method, header};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    api_orders_once::forget_answers,
    api_world::{Caller, pointer, read},
    places::{dish, with_kitchen},
    products::put,
    support::World,
};

async fn shirts(world: &World) {
    for (sku, on_hand) in [("SHIRT-L", 4), ("SHIRT-M", 9), ("SHIRT-S", 1), ("MUG", 30)] {
        let (status, _) =
            put(world, sku, &json!({ "name": format!("The {sku}"), "onHand": on_hand, "reorderPoint": 3 }))
                .await;
        assert_eq!(status, 200);
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn products_are_read_in_pages_searched_and_known_by_their_mark(pool: PgPool) {
    let world = World::without_worker(pool).await;
    shirts(&world).await;
    let program = Caller::program(&world, &[Scope::ReadProducts]).await;
    let skus = |items: Vec<Value>| {
        items.iter().map(|item| item["sku"].as_str().unwrap().to_owned()).collect::<Vec<_>>()
    };
    for limit in [1, 3, 100] {
        assert_eq!(skus(program.all("/api/products", limit).await), ["MUG", "SHIRT-L", "SHIRT-M", "SHIRT-S"]);
    }
    assert_eq!(skus(program.all("/api/products?search=shirt&low=true", 50).await), ["SHIRT-S"]);
    for wrong in ["limit=0", "limit=101", "low=perhaps", "nothing=1"] {
        assert_eq!(program.get(&format!("/api/products?{wrong}")).await.0, 400, "{wrong}");
    }
    assert_eq!(program.get("/api/products/NO-SUCH").await.0, 404);
    assert_eq!(program.get("/api/products/%00").await.0, 404, "what no product can be called");
    assert_eq!(program.get("/api/products?search=%00").await.0, 400);
    let one = program.request(Method::GET, "/api/products/SHIRT-M").send().await.unwrap();
    let mark = one.headers()[header::ETAG].clone();
    assert_eq!(one.json::<Value>().await.unwrap()["onHand"], 9);
    let again =
        || program.request(Method::GET, "/api/products/SHIRT-M").header(header::IF_NONE_MATCH, &mark).send();
    assert_eq!(again().await.unwrap().status(), 304);
    // An order takes one: the product is another one.
    put(&world, "SHIRT-M", &json!({ "name": "The SHIRT-M", "onHand": 8 })).await;
    assert_eq!(again().await.unwrap().status(), 200);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn stock_is_received_counted_and_put_right_once_per_key(pool: PgPool) {
    let world = World::without_worker(pool).await;
    shirts(&world).await;
    let program = Caller::program(&world, &[Scope::WriteProducts]).await;
    let path = "/api/products/SHIRT-M/stock";
    let book = |key: &'static str, body: Value| {
        let program = &program;
        async move { program.post_as(key, path, &body).await }
    };
    let came = json!({ "kind": "receive", "quantity": 5, "note": "from Porto" });
    for _ in 0..3 {
        let (status, product) = book("came", came.clone()).await;
        assert_eq!((status, product["onHand"].as_i64()), (200, Some(14)), "{product}");
    }
    let torn = json!({ "kind": "waste", "quantity": 2, "note": "torn" });
    assert_eq!(book("torn", torn).await.1["onHand"], 12);
    let wrong = json!({ "kind": "correction", "quantity": -1, "note": "counted twice" });
    assert_eq!(book("wrong", wrong).await.1["onHand"], 11);
    assert_eq!(book("count", json!({ "kind": "count", "quantity": 10, "seen": 11 })).await.1["onHand"], 10);
    // A count of a shelf that is no more.
    let (status, problem) = book("late", json!({ "kind": "count", "quantity": 7, "seen": 11 })).await;
    assert_eq!((status, problem["type"].as_str()), (409, Some("/problems/conflict")), "{problem}");
    for (body, field) in [
        (json!({ "kind": "count", "quantity": 7 }), "#/seen"),
        (json!({ "kind": "receive", "quantity": 0 }), "#/quantity"),
        (json!({ "kind": "waste", "quantity": 11, "note": "all" }), "#/quantity"),
        (json!({ "kind": "correction", "quantity": 1 }), "#/note"),
    ] {
        let (status, problem) = program.post(path, &body).await;
        assert_eq!((status, pointer(&problem)), (422, field), "{problem}");
    }
    assert_eq!(program.post("/api/products/NO-SUCH/stock", &came).await.0, 404);
    let long = json!({ "kind": "receive", "quantity": 1, "note": "x".repeat(501) });
    let (status, problem) = program.post(path, &long).await;
    assert_eq!((status, pointer(&problem)), (422, "#/note"), "{problem}");
    let movements = "select count(*) from stock_movement where sku = 'SHIRT-M' and kind <> 'count'";
    assert_eq!(world.count(movements).await, 3, "each once");
    let who = "select count(*) from stock_movement where sku = 'SHIRT-M' and actor = 'help desk'";
    assert_eq!(world.count(who).await, 4, "under the key's name");
}

/// The process dies after it has counted and before it has kept what it answered; then something is sold, or comes.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_a_killed_count_has_booked_its_retry_does_not_book_again(pool: PgPool) {
    let world = World::without_worker(pool).await;
    shirts(&world).await;
    let program = Caller::program(&world, &[Scope::WriteProducts]).await;
    let sold = async || drop(world.order(|body| body["items"][0]["sku"] = "SHIRT-M".into()).await);
    let write = async |key: &str, on_hand: i32| -> (u16, Value) {
        let request = program.request(Method::PUT, "/api/products/SHIRT-M").header("idempotency-key", key);
        let shirt = json!({ "name": "The SHIRT-M", "onHand": on_hand });
        let (status, product) = read(request.json(&shirt).send().await.unwrap()).await;
        (status, product["onHand"].clone())
    };
    let count = async |key: &str, pieces: i32, seen: i32| -> (u16, Value) {
        let counted = json!({ "kind": "count", "quantity": pieces, "seen": seen });
        let (status, product) = program.post_as(key, "/api/products/SHIRT-M/stock", &counted).await;
        (status, product["onHand"].clone())
    };
    assert_eq!(write("more", 12).await, (200, json!(12)));
    forget_answers(&world).await;
    sold().await;
    assert_eq!(write("more", 12).await, (200, json!(10)), "what was sold stays sold");
    assert_eq!(write("the same", 10).await, (200, json!(10)));
    forget_answers(&world).await;
    sold().await;
    assert_eq!(write("the same", 10).await, (200, json!(8)), "nor is there anything to book now");
    assert_eq!(count("fewer", 7, 8).await, (200, json!(7)));
    forget_answers(&world).await;
    sold().await;
    assert_eq!(count("fewer", 7, 8).await, (200, json!(5)), "it was done, so nobody is told to count again");
    assert_eq!(count("as many", 5, 5).await, (200, json!(5)));
    forget_answers(&world).await;
    assert_eq!(count("as many", 5, 5).await, (200, json!(5)));
    assert_eq!(count("so already", 5, 9).await, (200, json!(5)));
    forget_answers(&world).await;
    assert_eq!(write("came", 9).await, (200, json!(9)));
    assert_eq!(count("so already", 5, 9).await, (200, json!(9)), "the shelf as it is now was not counted");
    let counts = "select count(*) from stock_movement where sku = 'SHIRT-M' and kind = 'count'";
    assert_eq!(world.count(counts).await, 7, "each once, beside what was there at first");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_ledger_says_who_moved_what_and_why_page_by_page(pool: PgPool) {
    let world = World::without_worker(pool).await;
    shirts(&world).await;
    let desk = Caller::program(&world, &[Scope::ReadProducts, Scope::WriteProducts]).await;
    let path = "/api/products/SHIRT-M/stock";
    let came = json!({ "kind": "receive", "quantity": 5, "note": "from Porto" });
    assert_eq!(desk.post(path, &came).await.0, 200);
    let (number, _) = world.order(|body| body["items"][0]["sku"] = "SHIRT-M".into()).await;
    let said = |line: &Value| {
        assert!(line["id"].is_i64() && line["at"].is_string(), "{line}");
        ["kind", "quantity", "balance", "order", "actor", "note"].map(|field| line[field].clone())
    };
    let ledger = [
        [json!("order"), json!(-2), json!(12), json!(number.to_string()), Value::Null, Value::Null],
        [json!("receive"), json!(5), json!(14), Value::Null, json!("help desk"), json!("from Porto")],
        [json!("count"), json!(9), json!(9), Value::Null, Value::Null, Value::Null],
    ];
    for limit in [1, 2, 3, 100] {
        assert_eq!(desk.all(path, limit).await.iter().map(said).collect::<Vec<_>>(), ledger, "{limit}");
    }
    // What is booked in between moves no page.
    let (_, first) = desk.get(&format!("{path}?limit=1")).await;
    assert_eq!(desk.post(path, &came).await.0, 200);
    let next = format!("{path}?limit=1&cursor={}", first["nextCursor"].as_str().unwrap());
    assert_eq!(said(&desk.get(&next).await.1["items"][0]), ledger[1]);
    for wrong in ["limit=0", "limit=101", "cursor=x", "kind=order"] {
        assert_eq!(desk.get(&format!("{path}?{wrong}")).await.0, 400, "{wrong}");
    }
    assert_eq!(desk.get("/api/products/NO-SUCH/stock").await.0, 404);
    let writer = Caller::program(&world, &[Scope::WriteProducts]).await;
    assert_eq!(writer.get(path).await.0, 403);
    assert_eq!(Caller::person(&world, Role::Viewer).await.get(path).await.0, 200);
}

async fn write(by: &Caller<'_>, key: &str, place: &Value) -> (u16, Value) {
    let request = by.request(Method::PUT, &format!("/api/places/{key}"));
    read(request.json(place).send().await.unwrap()).await
}

fn soho() -> Value {
    let week = vec![["00:00-24:00"]; 7];
    json!({
        "name": "Nomad Stop Soho", "contact": "soho@nomad.test",
        "address": { "line1": "1 Frith Street", "city": "London", "postalCode": "SW1A 1AA", "country": "GB" },
        "opening": { "zone": "Europe/London", "week": week, "closed": ["2016-12-25"] },
        "ways": ["pickup", "delivery"], "deliveryRadius": 16_100, "slotMinutes": 15, "slotCapacity": 4,
        "leadMinutes": 30, "daysAhead": 3, "workflow": "kitchen", "ordersOpen": true
    })
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_program_writes_a_location_whole_from_the_version_it_saw(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let program = Caller::program(&world, &[Scope::WritePlaces, Scope::ReadPlaces]).await;
    let (status, made) = write(&program, "Soho", &soho()).await;
    assert_eq!((status, &made["version"], &made["key"]), (200, &json!(1), &json!("Soho")), "{made}");
    for (field, value) in soho().as_object().unwrap() {
        assert_eq!(&made[field.as_str()], value, "{field}");
    }
    assert_eq!(program.get("/api/places/Soho").await.1, made);
    // An answer was lost: it stands so already.
    assert_eq!(write(&program, "Soho", &soho()).await, (200, made));
    let seen = |version: i64, seats: i64| {
        let mut place = soho();
        (place["version"], place["slotCapacity"]) = (json!(version), json!(seats));
        place
    };
    let (status, changed) = write(&program, "Soho", &seen(1, 3)).await;
    assert_eq!((status, &changed["version"], &changed["slotCapacity"]), (200, &json!(2), &json!(3)));
    for old in [seen(1, 5), seen(0, 5)] {
        let (status, problem) = write(&program, "Soho", &old).await;
        assert_eq!((status, &problem["type"]), (409, &json!("/problems/conflict")), "{problem}");
    }
    for (key, place) in [
        ("Nowhere".to_owned(), seen(1, 5)),
        ("%20Soho".to_owned(), soho()),
        ("A%0AB".to_owned(), soho()),
        ("x".repeat(101), soho()),
    ] {
        assert_eq!(write(&program, &key, &place).await.0, 404, "{key}");
    }
    let who = "select count(*) from place where version = 2 and updated_by = 'help desk'";
    assert_eq!(world.count(who).await, 1, "under the key's name");
    let reader = Caller::program(&world, &[Scope::ReadPlaces, Scope::CreateOrders]).await;
    assert_eq!(write(&reader, "Camden", &soho()).await.0, 403);
    assert_eq!(write(&Caller::person(&world, Role::Operator).await, "Camden", &soho()).await.0, 403);
    assert_eq!(write(&Caller::person(&world, Role::Admin).await, "Camden", &soho()).await.0, 200);
    assert_eq!(world.count("select count(*) from place").await, 2);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_location_that_cannot_be_is_refused_at_its_field(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let program = Caller::program(&world, &[Scope::WritePlaces]).await;
    for (field, value, status, pointed) in [
        ("/name", json!(" "), 422, "#/name"),
        ("/contact", json!(""), 422, "#/contact"),
        ("/address/country", json!("UK"), 422, "#/address"),
        ("/address/country", json!("ES"), 422, "#/deliveryRadius"),
        ("/address/postalCode", json!("SW1A 9ZZ"), 422, "#/address/postalCode"),
        ("/opening/zone", json!("London"), 422, "#/opening/zone"),
        ("/ways", json!([]), 422, "#/ways"),
        ("/deliveryRadius", json!(0), 422, "#/deliveryRadius"),
        ("/slotMinutes", json!(4), 422, "#/slotMinutes"),
        ("/slotCapacity", json!(0), 422, "#/slotCapacity"),
        ("/leadMinutes", json!(-1), 422, "#/leadMinutes"),
        ("/daysAhead", json!(61), 422, "#/daysAhead"),
        ("/workflow", json!("none"), 422, "#/workflow"),
        ("/opening/week/2/0", json!("never"), 400, "#/opening/week/2/0"),
        ("/opening/week", json!([]), 400, "#/opening/week"),
        ("/opening/closed/0", json!("25/12"), 400, "#/opening/closed/0"),
        ("/slotCapacity", json!("many"), 400, "#/slotCapacity"),
    ] {
        let mut place = soho();
        *place.pointer_mut(field).unwrap() = value;
        let (got, problem) = write(&program, "Soho", &place).await;
        assert_eq!((got, pointer(&problem)), (status, pointed), "{field}: {problem}");
    }
    for (within, unknown) in [("", "key"), ("/opening", "monday")] {
        let mut place = soho();
        place.pointer_mut(within).unwrap()[unknown] = json!("Soho");
        let (status, problem) = write(&program, "Soho", &place).await;
        assert_eq!((status, pointer(&problem)), (400, &*format!("#{within}/{unknown}")), "{problem}");
    }
    world.faults(json!({ "postcodes": { "down": true } })).await;
    assert_eq!(write(&program, "Soho", &soho()).await.0, 503, "nobody can say where it is");
    assert_eq!(world.count("select count(*) from place").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_storefront_sees_where_the_shop_works_and_which_slots_are_left(pool: PgPool) {
    let world = World::without_worker(pool).await;
    with_kitchen(&world, "Soho", |form| form.slot_capacity = "2".into()).await;
    with_kitchen(&world, "Camden", |form| form.slot_minutes.clear()).await;
    let shop = Caller::program(&world, &[Scope::CreateOrders]).await;
    let places = shop.all("/api/places", 1).await;
    assert_eq!(places.iter().map(|place| &place["key"]).collect::<Vec<_>>(), ["Camden", "Soho"]);
    let (status, soho) = shop.get("/api/places/Soho").await;
    assert_eq!(status, 200);
    assert_eq!(soho["opening"]["week"].as_array().unwrap().len(), 7);
    assert_eq!(
        (&soho["opening"]["zone"], &soho["open"], &soho["ways"][0]),
        (&json!("Europe/London"), &json!(true), &json!("pickup"))
    );
    assert_eq!(shop.get("/api/places/Nowhere").await.0, 404);
    assert_eq!(shop.get("/api/places/Nowhere/slots").await.0, 404);
    assert!(shop.all("/api/places/Camden/slots", 50).await.is_empty(), "it works without slots");
    let order = dish(&world, "Soho", "pickup", "SE1 9SG").await;
    let wanted = order["fulfilment"]["slot"].as_str().unwrap().to_owned();
    for n in 0..2 {
        assert_eq!(world.create(&format!("dish-{n}"), &order).await.status(), 201);
    }
    let slots = shop.all("/api/places/Soho/slots", 40).await;
    let full = slots.iter().find(|slot| slot["startsAt"] == wanted.as_str()).unwrap();
    assert_eq!((&full["capacity"], &full["left"]), (&json!(2), &json!(0)));
    let others = slots.iter().filter(|slot| slot["startsAt"] != wanted.as_str());
    assert!(others.clone().count() > 100 && others.clone().all(|slot| slot["left"] == 2));
    let starts: Vec<&str> = slots.iter().map(|slot| slot["startsAt"].as_str().unwrap()).collect();
    assert!(starts.windows(2).all(|pair| pair[0] < pair[1]), "each once, in order");
    // From one moment on and before another.
    let path = format!("/api/places/Soho/slots?from={wanted}&to={}", slots[6]["startsAt"].as_str().unwrap());
    let some = shop.all(&path, 50).await;
    assert_eq!(some.first().map(|slot| &slot["startsAt"]), Some(&json!(wanted)));
    assert_eq!(some.last(), Some(&slots[5]));
    // Without a scope for it, nobody; a person who looks, everything.
    let other = Caller::program(&world, &[Scope::ReadProducts]).await;
    assert_eq!(other.get("/api/places").await.0, 403);
    assert_eq!(Caller::person(&world, Role::Viewer).await.get("/api/places/Soho/slots").await.0, 200);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn workflows_and_figures_are_what_staff_see(pool: PgPool) {
    let world = World::start(pool).await;
    let program = Caller::program(&world, &[Scope::ReadWorkflows, Scope::ReadFigures]).await;
    world.paid_order(|_| ()).await;
    let flows = program.all("/api/workflows", 2).await;
    let keys: Vec<&Value> = flows.iter().map(|flow| &flow["key"]).collect();
    assert_eq!(keys, ["digital", "kitchen", "print-factory", "standard", "studio", "subscription"]);
    assert_eq!(flows[2]["openOrders"], 1);
    let (_, flow) = program.get("/api/workflows/print-factory").await;
    assert_eq!(
        (&flow["version"], &flow["savedBy"], &flow["stages"][0]["status"]),
        (&json!(1), &Value::Null, &json!("confirmed"))
    );
    assert!(
        flow["stages"][0].get("minutesAllowed").is_some()
            && flow["arrows"][0]["from"] == flow["stages"][0]["key"],
        "{flow}"
    );
    assert_eq!(program.get("/api/workflows/nothing").await.0, 404);
    let (_, figures) = program.get("/api/figures/overview").await;
    assert_eq!(figures["byStatus"].as_array().unwrap().len(), 10);
    assert_eq!(figures["byStatus"][1], json!({ "status": "confirmed", "orders": 1 }));
    assert_eq!(figures["byLocation"], json!([{ "location": "Taller Secreto", "orders": 1 }]));
    assert_eq!(figures["moneyToday"], json!([{ "amount": 3490, "currency": "EUR", "payments": 1 }]));
    // What was paid yesterday was not paid today.
    sqlx::query("alter table payment_entry disable trigger user").execute(&world.shop.pool).await.unwrap();
    sqlx::query("update payment_entry set at = at - interval '1 day'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    assert_eq!(program.get("/api/figures/overview").await.1["moneyToday"], json!([]));
    let (status, _) =
        read(world.http.get(format!("{}/api/figures/overview", world.url)).send().await.unwrap()).await;
    assert_eq!(status, 401);
}
