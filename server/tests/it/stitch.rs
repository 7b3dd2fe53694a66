//! Stitch as a second way of being told that money came: signed by Svix, in two shapes, once.

use domain::{
    clock::At,
    ids::OrderId,
    order::{self, Limits, OrderNumber, Status, store::Order},
    payment::PaymentStatus,
    provider::signature::standard::sign,
    queue::drain,
};
use futures::future::join_all;
use secrecy::SecretString;
use serde_json::{Value, json};
use server::webhooks::Secrets;
use sqlx::PgPool;

use crate::support::{STITCH_SECRET, World, body, secrets};

fn event(reference: &str, quantity: &str, state: &str) -> Vec<u8> {
    let amount = json!({ "quantity": quantity, "currency": "EUR" });
    let state = json!({ "__typename": format!("PaymentInitiationRequest{state}"), "date": "2026-09-01T10:00:00.000Z" });
    let node = json!({ "id": "cGF5", "externalReference": reference, "amount": amount, "state": state });
    json!({ "data": { "client": { "paymentInitiationRequests": { "node": node } } } })
        .to_string()
        .into_bytes()
}

async fn post(world: &World, family: &str, id: &str, stamp: &str, signature: &str, body: &[u8]) -> u16 {
    let request = world.http.post(format!("{}/api/webhooks/stitch", world.url)).body(body.to_vec());
    let request = request
        .header(format!("{family}-id"), id)
        .header(format!("{family}-timestamp"), stamp)
        .header(format!("{family}-signature"), signature);
    request.send().await.unwrap().status().as_u16()
}

async fn deliver(world: &World, id: &str, body: &[u8], secret: &str, at: At) -> u16 {
    let stamp = at.0.as_second().to_string();
    let signature = sign(id, body, &SecretString::from(secret), at);
    post(world, "svix", id, &stamp, &signature, body).await
}

async fn genuine(world: &World, id: &str, body: &[u8]) {
    assert_eq!(deliver(world, id, body, STITCH_SECRET, world.shop.clock.now()).await, 200);
    drain(&world.shop).await.unwrap();
}

/// Tells it as Stitch would: through the sandbox, which signs as Svix does.
async fn tell(world: &World, reference: &str, quantity: &str, state: &str, shape: &str) {
    let news = json!({
        "external_reference": reference, "quantity": quantity, "currency": "EUR", "state": state, "shape": shape
    });
    let url = format!("{}/_control/stitch/payments", world.sandbox.http);
    assert_eq!(world.http.post(url).json(&news).send().await.unwrap().status(), 200);
}

fn paid(order: &Order) -> bool {
    (order.state.status, order.state.payment) == (Status::Confirmed, PaymentStatus::Paid)
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn both_shapes_confirm_and_both_together_confirm_once(pool: PgPool) {
    let world = World::start(pool).await;
    for shapes in [&["nested"][..], &["flat"], &["nested", "flat"]] {
        let (number, _) = world.order(|_| ()).await;
        let id = world.id(&number).await.to_string();
        // By our number or by our id, as the storefront pleases.
        let references = [number.to_string(), id];
        join_all(
            shapes
                .iter()
                .zip(&references)
                .map(|(shape, reference)| tell(&world, reference, "34.90", "Completed", shape)),
        )
        .await;
        world.until(&number, paid).await;
    }
    drain(&world.shop).await.unwrap();
    assert_eq!(
        world
            .count("select count(*) from event where kind = 'payment_succeeded' and source = 'stitch'")
            .await,
        3
    );
    assert_eq!(
        world.count("select count(*) from payment where captured = 3490 and payment_intent is null").await,
        3
    );
    assert_eq!(world.mail("ana@customer.test", 3).await.len(), 3);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn told_by_stripe_and_by_stitch_an_order_is_confirmed_once(pool: PgPool) {
    let world = World::start(pool).await;
    for stripe_first in [true, false] {
        let (number, page) = world.order(|_| ()).await;
        let stitch = tell(&world, number.as_str(), "34.90", "Completed", "nested");
        if stripe_first {
            world.pay(&page).await;
            world.until(&number, paid).await;
            stitch.await;
        } else {
            stitch.await;
            world.until(&number, paid).await;
            world.pay(&page).await;
        }
        world.idle().await;
        assert!(paid(&world.load(&number).await), "{stripe_first}");
        let of = world.id(&number).await;
        let count = async |sql: &'static str| -> i64 {
            sqlx::query_scalar(sql).bind(of.0).fetch_one(&world.shop.pool).await.unwrap()
        };
        assert_eq!(
            count("select count(*) from event where order_id = $1 and kind = 'payment_succeeded'").await,
            1
        );
        assert_eq!(count("select count(*) from notice where order_id = $1 and channel = 'email'").await, 1);
        assert_eq!(count("select captured from payment where order_id = $1").await, 3490);
    }
}

/// Stripe cannot give back what it never had: that ends at once, and calls for a person.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_came_by_stitch_is_given_back_by_a_person(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, _) = world.order(|_| ()).await;
    genuine(&world, "msg_1", &event(number.as_str(), "34.90", "Completed")).await;
    let id = world.id(&number).await;
    order::cancel(&world.shop, &order::By::Customer, id, None).await.unwrap();
    world.idle().await;
    let order = world.load(&number).await;
    assert_eq!((order.state.status, order.state.payment), (Status::Cancelled, PaymentStatus::Paid));
    let failed =
        "select count(*) from refund where status = 'failed' and failure_reason = 'not_paid_through_stripe'";
    assert_eq!(world.count(failed).await, 1);
    assert_eq!(
        world.count("select count(*) from alert where kind = 'refund_failed' and cleared_at is null").await,
        1
    );
    assert_eq!(world.count("select reserved from payment").await, 0);
    assert_eq!(world.count("select count(*) from job").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn another_amount_or_currency_alerts_and_confirms_nothing(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, _) = world.order(|_| ()).await;
    let name = number.to_string();
    let rands = String::from_utf8(event(&name, "34.90", "Completed")).unwrap().replace("EUR", "ZAR");
    let bodies = [event(&name, "34.89", "Completed"), event(&name, "34,90", "Completed"), rands.into_bytes()];
    for (nth, body) in bodies.iter().enumerate() {
        genuine(&world, &format!("msg_{nth}"), body).await;
    }
    let order = world.load(&number).await;
    assert_eq!((order.state.status, order.state.payment), (Status::Pending, PaymentStatus::Unpaid));
    assert_eq!(world.count("select count(*) from alert where kind = 'payment_mismatch'").await, 1);
    assert_eq!(world.count("select count(*) from event where kind = 'payment_mismatch'").await, 3);
    // The right amount, told later about the same payment, is news all the same.
    genuine(&world, "msg_right", &event(&name, "34.90", "Completed")).await;
    assert!(paid(&world.load(&number).await));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_did_not_come_fails_and_what_comes_later_still_counts(pool: PgPool) {
    let world = World::without_worker(pool).await;
    for (nth, state) in ["Cancelled", "Expired"].into_iter().enumerate() {
        let (number, _) = world.order(|_| ()).await;
        let name = number.to_string();
        genuine(&world, &format!("msg_p{nth}"), &event(&name, "34.90", "Pending")).await;
        assert_eq!(world.load(&number).await.state.payment, PaymentStatus::Unpaid);
        genuine(&world, &format!("msg_f{nth}"), &event(&name, "34.90", state)).await;
        assert_eq!(world.load(&number).await.state.payment, PaymentStatus::Failed);
        genuine(&world, &format!("msg_c{nth}"), &event(&name, "34.90", "Completed")).await;
        genuine(&world, &format!("msg_l{nth}"), &event(&name, "34.90", "Failed")).await;
        assert!(paid(&world.load(&number).await), "{state}");
    }
    genuine(&world, "msg_nobody", &event("order-1001", "34.90", "Completed")).await;
    genuine(&world, "msg_unknown", &event(&OrderNumber::from_bits(7).to_string(), "34.90", "Completed"))
        .await;
    genuine(&world, "msg_strange", br#"{"type":"disbursement","data":{"status":"Completed"}}"#).await;
    assert_eq!(world.count("select count(*) from inbox where state = 'ignored'").await, 5);
    assert_eq!(world.count("select count(*) from job").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn forged_stale_altered_and_unsigned_are_refused_and_noted(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, _) = world.order(|_| ()).await;
    let body = event(&number.to_string(), "34.90", "Completed");
    let now = world.shop.clock.now();
    let stamp = now.0.as_second().to_string();
    let good = sign("msg_1", &body, &SecretString::from(STITCH_SECRET), now);
    let mut altered = body.clone();
    altered[30] ^= 1;
    assert_eq!(deliver(&world, "msg_1", &body, "whsec_c29tZWJvZHkgZWxzZSdzIHNlY3JldA==", now).await, 400);
    assert_eq!(post(&world, "svix", "msg_1", &stamp, &good, &altered).await, 400);
    assert_eq!(post(&world, "svix", "msg_2", &stamp, &good, &body).await, 400, "the id is signed, too");
    assert_eq!(deliver(&world, "msg_1", &body, STITCH_SECRET, now.plus(-310)).await, 400);
    assert_eq!(deliver(&world, "msg_1", &body, STITCH_SECRET, now.plus(310)).await, 400);
    assert_eq!(post(&world, "stitch", "msg_1", &stamp, &good, &body).await, 400, "no such headers");
    let huge = vec![b' '; 2 * 1024 * 1024];
    assert_eq!(deliver(&world, "msg_1", &huge, STITCH_SECRET, now).await, 413);
    assert_eq!(deliver(&world, "msg_1", b"[1]", STITCH_SECRET, now).await, 400);
    for (reason, times) in [
        ("signature_forged", 3),
        ("signature_stale", 2),
        ("signature_missing", 1),
        ("too_large", 1),
        ("not_an_event", 1),
    ] {
        let noted: i64 = sqlx::query_scalar(
            "select coalesce(sum(times), 0)::bigint from inbox_refusal where provider = 'stitch' and reason = $1",
        )
        .bind(reason)
        .fetch_one(&world.shop.pool)
        .await
        .unwrap();
        assert_eq!(noted, times, "{reason}");
    }
    assert_eq!(world.count("select count(*) from inbox").await, 0);
    // The standard's own header names are as good as Svix's; the same id again is the same webhook.
    assert_eq!(post(&world, "webhook", "msg_1", &stamp, &good, &body).await, 200);
    assert_eq!(post(&world, "svix", "msg_1", &stamp, &format!("v1a,xx {good}"), &body).await, 200);
    assert_eq!(world.count("select deliveries::bigint from inbox where event_id = 'msg_1'").await, 2);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn without_a_secret_no_webhook_of_stitch_is_believed(pool: PgPool) {
    for stitch in [Vec::new(), vec![SecretString::from("")], vec![SecretString::from("whsec_")]] {
        let secrets = Secrets { stitch, ..secrets() };
        let world = World::with(pool.clone(), Limits::default(), secrets).await;
        for secret in ["", "whsec_", STITCH_SECRET] {
            let now = world.shop.clock.now();
            assert_eq!(deliver(&world, "msg_1", &event("x", "1", "Completed"), secret, now).await, 400);
        }
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_event_that_comes_before_its_order_waits_for_it(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let id = OrderId::new();
    genuine(&world, "msg_early", &event(&id.to_string(), "34.90", "Completed")).await;
    assert_eq!(world.count("select count(*) from inbox where state = 'waiting'").await, 1);
    let new: order::NewOrder = serde_json::from_value::<order::NewOrder>(body(|_: &mut Value| ())).unwrap();
    let key: uuid::Uuid =
        sqlx::query_scalar("select id from api_key").fetch_one(&world.shop.pool).await.unwrap();
    let request =
        order::Request { api_key: domain::ids::ApiKeyId(key), key: "early".into(), body_hash: vec![1] };
    order::place_as(&world.shop, &request, &new, id).await.unwrap();
    drain(&world.shop).await.unwrap();
    let order = order::store::load(&mut world.shop.pool.acquire().await.unwrap(), id).await.unwrap();
    assert!(paid(&order));
}
