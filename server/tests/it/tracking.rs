//! What carriers say, in any order, any number of times, about anything: B6, B7.

use domain::{
    order::Status,
    parcel::{self, LabelStatus, ParcelDetails},
    queue,
    staff::Role,
};
use rand::{SeedableRng, rngs::StdRng, seq::SliceRandom};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    label_world::*,
    support::{World, typed},
};

/// A scan as Shippo tells it.
fn scan(number: &str, status: &str, code: &str, at: Option<&str>) -> Value {
    let id = format!("{status}-{code}-{}", at.unwrap_or("never"));
    json!({ "event": "track_updated", "test": true, "data": {
        "carrier": "ups", "tracking_number": number, "eta": null, "tracking_history": [],
        "tracking_status": { "object_id": id, "status": status, "status_date": at, "status_details": code,
            "substatus": { "code": code, "text": code, "action_required": false } },
    } })
}

/// A paid order in production with a parcel of UPS that staff wrote down.
async fn with_parcel(world: &World, number: &str) -> domain::order::OrderNumber {
    let order = world.paid_order(|_| ()).await;
    world.add_parcel(&order, "ups", number).await;
    order
}

/// Sends them and waits until each has been read.
async fn hear(world: &World, bodies: &[Value]) {
    for body in bodies {
        assert_eq!(webhook(world, body).await, 200);
        queue::drain(&world.shop).await.unwrap();
    }
    work_until(world, &world.shop, async || {
        world.count("select count(*) from inbox where provider = 'shippo' and state = 'received'").await == 0
    })
    .await;
}

/// What is believed of a parcel: status, time, ETA.
async fn believed(world: &World, number: &str) -> (String, Option<String>, Option<String>) {
    sqlx::query_as("select tracking::text, to_char(tracking_at at time zone 'utc', 'DD HH24:MI'), eta::text from parcel where tracking_number = $1")
        .bind(number)
        .fetch_one(&world.shop.pool)
        .await
        .unwrap()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_first_scan_ships_and_the_last_delivers_with_the_carriers_own_time(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, _, _, label) = labelled(&world).await;
    let lines = "select coalesce(sum(jsonb_array_length(timeline)), 0)::bigint from parcel";
    work_until(&world, &world.shop, async || world.count(lines).await == 1).await;
    assert_eq!(world.load(&number).await.state.status, Status::Processing, "announced is not shipped");
    world.control("/_control/shippo/clock", json!({ "hours": 7 })).await;
    world.until(&number, |order| order.state.status == Status::Shipped).await;
    world.control("/_control/shippo/clock", json!({ "hours": 38 })).await;
    world.until(&number, |order| order.state.status == Status::OutForDelivery).await;
    world.control("/_control/shippo/clock", json!({ "hours": 10 })).await;
    let order = world.until(&number, |order| order.state.status == Status::Delivered).await;
    let at: String = sqlx::query_scalar("select tracking_at::text from parcel where label_id = $1")
        .bind(label.0)
        .fetch_one(&world.shop.pool)
        .await
        .unwrap();
    let delivered: String = sqlx::query_scalar("select delivered_at::text from orders where id = $1")
        .bind(order.id.0)
        .fetch_one(&world.shop.pool)
        .await
        .unwrap();
    assert_eq!(at, delivered);
    assert_eq!(world.events("tracking_update").await, 5, "each scan once");
    // A parcel that has moved is not given back.
    let (ana, _) = world.person(Role::Operator).await;
    assert!(parcel::void_label(&world.shop, &ana, label).await.is_err());
    assert_eq!(self::label(&world, label).await.status, LabelStatus::Bought);
}

/// The carrier's side of a number: its HTTP status, and what it was registered under.
async fn registered(world: &World, carrier: &str, number: &str) -> (u16, Value) {
    let url = format!("{}/shippo/tracks/{carrier}/{number}", world.sandbox.http);
    let request = world.http.get(url).header("authorization", "ShippoToken shippo_test_1");
    let answer = request.send().await.unwrap();
    let status = answer.status().as_u16();
    let track: Value = answer.json().await.unwrap_or_default();
    (status, track["metadata"].clone())
}

/// Of labels bought at Shippo it tells by itself. A number that staff typed is registered, in "mark shipped" and as a further box,
/// whatever Shippo's state then; a carrier it does not know is none of its business and no error.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_typed_number_is_registered_and_followed(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (order, id, ana) = paid(&world).await;
    world.faults(json!({ "shippo": { "down": true } })).await;
    let seen = world.load(&order).await.version;
    let to = domain::order::Move::On("in_production".into());
    domain::order::advance(&world.shop, &ana, id, to, seen).await.unwrap();
    let seen = world.load(&order).await.version;
    domain::order::ship(&world.shop, &ana, id, typed("UPS", "1Z TYPED"), seen).await.unwrap();
    parcel::add_parcel(&world.shop, &ana, id, typed("Correos", "PQ-TYPED")).await.unwrap();
    // Neither of these is anybody's to ask after.
    parcel::add_parcel(&world.shop, &ana, id, typed("Uncle Bob", "7")).await.unwrap();
    parcel::add_parcel(&world.shop, &ana, id, ParcelDetails { tracking_number: None, ..typed("UPS", "") })
        .await
        .unwrap();
    let jobs = "select count(*) from job where name = 'register_track'";
    queue::drain(&world.shop).await.unwrap();
    assert_eq!(world.count(jobs).await, 2, "they wait");
    world.faults(json!({ "shippo": { "down": false } })).await;
    assert_eq!(registered(&world, "ups", "1ZTYPED").await.0, 404);
    work_until(&world, &world.shop, async || world.count(jobs).await == 0).await;
    let parcel: String = sqlx::query_scalar("select id::text from parcel where tracking_number = 'PQ-TYPED'")
        .fetch_one(&world.shop.pool)
        .await
        .unwrap();
    assert_eq!(registered(&world, "ups", "1ZTYPED").await.0, 200);
    assert_eq!(registered(&world, "correos_espana", "PQ-TYPED").await, (200, json!(parcel)));
    let scan = json!({ "carrier": "correos_espana", "tracking_number": "PQ-TYPED", "status": "TRANSIT", "substatus": "pickup_available" });
    world.control("/_control/shippo/tracks", scan).await;
    work_until(&world, &world.shop, async || believed(&world, "PQ-TYPED").await.0 == "out_for_delivery")
        .await;
    assert!(alarms(&world, id).await.is_empty(), "waiting to be collected is no trouble");
    assert_eq!(world.count("select count(*) from job where dead").await, 0);
}

/// A carrier whose name we know and Shippo does not.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_carrier_shippo_does_not_know_is_no_error(pool: PgPool) {
    let world = World::start(pool).await;
    let order = world.paid_order(|_| ()).await;
    world.add_parcel(&order, "courier_guy", "TCG-1").await;
    work_until(&world, &world.shop, async || {
        world.count("select count(*) from job where name = 'register_track'").await == 0
    })
    .await;
    assert_eq!(world.count("select count(*) from job where dead").await, 0);
    assert_eq!(world.count("select count(*) from provider_health where failures > 0").await, 0);
    assert_eq!(believed(&world, "TCG-1").await.0, "unknown");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn news_of_an_unknown_number_is_taken_waits_and_is_matched_when_its_parcel_appears(pool: PgPool) {
    let world = World::start(pool).await;
    let order = world.paid_order(|_| ()).await;
    let mut news = scan("PQ-LATER", "TRANSIT", "package_accepted", Some("2026-11-20T10:00:00Z"));
    news["data"]["carrier"] = json!("correos_espana");
    hear(&world, &[news]).await;
    assert_eq!(world.count("select count(*) from inbox where state = 'waiting'").await, 1);
    world.add_parcel(&order, "correos", "PQ-LATER").await;
    world.until(&order, |order| order.state.status == Status::Shipped).await;
    assert_eq!(world.count("select count(*) from inbox where state = 'waiting'").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_null_status_a_time_without_zone_and_a_purchase_in_a_tracks_place_harm_nobody(pool: PgPool) {
    let world = World::start(pool).await;
    let order = with_parcel(&world, "1Z-ODD").await;
    let mut null = scan("1Z-ODD", "TRANSIT", "", None);
    null["data"]["tracking_status"] = Value::Null;
    hear(&world, &[null]).await;
    assert_eq!(
        (world.count("select count(*) from carrier_event").await, world.events("tracking_update").await),
        (0, 0)
    );
    assert_eq!(believed(&world, "1Z-ODD").await.0, "unknown");
    // An account whose API version is too old.
    let purchase = json!({ "event": "track_updated", "data": { "object_state": "VALID", "object_id": "t", "status": "SUCCESS" } });
    assert_eq!(webhook(&world, &purchase).await, 200);
    work_until(&world, &world.shop, async || {
        world.count("select count(*) from inbox where state = 'failed'").await == 1
    })
    .await;
    let mut plain = scan("1Z-ODD", "TRANSIT", "package_departed", Some("2026-11-20T16:44:42.586"));
    plain["data"]["eta"] = json!("2026-11-24T00:00:00-07:00");
    hear(&world, &[plain]).await;
    let expected = ("transit".to_owned(), Some("20 16:44".to_owned()), Some("2026-11-24".to_owned()));
    assert_eq!(believed(&world, "1Z-ODD").await, expected, "UTC, and a date that stays what was written");
    assert_eq!(world.load(&order).await.state.status, Status::Shipped);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_same_number_at_another_carrier_is_another_parcel(pool: PgPool) {
    let world = World::start(pool).await;
    let ours = with_parcel(&world, "SAME").await;
    let mut other = scan("SAME", "DELIVERED", "delivered", Some("2026-11-20T10:00:00Z"));
    other["data"]["carrier"] = json!("fedex");
    hear(&world, &[other]).await;
    assert_eq!(world.load(&ours).await.state.status, Status::Confirmed);
    assert_eq!(believed(&world, "SAME").await.0, "unknown");
    assert_eq!(world.count("select count(*) from inbox where state = 'waiting'").await, 1, "kept, not lost");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn news_after_delivery_is_kept_and_takes_nothing_back(pool: PgPool) {
    let world = World::start(pool).await;
    let order = with_parcel(&world, "1Z-DONE").await;
    let delivered = scan("1Z-DONE", "DELIVERED", "delivered", Some("2026-11-20T10:00:00Z"));
    hear(&world, &[delivered.clone(), delivered]).await;
    for late in [
        scan("1Z-DONE", "TRANSIT", "package_departed", Some("2026-11-19T10:00:00Z")),
        scan("1Z-DONE", "TRANSIT", "out_for_delivery", Some("2026-11-21T10:00:00Z")),
    ] {
        hear(&world, &[late]).await;
    }
    assert_eq!(world.load(&order).await.state.status, Status::Delivered);
    assert_eq!(believed(&world, "1Z-DONE").await.0, "delivered");
    assert_eq!(
        (world.count("select count(*) from carrier_event").await, world.events("tracking_update").await),
        (3, 3)
    );
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_problem_alarms_staff_until_it_is_over(pool: PgPool) {
    let world = World::start(pool).await;
    let order = with_parcel(&world, "1Z-DOG").await;
    let id = world.id(&order).await;
    hear(&world, &[scan("1Z-DOG", "TRANSIT", "delivery_attempted", Some("2026-11-20T10:00:00Z"))]).await;
    world.until(&order, |order| order.state.status == Status::Exception).await;
    work_until(&world, &world.shop, async || alarms(&world, id).await == ["tracking_problem"]).await;
    hear(&world, &[scan("1Z-DOG", "DELIVERED", "delivered", Some("2026-11-21T10:00:00Z"))]).await;
    world.until(&order, |order| order.state.status == Status::Delivered).await;
    work_until(&world, &world.shop, async || alarms(&world, id).await.is_empty()).await;
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn any_permutation_and_repetition_of_webhooks_ends_the_same(pool: PgPool) {
    let world = World::start(pool).await;
    let news = |number: &str| -> Vec<Value> {
        let eta = |mut scan: Value, day: &str| {
            scan["data"]["eta"] = json!(format!("{day}T00:00:00Z"));
            scan
        };
        vec![
            scan(number, "PRE_TRANSIT", "information_received", Some("2026-11-18T08:00:00Z")),
            eta(scan(number, "TRANSIT", "package_accepted", Some("2026-11-18T16:00:00Z")), "2026-11-20"),
            eta(scan(number, "TRANSIT", "delayed", Some("2026-11-19T09:00:00Z")), "2026-11-22"),
            scan(number, "UNKNOWN", "other", Some("2026-11-19T20:00:00Z")),
            scan(number, "TRANSIT", "out_for_delivery", Some("2026-11-20T07:00:00Z")),
        ]
    };
    let mut random = StdRng::seed_from_u64(7);
    let mut ends = std::collections::BTreeSet::new();
    for i in 0..6 {
        let number = format!("1Z-PERM-{i}");
        let order = with_parcel(&world, &number).await;
        let mut all = news(&number);
        if i > 0 {
            let again = all[i % all.len()].clone();
            all.push(again);
            all.shuffle(&mut random);
        }
        hear(&world, &all).await;
        let order = world.load(&order).await;
        let scans: i64 =
            sqlx::query_scalar("select count(*) from event where order_id = $1 and kind = 'tracking_update'")
                .bind(order.id.0)
                .fetch_one(&world.shop.pool)
                .await
                .unwrap();
        ends.insert((format!("{:?}", order.state), believed(&world, &number).await, scans));
    }
    assert_eq!(ends.len(), 1, "{ends:#?}");
    assert_eq!(ends.first().unwrap().1.0, "out_for_delivery");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn staff_can_ask_the_carrier_when_no_webhook_came(pool: PgPool) {
    let world = World::start(pool).await;
    world.faults(json!({ "shippo": { "drop": 1000 } })).await;
    let (number, id, ana, _) = labelled(&world).await;
    world.control("/_control/shippo/clock", json!({ "hours": 60 })).await;
    let parcel: uuid::Uuid = sqlx::query_scalar("select id from parcel where order_id = $1")
        .bind(id.0)
        .fetch_one(&world.shop.pool)
        .await
        .unwrap();
    let parcel = domain::ids::ParcelId(parcel);
    assert!(parcel::refresh_tracking(&world.shop, &ana, parcel).await.unwrap());
    assert_eq!(world.load(&number).await.state.status, Status::Delivered);
    assert_eq!(world.events("tracking_update").await, 5, "the whole way, not only its end");
    assert!(!parcel::refresh_tracking(&world.shop, &ana, parcel).await.unwrap(), "nothing new");
    assert_eq!(world.events("tracking_update").await, 5);
}
