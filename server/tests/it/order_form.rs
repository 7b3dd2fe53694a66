//! The public order form: what it shows, what it takes, and that it never sells twice.

use domain::{order::Status, payment::PaymentStatus, place::PlaceForm};
use futures::future::join_all;
use serde_json::json;
use sqlx::PgPool;

use crate::{
    places::with_kitchen,
    support::{API_KEY, World},
};

const ENGLISH: &str = "clew_language=en";

/// A kitchen that sells ramen, gyoza it has none of, and a dish of another location.
async fn kitchen(world: &World, change: impl FnOnce(&mut PlaceForm)) {
    with_kitchen(world, "Soho", change).await;
    for (sku, name, pieces, price, locations) in [
        ("RAMEN", "Ramen <hot>", 30, 1250, json!(["Soho"])),
        ("BUN L", "Bao bun", 5, 450, json!([])),
        ("GYOZA", "Gyoza", 0, 600, json!(["Soho"])),
        ("PIZZA", "Pizza", 9, 900, json!(["Hackney"])),
    ] {
        let product = json!({ "name": name, "onHand": pieces, "price": price, "currency": "GBP", "offered": true, "locations": locations });
        let url = format!("{}/api/products/{}", world.url, sku.replace(' ', "%20"));
        let answer = world.http.put(url).bearer_auth(API_KEY).json(&product).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{}", answer.text().await.unwrap());
    }
}

async fn page(world: &World, path: &str) -> (u16, String) {
    let answer =
        world.http.get(format!("{}{path}", world.url)).header("cookie", ENGLISH).send().await.unwrap();
    (answer.status().as_u16(), answer.text().await.unwrap())
}

/// The n-th time that can be chosen.
fn time(page: &str, nth: usize) -> String {
    let select = page.split("<select id=\"slot\"").nth(1).unwrap().split("</select>").next().unwrap();
    let option = select.split("value=\"").nth(nth + 2).unwrap();
    option.split('"').next().unwrap().to_owned()
}

fn typed<'a>(slot: &'a str, change: &[(&'a str, &'a str)]) -> Vec<(&'a str, &'a str)> {
    let mut fields = vec![
        ("key", "one-page"),
        ("q:RAMEN", "2"),
        ("q:BUN L", "1"),
        ("q:GYOZA", ""),
        ("method", "delivery"),
        ("slot", slot),
        ("name", "Ana Ruiz"),
        ("email", "ana@customer.test"),
        ("line1", "10 Downing Street"),
        ("city", "London"),
        ("postal_code", "SW1A 2AA"),
        ("notes", "No coriander\r\nplease"),
        // Nobody asks the form what things cost.
        ("unit_amount", "1"),
        ("price", "1"),
    ];
    for (name, value) in change {
        fields.retain(|(known, _)| known != name);
        fields.push((name, value));
    }
    fields
}

async fn post(world: &World, fields: &[(&str, &str)]) -> reqwest::Response {
    let request =
        world.http.post(format!("{}/order/Soho", world.url)).header("sec-fetch-site", "same-origin");
    let request = request.header("cookie", ENGLISH);
    request.form(fields).send().await.unwrap()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_order_through_the_form_is_an_order_like_any_other(pool: PgPool) {
    let world = World::start(pool).await;
    kitchen(&world, |_| {}).await;
    let (status, html) = page(&world, "/order/Soho").await;
    assert_eq!(status, 200);
    assert!(
        html.contains("Ramen &lt;hot&gt;") && html.contains("12.50") && !html.contains("<script"),
        "{html}"
    );
    assert!(!html.contains("Pizza") && !html.contains("name=\"q:GYOZA\""), "not sold here; sold out");
    let slot = time(&html, 3);
    let answer = post(&world, &typed(&slot, &[])).await;
    let onward = answer.headers()["location"].to_str().unwrap().to_owned();
    assert_eq!(answer.status(), 303, "{onward}");
    let cookie = answer.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();
    let number = onward.split("number=").nth(1).unwrap().to_owned();
    let placed = world.http.get(format!("{}{onward}", world.url)).send().await.unwrap();
    assert_eq!(placed.headers()["refresh"], format!("0; url=/o/{number}/pay").as_str());
    let till = world
        .http
        .get(format!("{}/o/{number}/pay", world.url))
        .header("cookie", cookie)
        .send()
        .await
        .unwrap();
    assert_eq!(till.status(), 303);
    // 2 × 12.50 and 1 × 4.50, whatever the form said.
    assert_eq!(world.count("select total from orders where currency = 'GBP'").await, 2950);
    assert_eq!(world.count("select taken::bigint from slot").await, 1);
    assert_eq!(world.count("select on_hand::bigint from product where sku = 'RAMEN'").await, 28);
    world.pay(till.headers()["location"].to_str().unwrap()).await;
    let number = domain::order::OrderNumber::parse(&number).unwrap();
    let order = world.until(&number, |order| order.state.payment == PaymentStatus::Authorized).await;
    assert_eq!((order.state.status, order.state.stage.as_deref()), (Status::Confirmed, Some("authorized")));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_refusal_stands_at_its_field_and_keeps_what_was_typed(pool: PgPool) {
    let world = World::without_worker(pool).await;
    kitchen(&world, |_| {}).await;
    let bad = [
        ("q:RAMEN", "many"),
        ("q:BUN L", "6"),
        ("method", "drone"),
        ("slot", "soon"),
        ("name", ""),
        ("email", "ana@"),
        ("phone", "<b>7</b>"),
    ];
    let answer = post(&world, &typed("", &bad)).await;
    assert_eq!(answer.status(), 422);
    let html = answer.text().await.unwrap();
    for id in ["q-0", "q-2", "method", "slot", "name", "email"] {
        assert!(
            html.contains(&format!("href=\"#{id}\"")) && html.contains(&format!("id=\"{id}-flaw\"")),
            "{id}: {html}"
        );
        assert!(html.contains(&format!("id=\"{id}\"")), "{id} leads somewhere");
    }
    for kept in [
        "value=\"many\"",
        "value=\"6\"",
        "value=\"ana@\"",
        "value=\"&lt;b&gt;7&lt;/b&gt;\"",
        "value=\"10 Downing Street\"",
        "value=\"one-page\"",
    ] {
        assert!(html.contains(kept), "{kept} in {html}");
    }
    let (_, html) = page(&world, "/order/Soho").await;
    let slot = time(&html, 3);
    for (change, says) in [
        (vec![("postal_code", "WD17 3EU")], "deliver within 16.1 km"),
        (vec![("postal_code", "SW1A 9ZZ")], "no such postcode"),
        (vec![("line1", " ")], "Write street and number"),
        (vec![("q:RAMEN", ""), ("q:BUN L", "0")], "Choose at least one thing"),
        (vec![("q:PIZZA", "1")], "not sold here any more"),
        (vec![("slot", "2020-01-01T12:00:00Z")], "We take no orders for that time"),
    ] {
        let answer = post(&world, &typed(&slot, &change)).await;
        assert_eq!(answer.status(), 422, "{change:?}");
        let html = answer.text().await.unwrap();
        assert!(html.contains(says), "{says} in {html}");
    }
    assert_eq!(world.count("select count(*) from orders").await, 0);
    assert_eq!(world.count("select count(*) from slot").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_page_sent_many_times_is_one_order_and_another_choice_is_another(pool: PgPool) {
    let world = World::without_worker(pool).await;
    kitchen(&world, |_| {}).await;
    let (_, html) = page(&world, "/order/Soho").await;
    let slot = time(&html, 3);
    let fields = typed(&slot, &[]);
    let answers = join_all((0..10).map(|_| post(&world, &fields))).await;
    // Stripe may say "you are asking already" to one of two clicks: that one is told to send it again.
    let statuses: Vec<_> = answers.iter().map(|answer| answer.status().as_u16()).collect();
    assert!(
        statuses.contains(&303) && statuses.iter().all(|status| [303, 503].contains(status)),
        "{statuses:?}"
    );
    let onward = |answer: &reqwest::Response| {
        answer.headers().get("location").map(|to| to.to_str().unwrap().to_owned())
    };
    let places: std::collections::BTreeSet<_> = answers.iter().filter_map(onward).collect();
    assert_eq!(places.len(), 1, "{places:?}");
    assert_eq!(world.count("select count(*) from orders").await, 1);
    assert_eq!(world.count("select taken::bigint from slot").await, 1);
    assert_eq!(post(&world, &typed(&slot, &[("q:RAMEN", "3")])).await.status(), 303);
    assert_eq!(world.count("select count(*) from orders").await, 2);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_last_piece_and_the_last_seat_go_to_one(pool: PgPool) {
    let world = World::without_worker(pool).await;
    kitchen(&world, |form| form.slot_capacity = "1".into()).await;
    let (_, html) = page(&world, "/order/Soho").await;
    let (slot, later) = (time(&html, 3), time(&html, 4));
    assert_eq!(post(&world, &typed(&slot, &[("q:BUN L", "5")])).await.status(), 303);
    let full = post(&world, &typed(&slot, &[("q:BUN L", ""), ("email", "b@customer.test")])).await;
    assert_eq!(full.status(), 422);
    let html = full.text().await.unwrap();
    assert!(html.contains("That time is full. The next free time is"), "{html}");
    assert!(!html.contains(&format!("value=\"{slot}\"")), "it is offered no more");
    let gone = post(&world, &typed(&later, &[("q:BUN L", "1")])).await.text().await.unwrap();
    assert!(gone.contains("not sold here any more") || gone.contains("not enough of “Bao bun”"), "{gone}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_form_says_why_nothing_can_be_ordered(pool: PgPool) {
    let world = World::without_worker(pool).await;
    assert_eq!(page(&world, "/order/Soho").await.0, 404);
    with_kitchen(&world, "Empty", |_| {}).await;
    kitchen(&world, |form| form.orders_open.clear()).await;
    with_kitchen(&world, "Shut", |form| {
        for day in [
            &mut form.monday,
            &mut form.tuesday,
            &mut form.wednesday,
            &mut form.thursday,
            &mut form.friday,
            &mut form.saturday,
            &mut form.sunday,
        ] {
            day.clear();
        }
    })
    .await;
    for (path, says) in [
        ("/order/Empty", "Bao bun"),
        ("/order/Soho", "We take no orders here at the moment"),
        ("/order/Shut", "All times are taken"),
    ] {
        let (status, html) = page(&world, path).await;
        assert!(status == 200 && html.contains(says), "{path}: {says} in {html}");
    }
    // A closed form takes nothing, even from who kept the page.
    let answer = post(&world, &typed("", &[])).await;
    assert_eq!(answer.status(), 422);
    sqlx::query("update product set offered = false").execute(&world.shop.pool).await.unwrap();
    assert!(page(&world, "/order/Empty").await.1.contains("nothing to order here yet"));
    for tag in ["es", "en", "ro", "ru"] {
        let request = world
            .http
            .get(format!("{}/order/Soho", world.url))
            .header("cookie", format!("clew_language={tag}"));
        let html = request.send().await.unwrap().text().await.unwrap();
        assert!(!html.contains("Unknown localization"), "{html}");
    }
    assert_eq!(world.count("select count(*) from orders").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn other_sites_and_floods_are_turned_away(pool: PgPool) {
    let world = World::without_worker(pool).await;
    kitchen(&world, |_| {}).await;
    let (_, html) = page(&world, "/order/Soho").await;
    let slot = time(&html, 3);
    let fields = typed(&slot, &[]);
    let foreign = world.http.post(format!("{}/order/Soho", world.url)).header("sec-fetch-site", "cross-site");
    assert_eq!(foreign.form(&fields).send().await.unwrap().status(), 403);
    for _ in 0..12 {
        assert_eq!(post(&world, &typed(&slot, &[("name", "")])).await.status(), 422);
    }
    let answer = post(&world, &fields).await;
    assert_eq!(answer.status(), 429);
    assert!(answer.headers().contains_key("retry-after"));
    assert!(answer.text().await.unwrap().contains("value=\"10 Downing Street\""), "what was typed is kept");
    assert_eq!(world.count("select count(*) from orders").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn who_cannot_pay_now_keeps_the_order_and_tries_again(pool: PgPool) {
    let world = World::without_worker(pool).await;
    kitchen(&world, |_| {}).await;
    let (_, html) = page(&world, "/order/Soho").await;
    let slot = time(&html, 3);
    world.faults(json!({ "down": true })).await;
    let answer = post(&world, &typed(&slot, &[])).await;
    assert_eq!(answer.status(), 503);
    assert!(answer.text().await.unwrap().contains("Nobody can take your payment just now"));
    world.faults(json!({ "down": false })).await;
    assert_eq!(post(&world, &typed(&slot, &[])).await.status(), 303);
    assert_eq!(world.count("select count(*) from orders").await, 1);
    assert_eq!(world.count("select taken::bigint from slot").await, 1);
}
