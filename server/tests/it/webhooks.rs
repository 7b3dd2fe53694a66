//! Stripe's webhooks, as they really come: many times, in any order, forged, stale, altered, huge, early.

use domain::{
    clock::{At, Clock},
    ids::{ApiKeyId, OrderId},
    order::{self, NewOrder, Placed, Request, Status},
    payment::PaymentStatus,
    provider::signature::stamped::sign,
    queue::drain,
};
use futures::future::join_all;
use proptest::prelude::*;
use secrecy::SecretString;
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::support::{WEBHOOK_SECRET, World, body};

fn event(id: &str, kind: &str, order: OrderId, paid: &str, amount: i64) -> Value {
    json!({
        "id": id, "object": "event", "type": kind, "api_version": "2026-10-28.endive", "created": Clock::System.now().0.as_second(),
        "data": { "object": {
            "id": "cs_test_1", "object": "checkout.session", "payment_status": paid, "payment_intent": format!("pi_{order}"),
            "amount_total": amount, "currency": "eur", "metadata": { "order_id": order.to_string() }
        } }
    })
}

async fn deliver(world: &World, body: &[u8], secret: &str, at: At) -> u16 {
    let signature = sign(body, &SecretString::from(secret), at);
    post(world, body.to_vec(), &signature).await
}

async fn post(world: &World, body: Vec<u8>, signature: &str) -> u16 {
    let url = format!("{}/api/webhooks/stripe", world.url);
    let request =
        world.http.post(url).header("stripe-signature", signature).header("content-type", "application/json");
    request.body(body).send().await.unwrap().status().as_u16()
}

async fn genuine(world: &World, event: &Value) -> u16 {
    deliver(world, event.to_string().as_bytes(), WEBHOOK_SECRET, world.shop.clock.now()).await
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_same_event_fifty_times_at_once_confirms_once_and_mails_once(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, _) = world.order(|_| ()).await;
    let event = event("evt_50", "checkout.session.completed", world.id(&number).await, "paid", 3490);
    let answers = join_all((0..50).map(|_| genuine(&world, &event))).await;
    assert_eq!(answers, [200; 50]);
    world.until(&number, |order| order.state.status == Status::Confirmed).await;
    assert_eq!(world.mail("ana@customer.test", 1).await.len(), 1);
    drain(&world.shop).await.unwrap();
    assert_eq!(world.count("select count(*) from event where kind = 'payment_succeeded'").await, 1);
    assert_eq!(world.count("select count(*) from notice where channel = 'email'").await, 1);
    assert_eq!(world.count("select count(*) from payment_entry where kind = 'success'").await, 1);
    assert_eq!(world.count("select deliveries::bigint from inbox where event_id = 'evt_50'").await, 50);
    assert_eq!(world.mail("ana@customer.test", 1).await.len(), 1);
}

/// Every order of {completed, async succeeded, async failed, expired} ends confirmed; without a success, unpaid.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn events_in_every_order_end_the_same(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let kinds = [
        ("checkout.session.completed", "unpaid"),
        ("checkout.session.async_payment_succeeded", "paid"),
        ("checkout.session.async_payment_failed", "unpaid"),
        ("checkout.session.expired", "unpaid"),
    ];
    for (run, way) in permutations(4).into_iter().enumerate() {
        let (number, _) = world.order(|_| ()).await;
        let id = world.id(&number).await;
        for (step, which) in way.iter().enumerate() {
            let (kind, paid) = kinds[*which];
            assert_eq!(
                genuine(&world, &event(&format!("evt_{run}_{step}"), kind, id, paid, 3490)).await,
                200
            );
            drain(&world.shop).await.unwrap();
        }
        let order = world.load(&number).await;
        assert_eq!(
            (order.state.status, order.state.payment),
            (Status::Confirmed, PaymentStatus::Paid),
            "{way:?}"
        );
    }
    assert_eq!(world.count("select count(*) from notice where channel = 'email'").await, 24);
}

fn permutations(n: usize) -> Vec<Vec<usize>> {
    if n == 0 {
        return vec![Vec::new()];
    }
    let shorter = permutations(n - 1);
    shorter
        .into_iter()
        .flat_map(|way| {
            (0..n).map(move |at| {
                let mut way = way.clone();
                way.insert(at, n - 1);
                way
            })
        })
        .collect()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn forged_stale_altered_and_huge_are_refused_and_noted(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, _) = world.order(|_| ()).await;
    let body = event("evt_1", "checkout.session.completed", world.id(&number).await, "paid", 3490)
        .to_string()
        .into_bytes();
    let now = world.shop.clock.now();
    let good = sign(&body, &SecretString::from(WEBHOOK_SECRET), now);
    let mut altered = body.clone();
    altered[20] ^= 1;
    assert_eq!(deliver(&world, &body, "whsec_somebody_else", now).await, 400);
    assert_eq!(deliver(&world, &body, WEBHOOK_SECRET, now.plus(-301)).await, 400);
    assert_eq!(post(&world, altered, &good).await, 400);
    assert_eq!(post(&world, body.clone(), "").await, 400);
    let huge = vec![b' '; 2 * 1024 * 1024];
    assert_eq!(deliver(&world, &huge, WEBHOOK_SECRET, now).await, 413);
    drain(&world.shop).await.unwrap();
    assert_eq!(world.count("select count(*) from inbox").await, 0);
    assert_eq!(world.load(&number).await.state.payment, PaymentStatus::Unpaid);
    for (reason, times) in
        [("signature_forged", 2), ("signature_stale", 1), ("signature_missing", 1), ("too_large", 1)]
    {
        let noted: i64 =
            sqlx::query_scalar("select coalesce(sum(times), 0)::bigint from inbox_refusal where reason = $1")
                .bind(reason)
                .fetch_one(&world.shop.pool)
                .await
                .unwrap();
        assert_eq!(noted, times, "{reason}");
    }
    // The very same body, properly signed, is still welcome.
    assert_eq!(post(&world, body, &good).await, 200);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_event_that_comes_before_its_order_waits_for_it(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let id = OrderId::new();
    assert_eq!(
        genuine(&world, &event("evt_early", "checkout.session.completed", id, "paid", 3490)).await,
        200
    );
    drain(&world.shop).await.unwrap();
    assert_eq!(world.count("select count(*) from inbox where state = 'waiting'").await, 1);
    let new: NewOrder = serde_json::from_value(body(|_| ())).unwrap();
    let key: uuid::Uuid =
        sqlx::query_scalar("select id from api_key").fetch_one(&world.shop.pool).await.unwrap();
    let request = Request { api_key: ApiKeyId(key), key: "early".into(), body_hash: vec![1] };
    let placed = order::place_as(&world.shop, &request, &new, id).await.unwrap();
    assert_eq!(placed, Placed::Order { id, again: false });
    drain(&world.shop).await.unwrap();
    let order = order::store::load(&mut world.shop.pool.acquire().await.unwrap(), id).await.unwrap();
    assert_eq!(order.state.status, Status::Confirmed);
    assert_eq!(world.count("select count(*) from inbox where state = 'processed'").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn another_amount_or_currency_alerts_and_confirms_nothing(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, _) = world.order(|_| ()).await;
    let id = world.id(&number).await;
    let mut dollars = event("evt_usd", "checkout.session.completed", id, "paid", 3490);
    dollars["data"]["object"]["currency"] = "usd".into();
    for event in [event("evt_less", "checkout.session.completed", id, "paid", 3489), dollars] {
        assert_eq!(genuine(&world, &event).await, 200);
    }
    drain(&world.shop).await.unwrap();
    let order = world.load(&number).await;
    assert_eq!((order.state.status, order.state.payment), (Status::Pending, PaymentStatus::Unpaid));
    assert_eq!(world.count("select count(*) from orders where attention = 'payment_mismatch'").await, 1);
    assert_eq!(world.count("select count(*) from event where kind = 'payment_mismatch'").await, 2);
    assert_eq!(world.count("select count(*) from notice").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_means_nothing_or_nobody_is_kept_without_an_error(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let strange = [
        json!({ "id": "evt_a", "type": "customer.created", "data": { "object": { "id": "cus_1" } } }),
        json!({ "id": "evt_b", "type": "checkout.session.completed", "data": { "object": { "payment_status": "paid", "metadata": null } } }),
        json!({ "id": "evt_c", "type": "checkout.session.completed", "data": { "object": { "metadata": { "order_id": "7" } } } }),
        json!({ "id": "evt_d", "type": "thing.of.the.future" }),
    ];
    for event in &strange {
        assert_eq!(genuine(&world, event).await, 200, "{event}");
    }
    drain(&world.shop).await.unwrap();
    assert_eq!(world.count("select count(*) from inbox where state = 'ignored'").await, 4);
    assert_eq!(world.count("select count(*) from job").await, 0);
}

proptest! {
    /// No body, however strange, is answered with a 5xx: reading it never panics.
    #[test]
    fn no_body_breaks_the_reader(body in "\\PC*") {
        let _ = serde_json::from_str::<domain::provider::stripe::wire::Event>(&body).map(|event| (event.order(), event.meaning()));
    }
}
