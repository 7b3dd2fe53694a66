//! Slots: never more orders than seats, and every seat given back once.

use domain::{
    clock::At,
    order::{By, OrderNumber, Status, cancel},
    payment::PaymentStatus,
    place,
};
use futures::future::join_all;
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    places::{dish, refused, with_kitchen},
    support::World,
};

async fn taken(world: &World) -> i64 {
    world.count("select coalesce(sum(taken), 0)::bigint from slot").await
}

fn number(created: &Value) -> OrderNumber {
    OrderNumber::parse(created["number"].as_str().unwrap()).unwrap()
}

fn session(created: &Value) -> String {
    created["checkoutUrl"].as_str().unwrap().rsplit('/').next().unwrap().to_owned()
}

async fn created(world: &World, order: &Value) -> Value {
    let answer = world.create(&uuid::Uuid::now_v7().to_string(), order).await;
    assert_eq!(answer.status(), 201);
    answer.json().await.unwrap()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn two_hundred_checkouts_get_the_last_twenty_seats(pool: PgPool) {
    let world = World::without_worker(pool).await;
    with_kitchen(&world, "Soho", |_| {}).await;
    let order = dish(&world, "Soho", "pickup", "SE1 9SG").await;
    let tries = (0..200).map(|n| {
        let (world, order) = (&world, &order);
        async move { world.create(&format!("k-{n}"), order).await.status().as_u16() }
    });
    let answers = join_all(tries).await;
    let count = |status: u16| answers.iter().filter(|answer| **answer == status).count();
    assert_eq!((count(201), count(409)), (20, 180), "{answers:?}");
    assert_eq!(taken(&world).await, 20);
    assert_eq!(world.count("select count(*) from booking where held").await, 20);
    assert_eq!(world.count("select count(*) from orders").await, 20, "who got no seat left no order");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_full_or_closed_slot_is_refused_with_the_next_free_one(pool: PgPool) {
    let world = World::without_worker(pool).await;
    with_kitchen(&world, "Soho", |form| form.slot_capacity = "1".into()).await;
    let order = dish(&world, "Soho", "pickup", "SE1 9SG").await;
    created(&world, &order).await;
    let problem = refused(&world, &order, 409).await;
    let wanted: At = serde_json::from_value(order["fulfilment"]["slot"].clone()).unwrap();
    let next: At = serde_json::from_value(problem["nextSlot"].clone()).unwrap();
    assert_eq!((problem["type"].as_str(), next), (Some("/problems/slot-full"), wanted.plus(1800)));
    assert_eq!(problem["errors"][0]["pointer"], "#/fulfilment/slot");
    assert!(problem["detail"].as_str().unwrap().starts_with("That time is full. The next free time is"));
    // Between two slots, in the past, beyond the last day: nothing begins there.
    for slot in [wanted.plus(60), wanted.plus(-86_400), wanted.plus(40 * 86_400)] {
        let mut order = order.clone();
        order["fulfilment"]["slot"] = json!(slot);
        let problem = refused(&world, &order, 409).await;
        assert_eq!(problem["type"], "/problems/slot-closed");
        assert!(problem["nextSlot"].is_string(), "{problem}");
    }
    for (change, pointer) in
        [(json!({ "method": "pickup" }), "#/fulfilment/slot"), (Value::Null, "#/fulfilment")]
    {
        let mut order = order.clone();
        order["fulfilment"] = change;
        assert_eq!(refused(&world, &order, 422).await["errors"][0]["pointer"], pointer);
    }
    with_kitchen(&world, "Counter", |form| {
        form.slot_minutes.clear();
        form.delivery.clear();
        form.radius.clear();
    })
    .await;
    let mut order = dish(&world, "Counter", "delivery", "SE1 9SG").await;
    assert_eq!(refused(&world, &order, 422).await["errors"][0]["pointer"], "#/fulfilment/method");
    order["fulfilment"] = json!({ "method": "pickup", "slot": wanted });
    assert_eq!(refused(&world, &order, 422).await["errors"][0]["pointer"], "#/fulfilment/slot");
    order["location"] = "Nowhere".into();
    assert_eq!(refused(&world, &order, 422).await["errors"][0]["pointer"], "#/location");
    assert_eq!(taken(&world).await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_seat_is_held_while_paying_and_given_back_once(pool: PgPool) {
    let world = World::start(pool).await;
    with_kitchen(&world, "Soho", |form| form.slot_capacity = "3".into()).await;
    let order = dish(&world, "Soho", "pickup", "SE1 9SG").await;
    let (expires, cancelled) = (created(&world, &order).await, created(&world, &order).await);
    let paid = created(&world, &order).await;
    assert_eq!(taken(&world).await, 3);
    world.pay(paid["checkoutUrl"].as_str().unwrap()).await;
    world.until(&number(&paid), |order| order.state.payment == PaymentStatus::Authorized).await;
    assert_eq!(taken(&world).await, 3);
    // A session that expires; then its order is called off, which finds nothing to give.
    world.control(&format!("/_control/sessions/{}/expire", session(&expires)), json!({})).await;
    world.until(&number(&expires), |order| order.state.payment == PaymentStatus::Failed).await;
    assert_eq!(taken(&world).await, 2);
    let by = By::Staff(world.person(domain::staff::Role::Admin).await.0);
    cancel(&world.shop, &by, world.id(&number(&expires)).await, None).await.unwrap();
    assert_eq!(taken(&world).await, 2);
    // Called off twice; its session then expires by our own request, which is told to us, too.
    let id = world.id(&number(&cancelled)).await;
    cancel(&world.shop, &by, id, None).await.unwrap();
    cancel(&world.shop, &by, id, None).await.unwrap();
    world.idle().await;
    assert_eq!(taken(&world).await, 1);
    // The kitchen's own: held on the card, then called off.
    cancel(&world.shop, &by, world.id(&number(&paid)).await, None).await.unwrap();
    world.idle().await;
    assert_eq!(taken(&world).await, 0);
    assert_eq!(world.count("select count(*) from booking where held").await, 0);
    assert_eq!(world.load(&number(&paid)).await.state.status, Status::Cancelled);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn who_pays_after_the_seat_was_given_back_gets_it_again_or_a_person(pool: PgPool) {
    let world = World::without_worker(pool).await;
    with_kitchen(&world, "Soho", |form| form.slot_capacity = "1".into()).await;
    let order = dish(&world, "Soho", "pickup", "SE1 9SG").await;
    let first = created(&world, &order).await;
    let id = world.id(&number(&first)).await;
    let mut conn = world.shop.pool.acquire().await.unwrap();
    place::slot_store::give_back(&mut conn, id).await.unwrap();
    place::slot_store::give_back(&mut conn, id).await.unwrap();
    assert_eq!(taken(&world).await, 0);
    assert!(place::slot_store::take_again(&mut conn, id).await.unwrap());
    assert!(place::slot_store::take_again(&mut conn, id).await.unwrap(), "it holds it already");
    assert_eq!(taken(&world).await, 1);
    place::slot_store::give_back(&mut conn, id).await.unwrap();
    drop(conn);
    created(&world, &order).await;
    world.pay(first["checkoutUrl"].as_str().unwrap()).await;
    world.idle().await;
    assert_eq!(world.load(&number(&first)).await.state.payment, PaymentStatus::Authorized);
    assert_eq!(taken(&world).await, 1);
    assert_eq!(world.count("select count(*) from alert where kind = 'slot_lost'").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_order_without_stock_leaves_its_seat(pool: PgPool) {
    let world = World::without_worker(pool).await;
    with_kitchen(&world, "Soho", |_| {}).await;
    sqlx::query("insert into product (sku, name, on_hand, updated_at) values ('RAMEN', 'Ramen', 0, now())")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    let mut order = dish(&world, "Soho", "pickup", "SE1 9SG").await;
    order["items"][0]["sku"] = "RAMEN".into();
    assert_eq!(refused(&world, &order, 409).await["type"], "/problems/out-of-stock");
    assert_eq!(taken(&world).await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn staff_and_customer_see_when_and_where(pool: PgPool) {
    let world = World::without_worker(pool).await;
    with_kitchen(&world, "Soho", |form| form.zone = "Asia/Tokyo".into()).await;
    let order = dish(&world, "Soho", "delivery", "SE1 9SG").await;
    let number = number(&created(&world, &order).await);
    let slot: At = serde_json::from_value(order["fulfilment"]["slot"].clone()).unwrap();
    let tokyo = jiff::tz::TimeZone::get("Asia/Tokyo").unwrap();
    let words = domain::dates::day_and_time(slot, domain::Language::En, &tokyo);
    let page = domain::order::page(&world.shop, &number, domain::Language::En).await.unwrap();
    let booking = page.booking.unwrap();
    assert_eq!((booking.slot.unwrap().label, booking.place.as_str()), (words.clone(), "Nomad Stop Soho"));
    assert!(booking.distance.unwrap().contains("km"));
    let list = domain::order::list(&world.shop, &domain::order::Filter::default(), domain::Language::En)
        .await
        .unwrap();
    assert_eq!(list.rows[0].slot.as_ref().unwrap().label, words);
    let tracked = domain::order::track(&world.shop.pool, world.id(&number).await).await.unwrap();
    let booking = tracked.booking.unwrap();
    assert_eq!((booking.starts_at, booking.ends_at), (Some(slot), Some(slot.plus(1800))));
    assert_eq!(booking.address.postal_code, "SW1A 1AA");
}

/// Until when Stripe's page is open, in seconds from now.
async fn open_for(world: &World, page: &str) -> i64 {
    let session = page.rsplit('/').next().unwrap();
    let url = format!("{}/v1/checkout/sessions/{session}", world.sandbox.http);
    let answer: Value =
        world.http.get(url).bearer_auth("sk_test_1").send().await.unwrap().json().await.unwrap();
    answer["expires_at"].as_i64().unwrap() - world.shop.clock.now().0.as_second()
}

/// Others want the seat: who has it pays within half an hour. Who has none has Stripe's own day.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn who_holds_a_seat_has_half_an_hour_to_pay(pool: PgPool) {
    let world = World::without_worker(pool).await;
    with_kitchen(&world, "Soho", |_| {}).await;
    let seated = created(&world, &dish(&world, "Soho", "pickup", "SE1 9SG").await).await;
    let seconds = open_for(&world, seated["checkoutUrl"].as_str().unwrap()).await;
    assert!((29 * 60..=31 * 60).contains(&seconds), "{seconds}");
    let (_, page) = world.order(|_| ()).await;
    assert!(open_for(&world, &page).await > 20 * 3600);
}

/// The answer was lost, and the customer asks again twenty minutes later: the same page. Where Stripe never heard of it, and the time that
/// was decided is over, another is decided.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_short_checkout_that_was_lost_is_asked_again_without_a_second_page(pool: PgPool) {
    let world = World::without_worker(pool).await;
    with_kitchen(&world, "Soho", |_| {}).await;
    let order = dish(&world, "Soho", "pickup", "SE1 9SG").await;
    let later = "update payment set session_until = session_until - interval '20 minutes'";
    for (fault, found) in [("api_drop_reply", true), ("api_5xx", false)] {
        world.faults(json!({ "only": "POST /v1/checkout/sessions", fault: 1 })).await;
        let lost = world.create(fault, &order).await;
        assert_eq!(lost.status(), 503, "{fault}");
        if !found {
            sqlx::query(later).execute(&world.shop.pool).await.unwrap();
        }
        let again = world.create(fault, &order).await;
        assert_eq!(again.status(), 200, "{fault}");
        let again: Value = again.json().await.unwrap();
        let seconds = open_for(&world, again["checkoutUrl"].as_str().unwrap()).await;
        assert!((28 * 60..=31 * 60).contains(&seconds), "{fault}: {seconds}");
    }
    let url = format!("{}/v1/checkout/sessions", world.sandbox.http);
    let all: Value = world.http.get(url).bearer_auth("sk_test_1").send().await.unwrap().json().await.unwrap();
    assert_eq!(all["data"].as_array().unwrap().len(), 2, "one page each");
}

/// Stripe was away and the customer left: the hourly look asks for the page after all, which ends and gives the seat back.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_order_whose_page_was_never_made_does_not_keep_its_seat_for_ever(pool: PgPool) {
    let world = World::start(pool).await;
    with_kitchen(&world, "Soho", |_| {}).await;
    let order = dish(&world, "Soho", "pickup", "SE1 9SG").await;
    world.faults(json!({ "down": true })).await;
    assert_eq!(world.create("left", &order).await.status(), 503);
    world.faults(json!({ "down": false })).await;
    assert_eq!(taken(&world).await, 1);
    sqlx::query("update orders set placed_at = placed_at - interval '10 minutes'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    domain::reconcile::plan(&world.shop, 24 * 3600).await.unwrap();
    world.idle().await;
    let session: String =
        sqlx::query_scalar("select session_id from payment").fetch_one(&world.shop.pool).await.unwrap();
    world.control(&format!("/_control/sessions/{session}/expire"), json!({})).await;
    world.idle().await;
    assert_eq!(taken(&world).await, 0);
}
