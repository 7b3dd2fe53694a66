//! Places: who may write them, how far they deliver, and what happens when nobody can tell.

use domain::{
    Fault, Reason,
    place::{self, PlaceFlaw, PlaceForm},
    staff::Role,
};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::support::{World, body};

/// A kitchen in Westminster that delivers within ten miles, in slots of half an hour, day and night.
pub fn kitchen(key: &str) -> PlaceForm {
    let all_day = || "00:00-24:00".to_owned();
    PlaceForm {
        key: key.to_owned(),
        name: format!("Nomad Stop {key}"),
        line1: "1 Parliament Square".to_owned(),
        city: "London".to_owned(),
        postal_code: "SW1A 1AA".to_owned(),
        country: "GB".to_owned(),
        contact: "kitchen@shop.test".to_owned(),
        zone: "Europe/London".to_owned(),
        monday: all_day(),
        tuesday: all_day(),
        wednesday: all_day(),
        thursday: all_day(),
        friday: all_day(),
        saturday: all_day(),
        sunday: all_day(),
        pickup: "on".to_owned(),
        delivery: "on".to_owned(),
        radius: "16.1".to_owned(),
        slot_minutes: "30".to_owned(),
        slot_capacity: "20".to_owned(),
        lead_minutes: "30".to_owned(),
        days_ahead: "3".to_owned(),
        workflow: "kitchen".to_owned(),
        orders_open: "on".to_owned(),
        ..PlaceForm::default()
    }
}

/// The kitchen, written down.
pub async fn with_kitchen(world: &World, key: &str, change: impl FnOnce(&mut PlaceForm)) {
    let (admin, _) = world.person(Role::Admin).await;
    let mut form = kitchen(key);
    change(&mut form);
    place::save(&world.shop, &admin, &form).await.unwrap();
}

/// An order for that kitchen, delivered to a postcode at the first slot it can be had for.
pub async fn dish(world: &World, key: &str, method: &str, postcode: &str) -> Value {
    let mut conn = world.shop.pool.acquire().await.unwrap();
    let slot = match place::store::find(&mut conn, key).await.unwrap() {
        Some(kitchen) if kitchen.slot_minutes.is_some() => {
            // Not the very first, which may be over while the test runs.
            let slot = kitchen.open_slots(world.shop.clock.now()).nth(2).unwrap();
            json!(slot.0)
        }
        _ => Value::Null,
    };
    body(|body| {
        body["items"] = json!([{ "name": "Ramen", "quantity": 1, "unitAmount": 1250 }]);
        body["address"] = json!({ "line1": "10 Downing Street", "city": "London", "postalCode": postcode, "country": "GB" });
        body["currency"] = "GBP".into();
        body["shipping"] = Value::Null;
        body["workflow"] = "kitchen".into();
        body["location"] = key.into();
        body["fulfilment"] = json!({ "method": method, "slot": slot });
    })
}

pub async fn refused(world: &World, order: &Value, status: u16) -> Value {
    let answer = world.create(&uuid::Uuid::now_v7().to_string(), order).await;
    let got = answer.status().as_u16();
    let problem: Value = answer.json().await.unwrap();
    assert_eq!(got, status, "{problem}");
    problem
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn outside_the_radius_an_order_is_refused_with_the_distance(pool: PgPool) {
    let world = World::without_worker(pool).await;
    with_kitchen(&world, "Soho", |_| {}).await;
    let near = dish(&world, "Soho", "delivery", "se1 9sg").await;
    assert_eq!(world.create("near", &near).await.status(), 201);
    let metres = world.count("select distance::bigint from booking").await;
    assert!((3_000..5_000).contains(&metres), "from Westminster to London Bridge: {metres}");
    // Croydon is within ten miles, Watford is not.
    assert_eq!(
        world.create("croydon", &dish(&world, "Soho", "delivery", "CR0 2YR").await).await.status(),
        201
    );
    let mut far = dish(&world, "Soho", "delivery", "WD17 3EU").await;
    far["language"] = "es".into();
    let problem = refused(&world, &far, 422).await;
    assert_eq!(problem["type"], "/problems/too-far");
    assert_eq!(problem["errors"][0]["pointer"], "#/address");
    let words = problem["detail"].as_str().unwrap();
    assert!(words.contains("24,") && words.contains("16,1 km (10,0 millas)"), "{words}");
    assert!(problem["errors"][0]["detail"].as_str().unwrap().contains("16.1 km (10.0 miles)"));
    // Who fetches it may live anywhere.
    assert_eq!(world.create("fetch", &dish(&world, "Soho", "pickup", "WD17 3EU").await).await.status(), 201);
    for (postcode, country, kind, pointer) in [
        ("SW1A 9ZZ", "GB", "/problems/invalid", "#/address/postalCode"),
        ("EC1Y 1AA", "GB", "/problems/invalid", "#/address/postalCode"),
        ("28013", "GB", "/problems/invalid", "#/address/postalCode"),
        ("GY1 1WR", "GB", "/problems/too-far", "#/address"),
        ("28013", "ES", "/problems/too-far", "#/address"),
    ] {
        let mut order = dish(&world, "Soho", "delivery", postcode).await;
        order["address"]["country"] = country.into();
        let problem = refused(&world, &order, 422).await;
        assert_eq!(
            (&problem["type"], &problem["errors"][0]["pointer"]),
            (&json!(kind), &json!(pointer)),
            "{postcode}"
        );
    }
    assert_eq!(world.count("select count(*) from orders").await, 3);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_postcode_is_asked_for_once_and_kept_while_nobody_answers(pool: PgPool) {
    let world = World::without_worker(pool).await;
    with_kitchen(&world, "Soho", |_| {}).await;
    let near = dish(&world, "Soho", "delivery", "SE1 9SG").await;
    assert_eq!(world.create("one", &near).await.status(), 201);
    world.faults(json!({ "postcodes": { "down": true } })).await;
    assert_eq!(world.create("two", &near).await.status(), 201, "it was kept");
    // A repeated request needs nobody; a new address does.
    let other = dish(&world, "Soho", "delivery", "N1C 4AG").await;
    let answer = world.create("three", &other).await;
    assert_eq!(answer.status(), 503);
    assert!(answer.headers().contains_key("retry-after"));
    assert_eq!(world.count("select count(*) from orders").await, 2);
    world.faults(json!({ "postcodes": { "down": false } })).await;
    assert_eq!(world.create("three", &other).await.status(), 201, "the key was not spent");
    world.faults(json!({ "postcodes": { "down": true } })).await;
    sqlx::query("update postcode set expires_at = now() - interval '1 day'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    assert_eq!(world.create("three", &other).await.status(), 201, "the answer it had is given again");
    assert_eq!(world.create("four", &near).await.status(), 503, "what has expired is asked for again");
    world.faults(json!({ "postcodes": { "down": false, "api_5xx": 1, "api_drop_reply": 0 } })).await;
    assert_eq!(world.create("four", &near).await.status(), 503);
    assert_eq!(world.create("four", &near).await.status(), 201);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_place_is_written_by_administrators_who_see_what_is_there(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (admin, _) = world.person(Role::Admin).await;
    let form = kitchen("Soho");
    place::save(&world.shop, &admin, &form).await.unwrap();
    let stale = PlaceForm { name: "Other".into(), ..form.clone() };
    let faster = place::save(&world.shop, &admin, &stale).await.unwrap_err();
    assert!(matches!(&faster, Fault::Conflict(changed) if changed.version == 1), "{faster:?}");
    assert!(faster.say(domain::Language::En).contains("saved this location"));
    let view = place::page(&world.shop, "Soho", domain::Language::En).await.unwrap();
    assert_eq!(view.form, PlaceForm { version: 1, ..form.clone() });
    assert_eq!(view.slots.len(), 48);
    let seen = PlaceForm { version: 1, slot_capacity: "3".into(), ..form.clone() };
    place::save(&world.shop, &admin, &seen).await.unwrap();
    let (shop, by) = (&world.shop, &admin);
    let flaws = |form: PlaceForm| async move {
        match place::save(shop, by, &form).await {
            Err(Fault::Refused(Reason::BadPlace { flaws })) => flaws,
            other => panic!("{other:?}"),
        }
    };
    let seen = PlaceForm { version: 2, ..form };
    let nowhere = PlaceForm { postal_code: "SW1A 9ZZ".into(), ..seen.clone() };
    assert_eq!(flaws(nowhere).await, [PlaceFlaw::Postcode]);
    assert_eq!(flaws(PlaceForm { workflow: "none".into(), ..seen.clone() }).await, [PlaceFlaw::Workflow]);
    world.faults(json!({ "postcodes": { "down": true } })).await;
    let moved = PlaceForm { postal_code: "N1C 4AG".into(), ..seen };
    assert!(matches!(place::save(&world.shop, &admin, &moved).await, Err(Fault::Down { .. })));
    assert_eq!(world.count("select count(*) from place where version = 2 and slot_capacity = 3").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn orders_of_a_location_nobody_wrote_down_go_on(pool: PgPool) {
    let world = World::without_worker(pool).await;
    world.order(|body| body["location"] = "Taller Secreto".into()).await;
    let list = place::list(&world.shop, domain::Language::En).await.unwrap();
    assert_eq!((list.rows.len(), list.unknown), (0, vec!["Taller Secreto".to_owned()]));
    // Written down without slots, it takes the same orders as before.
    with_kitchen(&world, "Taller Secreto", |form| form.slot_minutes.clear()).await;
    world.order(|body| body["location"] = "Taller Secreto".into()).await;
    let list = place::list(&world.shop, domain::Language::En).await.unwrap();
    assert_eq!((list.rows[0].open_orders, list.unknown.len()), (2, 0));
    assert!(list.rows[0].open && list.rows[0].time_to_ready.is_none());
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_time_to_ready_is_that_of_its_last_orders(pool: PgPool) {
    let world = World::without_worker(pool).await;
    with_kitchen(&world, "Soho", |form| form.slot_minutes.clear()).await;
    with_kitchen(&world, "Hackney", |form| form.slot_minutes.clear()).await;
    for (key, minutes) in [("a", Some(20)), ("b", Some(30)), ("c", None)] {
        let order = dish(&world, "Soho", "pickup", "SE1 9SG").await;
        assert_eq!(world.create(key, &order).await.status(), 201);
        sqlx::query("update orders set confirmed_at = now() - make_interval(mins => $1), reference = $2 where confirmed_at is null")
            .bind(minutes.unwrap_or(0))
            .bind(key)
            .execute(&world.shop.pool)
            .await
            .unwrap();
        if minutes.is_some() {
            sqlx::query(
                "insert into event (order_id, version, kind, from_status, to_status, stage, source, visibility, payload, occurred_at, recorded_at)
                 select id, 9, 'stage_entered', 'processing', 'out_for_delivery', 'ready', 'staff', 'public', '{}', now(), now()
                 from orders where reference = $1",
            )
            .bind(key)
            .execute(&world.shop.pool)
            .await
            .unwrap();
        }
    }
    let list = place::list(&world.shop, domain::Language::En).await.unwrap();
    let of = |key: &str| list.rows.iter().find(|row| row.key == key).unwrap().time_to_ready.clone();
    assert_eq!((of("Soho").as_deref(), of("Hackney")), (Some("25 min"), None));
}
