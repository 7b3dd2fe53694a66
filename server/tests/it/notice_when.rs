//! When customers are told: not at night, not what is true no more, not before staff can take it back, and once for many parcels.

use domain::{
    Shop,
    clock::At,
    ids::OrderId,
    notice::{Channel, NoticeKind, Occasion, Quiet, schedule},
    order::{self, Move, Status},
    parcel::{self, TrackingStatus},
    staff::{Person, Role},
};
use serde_json::json;
use sqlx::PgPool;

use crate::{
    bulk_world::{everything, look, run, stand, ten_minutes_pass, to, undo},
    notice_world::{at, later, planned, reach, row, scan, shop_at, status, the_order, version},
    support::{World, typed},
};

async fn add_box(shop: &Shop, by: &Person, id: OrderId, number: &str) {
    parcel::add_parcel(shop, by, id, typed("ups", number)).await.unwrap();
}

async fn go(world: &World, shop: &Shop, by: &Person, id: OrderId, to: Move) {
    order::advance(shop, by, id, to, version(world, id).await).await.unwrap();
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_order_delivered_overnight_is_one_message_in_the_morning(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 1, "shipped").await;
    let id = the_order(&world).await;
    let shop = shop_at(&world, "2027-01-15T14:00:00Z");
    add_box(&shop, &ana, id, "1ZNIGHT").await;
    later(&shop, "2027-01-15T14:11:00Z").await;
    reach(&world, |reach| reach.quiet = Quiet::NIGHT).await;
    // Half past ten and midnight in Madrid.
    shop.clock.set(at("2027-01-15T21:30:00Z"));
    scan(&shop, "1ZNIGHT", TrackingStatus::OutForDelivery).await;
    assert_eq!(planned(&world, "email").await[1], row("out_for_delivery", "deferred", "quiet_hours"));
    later(&shop, "2027-01-15T23:00:00Z").await;
    scan(&shop, "1ZNIGHT", TrackingStatus::Delivered).await;
    assert_eq!(status(&world, id).await, Status::Delivered);
    later(&shop, "2027-01-16T06:59:59Z").await;
    assert_eq!(world.mails_about("delivered").await, 0, "a minute before eight everybody sleeps");
    later(&shop, "2027-01-16T07:00:00Z").await;
    assert_eq!(
        planned(&world, "email").await,
        [
            row("shipped", "sent", "digest"),
            row("out_for_delivery", "withdrawn", "overtaken"),
            row("delivered", "sent", "quiet_hours"),
        ]
    );
    assert_eq!(world.mail("ana1@customer.test", 2).await.len(), 2);
}

/// Who wants "out for delivery" and not "delivered" must not read in the morning that it comes today.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_is_true_no_more_is_withdrawn_also_where_nothing_newer_is_told(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 1, "shipped").await;
    let id = the_order(&world).await;
    sqlx::query("insert into notice_rule values ('*', 'delivered', 'email', false, 'Ana', now())")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    reach(&world, |reach| reach.quiet = Quiet::NIGHT).await;
    let shop = shop_at(&world, "2027-01-15T21:30:00Z");
    add_box(&shop, &ana, id, "1Z").await;
    scan(&shop, "1Z", TrackingStatus::Exception).await;
    assert_eq!(
        planned(&world, "email").await,
        [row("shipped", "withdrawn", "overtaken"), row("exception", "deferred", "quiet_hours")],
        "one waits at most"
    );
    shop.clock.set(at("2027-01-15T22:30:00Z"));
    scan(&shop, "1Z", TrackingStatus::Delivered).await;
    assert_eq!(planned(&world, "email").await[1], row("exception", "withdrawn", "overtaken"));
    later(&shop, "2027-01-16T08:00:00Z").await;
    assert_eq!(
        world.count("select count(*) from notice where channel = 'email' and state = 'sent'").await,
        0
    );
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn money_and_what_a_customer_just_did_pass_at_night(pool: PgPool) {
    let world = World::start(pool).await;
    reach(&world, |reach| reach.quiet = Quiet { from: 1, until: 0 }).await;
    let number = world.paid_order(|_| ()).await;
    let id = world.id(&number).await;
    world.mail("ana@customer.test", 1).await;
    order::cancel(&world.shop, &order::By::Customer, id, None).await.unwrap();
    world.mail("ana@customer.test", 3).await;
    let kinds: Vec<String> = planned(&world, "email").await.into_iter().map(|(kind, ..)| kind).collect();
    assert_eq!(kinds, ["confirmation", "cancelled", "refunded"]);
    assert_eq!(world.count("select count(*) from notice where channel = 'email' and not urgent").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_staff_take_back_in_time_nobody_hears_of(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 1, "new").await;
    let id = the_order(&world).await;
    reach(&world, |reach| reach.hold_seconds = 20).await;
    let shop = shop_at(&world, "2027-01-15T12:00:00Z");
    go(&world, &shop, &ana, id, Move::On("in_production".into())).await;
    assert_eq!(planned(&world, "email").await, [row("processing", "pending", "")]);
    assert_eq!(planned(&world, "in_app").await, [row("processing", "sent", "")]);
    shop.clock.set(at("2027-01-15T12:00:15Z"));
    go(&world, &shop, &ana, id, Move::Back("new".into())).await;
    later(&shop, "2027-01-15T12:01:00Z").await;
    for channel in ["email", "in_app"] {
        assert_eq!(planned(&world, channel).await, [row("processing", "withdrawn", "recalled")]);
    }
    // Once more, and this time it is meant.
    go(&world, &shop, &ana, id, Move::On("in_production".into())).await;
    later(&shop, "2027-01-15T12:02:00Z").await;
    assert_eq!(planned(&world, "email").await[1], row("processing", "sent", ""));
    go(&world, &shop, &ana, id, Move::Back("new".into())).await;
    assert_eq!(planned(&world, "email").await[1], row("processing", "sent", ""), "what has left has left");
    assert_eq!(world.mails_about("processing").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn many_parcels_of_one_order_are_one_message(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 1, "shipped").await;
    let id = the_order(&world).await;
    let shop = shop_at(&world, "2027-01-15T12:00:00Z");
    for (minute, number) in [(0, "1ZA"), (4, "1ZB"), (9, "1ZC")] {
        shop.clock.set(at("2027-01-15T12:00:00Z").plus(minute * 60));
        add_box(&shop, &ana, id, number).await;
    }
    later(&shop, "2027-01-15T12:09:59Z").await;
    assert_eq!(world.mails_about("shipped").await, 0);
    later(&shop, "2027-01-15T12:10:00Z").await;
    let (sent, told): (i64, serde_json::Value) = sqlx::query_as(
        "select count(*) over (), payload from notice where kind = 'shipped' and channel = 'email' and state = 'sent'",
    )
    .fetch_one(&world.shop.pool)
    .await
    .unwrap();
    let numbers: Vec<_> =
        told["parcels"].as_array().unwrap().iter().map(|parcel| &parcel["tracking_number"]).collect();
    assert_eq!((sent, numbers), (1, vec![&json!("1ZA"), &json!("1ZB"), &json!("1ZC")]));
    assert_eq!(world.mail("ana1@customer.test", 1).await.len(), 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn two_bulk_changes_are_one_message_per_order_and_an_undo_leaves_the_first(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 5, "in_production").await;
    let shipped = look(&world, &ana, &everything(), &to("shipped")).await;
    run(&world, &ana, shipped).await;
    let delivered = look(&world, &ana, &everything(), &to("delivered")).await;
    run(&world, &ana, delivered).await;
    let waiting = "select count(*) from notice where channel = 'email' and state = 'pending'";
    assert_eq!(world.count(waiting).await, 5, "the second takes the place of the first");
    undo(&world, &ana, delivered).await;
    ten_minutes_pass(&world).await;
    assert_eq!((world.mails_about("shipped").await, world.mails_about("delivered").await), (5, 0));
    let said: Vec<String> =
        sqlx::query_scalar("select kind from notice where channel = 'in_app' and state = 'sent'")
            .fetch_all(&world.shop.pool)
            .await
            .unwrap();
    assert_eq!(said, ["shipped"; 5], "our own pages do not say either that they were delivered");
    assert_eq!(world.count("select count(*) from job").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_bulk_change_in_the_evening_is_told_in_the_morning_or_not_at_all(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 3, "in_production").await;
    // Always night.
    reach(&world, |reach| reach.quiet = Quiet { from: 1, until: 0 }).await;
    let id = look(&world, &ana, &everything(), &to("shipped")).await;
    let page = run(&world, &ana, id).await;
    assert_eq!(page.held, 3);
    assert_eq!(planned(&world, "email").await, vec![row("shipped", "deferred", "quiet_hours"); 3]);
    undo(&world, &ana, id).await;
    assert_eq!(planned(&world, "email").await, vec![row("shipped", "withdrawn", "undone"); 3]);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_scheduled_message_leaves_at_its_hour_and_once(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 1, "delivered").await;
    let shop = shop_at(&world, "2027-01-15T12:00:00Z");
    let occasion = Occasion {
        name: "by_hand:1",
        kind: NoticeKind::Delivered,
        channel: Channel::Email,
        recipient: "ana1@customer.test",
        language: domain::Language::En,
        order: Some(the_order(&world).await),
        event: None,
        urgent: false,
        payload: json!({}),
        at: Some(at("2027-01-16T09:00:00Z")),
    };
    let plan = async |now: At| {
        schedule(&mut shop.pool.acquire().await.unwrap(), &occasion, now).await.unwrap().is_some()
    };
    assert!(plan(shop.clock.now()).await);
    assert!(!plan(shop.clock.now()).await, "asked twice");
    later(&shop, "2027-01-16T08:59:59Z").await;
    assert_eq!(planned(&world, "email").await, [row("delivered", "deferred", "scheduled")]);
    later(&shop, "2027-01-16T09:00:00Z").await;
    assert_eq!(planned(&world, "email").await, [row("delivered", "sent", "scheduled")]);
}
