//! Money that is held at checkout, taken when the kitchen starts, and let go when nobody cooks: K4.

use domain::{
    order::{self, By, Move, OrderNumber, Status},
    payment::PaymentStatus,
    staff::Role,
};
use serde_json::json;
use sqlx::PgPool;

use crate::support::World;

/// An order whose money is held.
async fn held(world: &World) -> OrderNumber {
    let (number, page) = world.order(|body| body["workflow"] = "kitchen".into()).await;
    world.pay(&page).await;
    world.until(&number, |order| order.state.payment == PaymentStatus::Authorized).await;
    number
}

async fn start_cooking(world: &World, number: &OrderNumber) {
    let (ana, _) = world.person(Role::Operator).await;
    let seen = world.load(number).await.version;
    let to = Move::On("preparing".into());
    order::advance(&world.shop, &ana, world.id(number).await, to, seen).await.unwrap();
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn held_money_confirms_and_is_taken_once_when_the_stage_says_so(pool: PgPool) {
    let world = World::start(pool).await;
    let number = held(&world).await;
    let order = world.load(&number).await;
    assert_eq!((order.state.status, order.state.stage.as_deref()), (Status::Confirmed, Some("authorized")));
    assert_eq!(world.count("select captured from payment").await, 0);
    start_cooking(&world, &number).await;
    world.until(&number, |order| order.state.payment == PaymentStatus::Paid).await;
    world.idle().await;
    assert_eq!(world.count("select captured from payment").await, 3490);
    for kind in ["payment_authorized", "payment_captured"] {
        assert_eq!(world.events(kind).await, 1, "{kind}");
    }
    assert_eq!(world.mails_about("confirmation").await, 1);
    assert_eq!(world.count("select count(*) from payment_entry where detail = 'captured'").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_lost_answer_to_a_capture_is_no_second_capture(pool: PgPool) {
    let world = World::start(pool).await;
    for fault in ["api_drop_reply", "api_5xx_after", "api_5xx"] {
        let number = held(&world).await;
        // The webhook that would tell is lost, too.
        world.faults(json!({ "only": "POST /v1/payment_intents", fault: 1, "drop": 1 })).await;
        start_cooking(&world, &number).await;
        world.hurry_until(&number, |order| order.state.payment == PaymentStatus::Paid).await;
        world.faults(json!({ "only": null, fault: 0, "drop": 0 })).await;
    }
    world.idle().await;
    assert_eq!(world.events("payment_captured").await, 3);
    assert_eq!(world.count("select count(*) from alert where cleared_at is null").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_cancelled_order_lets_held_money_go(pool: PgPool) {
    let world = World::start(pool).await;
    let number = held(&world).await;
    order::cancel(&world.shop, &By::Customer, world.id(&number).await, None).await.unwrap();
    world.until(&number, |order| order.state.payment == PaymentStatus::Unpaid).await;
    world.idle().await;
    assert_eq!(world.load(&number).await.state.status, Status::Cancelled);
    assert_eq!(world.events("authorization_released").await, 1);
    assert_eq!(world.count("select count(*) from refund").await, 0);
    assert_eq!(world.count("select count(*) from alert where cleared_at is null").await, 0);
    let intent = world.intent(world.id(&number).await).await;
    let known = world.shop.stripe.intent(&intent).await.unwrap().unwrap();
    assert_eq!(known.heard, Some(domain::payment::Heard::Released));
}

/// The capture waits for a Stripe that is down, and the order is called off meanwhile: nothing is taken when it is back.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_capture_that_waits_takes_nothing_from_an_order_called_off(pool: PgPool) {
    let world = World::start(pool).await;
    let number = held(&world).await;
    world.faults(json!({ "down": true })).await;
    start_cooking(&world, &number).await;
    let waits = async {
        while world
            .count("select count(*) from job where name = 'capture_payment' and last_error is not null")
            .await
            == 0
        {
            world.breathe().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(20), waits).await.expect("the capture waits");
    let (ana, _) = world.person(Role::Admin).await;
    order::cancel(&world.shop, &By::Staff(ana), world.id(&number).await, None).await.unwrap();
    world.faults(json!({ "down": false })).await;
    sqlx::query("update provider_health set open_until = null").execute(&world.shop.pool).await.unwrap();
    world.hurry_until(&number, |order| order.state.payment == PaymentStatus::Unpaid).await;
    world.idle().await;
    assert_eq!(world.count("select captured from payment").await, 0);
    assert_eq!(
        (world.events("payment_captured").await, world.events("authorization_released").await),
        (0, 1)
    );
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_hold_that_lapses_stops_the_order_and_alerts(pool: PgPool) {
    let world = World::start(pool).await;
    let number = held(&world).await;
    let intent = world.intent(world.id(&number).await).await;
    world.control(&format!("/_control/stripe/payment_intents/{intent}/lapse"), json!({})).await;
    world.until(&number, |order| order.state.payment == PaymentStatus::Unpaid).await;
    assert_eq!(
        world
            .count("select count(*) from alert where kind = 'authorization_lapsed' and cleared_at is null")
            .await,
        1
    );
    let (ana, _) = world.person(Role::Operator).await;
    let seen = world.load(&number).await.version;
    let moved =
        order::advance(&world.shop, &ana, world.id(&number).await, Move::On("preparing".into()), seen).await;
    assert!(moved.is_err(), "nobody cooks for nothing");
}

/// The watch sleeps until a day before the end; here the end is moved to tomorrow.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn staff_are_told_a_day_before_a_hold_is_lost(pool: PgPool) {
    let world = World::start(pool).await;
    let number = held(&world).await;
    world.idle().await;
    let watch =
        "select count(*) from job where name = 'watch_authorization' and run_at > now() + interval '5 days'";
    assert_eq!(world.count(watch).await, 1, "Stripe's seven days, less one");
    for sql in [
        "update payment set capture_before = now() + interval '23 hours'",
        "update job set run_at = now() where name = 'watch_authorization'",
    ] {
        sqlx::query(sql).execute(&world.shop.pool).await.unwrap();
    }
    world.idle().await;
    let open = "select count(*) from alert where kind = 'authorization_lapsing' and cleared_at is null";
    assert_eq!(world.count(open).await, 1);
    start_cooking(&world, &number).await;
    world.until(&number, |order| order.state.payment == PaymentStatus::Paid).await;
    world.idle().await;
    assert_eq!(world.count(open).await, 0);
}
