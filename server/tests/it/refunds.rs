//! Money that goes back, once: B5, B7.

use std::collections::BTreeSet;

use domain::{
    Fault, Reason,
    event::Source,
    ids::OrderId,
    order::OrderNumber,
    payment::{self, PaymentStatus, RefundNews, RefundReason, RefundRequest, RefundStatus, SendRefund},
    queue::{self, Job},
    staff::{Person, Role},
};
use futures::future::join_all;
use rand::{Rng, SeedableRng, rngs::StdRng};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::support::{World, body};

fn wanted(amount: Option<i64>, key: &str, seen: Option<i64>) -> RefundRequest {
    RefundRequest { amount, reason: RefundReason::RequestedByCustomer, note: None, key: key.to_owned(), seen }
}

/// A paid order of 34.90 €, and somebody who may refund it.
async fn paid(world: &World) -> (OrderNumber, OrderId, Person) {
    let number = world.paid_order(|_| ()).await;
    let id = world.id(&number).await;
    (number, id, world.person(Role::Admin).await.0)
}

async fn refunds_at_stripe(world: &World) -> Vec<Value> {
    world.get("/_control/stripe/refunds").await.as_array().unwrap().clone()
}

fn sum(refunds: &[Value]) -> i64 {
    let standing =
        refunds.iter().filter(|refund| refund["status"] != "failed" && refund["status"] != "canceled");
    standing.map(|refund| refund["amount"].as_i64().unwrap()).sum()
}

async fn payment_becomes(world: &World, number: &OrderNumber, status: PaymentStatus) {
    world.until(number, |order| order.state.payment == status).await;
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn ten_parallel_identical_requests_make_one_refund(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, id, ana) = paid(&world).await;
    let seen = world.load(&number).await.version;
    let request = wanted(None, "dialog-1", Some(seen));
    let asked = join_all((0..10).map(|_| payment::refund(&world.shop, &ana, id, &request))).await;
    let ids: BTreeSet<_> = asked.into_iter().map(Result::unwrap).collect();
    assert_eq!(ids.len(), 1, "every request got the same refund");
    payment_becomes(&world, &number, PaymentStatus::Refunded).await;
    world.idle().await;
    let made = refunds_at_stripe(&world).await;
    assert_eq!((made.len(), sum(&made)), (1, 3490));
    assert_eq!(world.count("select count(*) from refund").await, 1);
    for kind in ["refund_requested", "refund_succeeded"] {
        assert_eq!(world.events(kind).await, 1, "{kind}");
    }
    assert_eq!(world.mails_about("refunded").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_click_in_two_browsers_refunds_once_and_tells_the_second(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, id, ana) = paid(&world).await;
    let (ion, _) = world.person(Role::Admin).await;
    let seen = Some(world.load(&number).await.version);
    let (first, second) = (wanted(Some(1000), "ana's", seen), wanted(Some(1000), "ion's", seen));
    let (first, second) = tokio::join!(
        payment::refund(&world.shop, &ana, id, &first),
        payment::refund(&world.shop, &ion, id, &second)
    );
    let lost = [&first, &second].into_iter().filter(|asked| matches!(asked, Err(Fault::Conflict(_)))).count();
    assert_eq!((lost, first.is_ok() || second.is_ok()), (1, true), "{first:?} {second:?}");
    payment_becomes(&world, &number, PaymentStatus::PartiallyRefunded).await;
    world.idle().await;
    assert_eq!(sum(&refunds_at_stripe(&world).await), 1000);
}

/// Whatever happens to the answer, one refund is made and booked once.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_lost_answer_is_found_and_not_repeated(pool: PgPool) {
    let world = World::start(pool).await;
    for fault in ["api_drop_reply", "api_5xx_after", "api_5xx", "api_timeout"] {
        let (number, id, ana) = paid(&world).await;
        world.faults(json!({ "only": "POST /v1/refunds", fault: 1 })).await;
        payment::refund(&world.shop, &ana, id, &wanted(None, fault, None)).await.unwrap();
        world.hurry_until(&number, |order| order.state.payment == PaymentStatus::Refunded).await;
        world.idle().await;
        let intent: String = sqlx::query_scalar("select payment_intent from payment where order_id = $1")
            .bind(id.0)
            .fetch_one(&world.shop.pool)
            .await
            .unwrap();
        let made = refunds_at_stripe(&world).await;
        let ours = made.iter().filter(|refund| refund["payment_intent"] == intent.as_str()).count();
        assert_eq!(ours, 1, "{fault}");
        world.faults(json!({ "only": null, fault: 0 })).await;
    }
    assert_eq!(world.events("refund_succeeded").await, 4);
    assert_eq!(world.count("select count(*) from refund where status = 'succeeded'").await, 4);
}

/// Stripe forgets idempotency keys after a day: then only its list says that the refund was made, so it is asked first, always.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_lost_answer_is_found_even_when_its_key_is_forgotten(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (number, page) = world.order(|_| ()).await;
    world.pay(&page).await;
    world.idle().await;
    let (id, (ana, _)) = (world.id(&number).await, world.person(Role::Admin).await);
    let refund = payment::refund(&world.shop, &ana, id, &wanted(Some(700), "lost", None)).await.unwrap();
    world.faults(json!({ "only": "POST /v1/refunds", "api_drop_reply": 1 })).await;
    SendRefund { refund }.run(&world.shop, 1).await;
    assert_eq!(refunds_at_stripe(&world).await.len(), 1, "made, and nobody heard of it");
    world.control("/_control/stripe/keys/forget", json!({})).await;
    SendRefund { refund }.run(&world.shop, 2).await;
    world.idle().await;
    let made = refunds_at_stripe(&world).await;
    assert_eq!((made.len(), sum(&made)), (1, 700));
    assert_eq!(world.count("select count(*) from refund where status = 'succeeded'").await, 1);
}

/// The index behind the order's lock: who comes without the lock is stopped by it.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn one_request_is_one_row_even_for_who_holds_no_lock(pool: PgPool) {
    let world = World::start(pool).await;
    let (_, order, _) = paid(&world).await;
    let mut conn = world.shop.pool.acquire().await.unwrap();
    let payment = payment::store::of_order(&mut conn, order).await.unwrap();
    let mut written = Vec::new();
    for _ in 0..2 {
        let new = payment::refund_store::NewRefund {
            id: domain::ids::RefundId::new(),
            payment: payment.id,
            order,
            amount: 1,
            currency: "EUR",
            reason: "duplicate",
            note: None,
            request_key: "same",
            all_left: None,
            source: Source::Staff,
            actor: None,
        };
        let now = world.shop.clock.now();
        written.push(payment::refund_store::insert(&mut conn, &new, now).await.unwrap());
    }
    assert_eq!(written, [true, false]);
}

/// Both look at Stripe's list before either has made the refund: only the idempotency key stands between them.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn two_workers_with_one_refund_make_one(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, id, ana) = paid(&world).await;
    world.faults(json!({ "only": "POST /v1/refunds", "api_delay_ms": 400 })).await;
    let refund = payment::refund(&world.shop, &ana, id, &wanted(Some(700), "once", None)).await.unwrap();
    let mut conn = world.shop.pool.acquire().await.unwrap();
    for _ in 0..3 {
        queue::enqueue(&mut conn, &SendRefund { refund }).await.unwrap();
    }
    world.shop.bell.work_waits();
    world.hurry_until(&number, |order| order.state.payment == PaymentStatus::PartiallyRefunded).await;
    world.idle().await;
    let made = refunds_at_stripe(&world).await;
    assert_eq!((made.len(), sum(&made)), (1, 700));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn thirty_two_clients_never_get_back_more_than_was_paid(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, id, ana) = paid(&world).await;
    let mut random = StdRng::seed_from_u64(3);
    let requests: Vec<_> =
        (0..32).map(|i| wanted(Some(random.random_range(100..900)), &format!("client-{i}"), None)).collect();
    let asked =
        join_all(requests.iter().map(|request| payment::refund(&world.shop, &ana, id, request))).await;
    let granted: i64 =
        asked.iter().zip(&requests).filter(|(asked, _)| asked.is_ok()).filter_map(|(_, r)| r.amount).sum();
    for refused in asked.iter().filter_map(|asked| asked.as_ref().err()) {
        let expected =
            matches!(refused, Fault::Refused(Reason::TooMuchToRefund { .. } | Reason::NothingToRefund));
        assert!(expected, "{refused:?}");
    }
    assert!(granted <= 3490 && granted > 3490 - 900, "{granted}");
    world.idle().await;
    assert_eq!(sum(&refunds_at_stripe(&world).await), granted);
    assert_eq!(world.count("select reserved from payment").await, granted);
    let rest = wanted(None, "the rest", None);
    if granted < 3490 {
        payment::refund(&world.shop, &ana, id, &rest).await.unwrap();
    }
    payment_becomes(&world, &number, PaymentStatus::Refunded).await;
    world.idle().await;
    assert_eq!(sum(&refunds_at_stripe(&world).await), 3490);
    let more = payment::refund(&world.shop, &ana, id, &wanted(Some(1), "more", None)).await;
    assert!(matches!(more, Err(Fault::Refused(Reason::NothingToRefund))), "{more:?}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn amounts_that_are_none_are_refused(pool: PgPool) {
    let world = World::start(pool).await;
    let (_, id, ana) = paid(&world).await;
    for amount in [0, -5, i64::MIN] {
        let refused = payment::refund(&world.shop, &ana, id, &wanted(Some(amount), "x", None)).await;
        assert!(matches!(refused, Err(Fault::Refused(Reason::NoAmount))), "{refused:?}");
    }
    let refused = payment::refund(&world.shop, &ana, id, &wanted(Some(i64::MAX), "x", None)).await;
    assert!(matches!(refused, Err(Fault::Refused(Reason::TooMuchToRefund { .. }))), "{refused:?}");
    let (unpaid, _) = world.order(|_| ()).await;
    let unpaid = world.id(&unpaid).await;
    let refused = payment::refund(&world.shop, &ana, unpaid, &wanted(None, "x", None)).await;
    assert!(matches!(refused, Err(Fault::Refused(Reason::NothingToRefund))), "{refused:?}");
    assert_eq!(world.count("select count(*) from refund").await, 0);
}

/// Made in Stripe's dashboard: it appears by itself, once, and counts against what can still go back.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_refund_from_the_dashboard_appears_once(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, id, ana) = paid(&world).await;
    world.faults(json!({ "duplicate": 2, "reorder": true })).await;
    let intent = world.intent(id).await;
    world.control("/_control/stripe/refunds", json!({ "payment_intent": intent, "amount": 3000 })).await;
    payment_becomes(&world, &number, PaymentStatus::PartiallyRefunded).await;
    world.idle().await;
    assert_eq!(world.count("select count(*) from refund where source = 'stripe'").await, 1);
    assert_eq!(world.events("refund_succeeded").await, 1);
    let refused = payment::refund(&world.shop, &ana, id, &wanted(Some(491), "too much", None)).await;
    assert!(matches!(refused, Err(Fault::Refused(Reason::TooMuchToRefund { .. }))), "{refused:?}");
    payment::refund(&world.shop, &ana, id, &wanted(Some(490), "the rest", None)).await.unwrap();
    payment_becomes(&world, &number, PaymentStatus::Refunded).await;
}

/// Kronur have no decimals; Stripe counts hundredths of them, which are always 00.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn stripes_own_minor_units_end_at_its_border(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|order| order["currency"] = "isk".into()).await;
    let (id, (ana, _)) = (world.id(&number).await, world.person(Role::Admin).await);
    payment::refund(&world.shop, &ana, id, &wanted(Some(1000), "dialog", None)).await.unwrap();
    payment_becomes(&world, &number, PaymentStatus::PartiallyRefunded).await;
    world.idle().await;
    let made = refunds_at_stripe(&world).await;
    assert_eq!((made.len(), sum(&made)), (1, 100_000));
    // From the dashboard: whole kronur are booked; what is none is not rounded, and a person is told.
    let intent = world.intent(id).await;
    for amount in [50_000, 150] {
        let refund = json!({ "payment_intent": intent, "amount": amount });
        world.control("/_control/stripe/refunds", refund).await;
        world.idle().await;
    }
    assert_eq!(world.count("select sum(amount)::bigint from refund where status = 'succeeded'").await, 1500);
    assert_eq!(world.count("select reserved from payment").await, 1500);
    let open = "select count(*) from alert where kind = 'payment_mismatch' and cleared_at is null";
    assert_eq!(world.count(open).await, 1);
    let dispute = json!({ "payment_intent": intent, "amount": 199_000 });
    world.control("/_control/stripe/disputes", dispute).await;
    payment_becomes(&world, &number, PaymentStatus::Disputed).await;
    assert_eq!(world.count("select amount from dispute").await, 1990);
    // What Stripe cannot take as it is, is not asked of it.
    for (currency, amount) in [("KWD", 1455), ("MGA", 1450)] {
        let order = body(|order| {
            order["currency"] = currency.into();
            order["items"][0]["unitAmount"] = amount.into();
        });
        let refused = world.create(currency, &order).await;
        assert_eq!(refused.status(), 422);
        let said: Value = refused.json().await.unwrap();
        assert!(said["detail"].as_str().unwrap().contains("in steps of"), "{said}");
    }
    assert_eq!(world.count("select count(*) from orders").await, 1);
}

/// A refund that succeeded fails later: the money can be refunded anew, and staff are told.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_refund_that_fails_after_success_is_taken_back_in_the_books(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, id, ana) = paid(&world).await;
    payment::refund(&world.shop, &ana, id, &wanted(None, "first", None)).await.unwrap();
    payment_becomes(&world, &number, PaymentStatus::Refunded).await;
    let made = refunds_at_stripe(&world).await;
    let first = made[0]["id"].as_str().unwrap();
    world.control(&format!("/_control/stripe/refunds/{first}/fail"), json!({})).await;
    payment_becomes(&world, &number, PaymentStatus::Paid).await;
    world.idle().await;
    assert_eq!(world.events("refund_failed").await, 1);
    assert_eq!(
        world.count("select count(*) from alert where kind = 'refund_failed' and cleared_at is null").await,
        1
    );
    assert_eq!(world.count("select reserved from payment").await, 0);
    payment::refund(&world.shop, &ana, id, &wanted(None, "second", None)).await.unwrap();
    payment_becomes(&world, &number, PaymentStatus::Refunded).await;
    world.idle().await;
    assert_eq!(sum(&refunds_at_stripe(&world).await), 3490);
}

/// Said to be called off and then to have failed, a refund sets its amount free once: what another one has set aside stays so.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_came_to_nothing_in_two_words_is_set_free_once(pool: PgPool) {
    let world = World::start(pool).await;
    let (_, id, _) = paid(&world).await;
    let (intent, now) = (world.intent(id).await, world.shop.clock.now());
    for (name, status) in [
        ("re_a", RefundStatus::Pending),
        ("re_b", RefundStatus::Pending),
        ("re_b", RefundStatus::Canceled),
        ("re_b", RefundStatus::Failed),
    ] {
        let news = RefundNews {
            provider_id: name.to_owned(),
            ours: None,
            payment_intent: intent.clone(),
            amount: Some(1000),
            status,
            failure: None,
            source: Source::Stripe,
            at: now,
        };
        let mut tx = world.shop.pool.begin().await.unwrap();
        payment::hear_refund(&mut tx, &news, now).await.unwrap();
        tx.commit().await.unwrap();
    }
    assert_eq!(world.count("select reserved from payment").await, 1000);
    assert_eq!(world.events("refund_failed").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_dispute_alerts_staff_until_it_is_over(pool: PgPool) {
    let world = World::start(pool).await;
    let (number, id, _) = paid(&world).await;
    let intent = world.intent(id).await;
    let opened = world.control("/_control/stripe/disputes", json!({ "payment_intent": intent })).await;
    payment_becomes(&world, &number, PaymentStatus::Disputed).await;
    world.idle().await;
    let open = "select count(*) from alert where kind = 'dispute_opened' and cleared_at is null";
    assert_eq!(world.count(open).await, 1);
    let dispute = opened["id"].as_str().unwrap();
    world.control(&format!("/_control/stripe/disputes/{dispute}"), json!({ "status": "won" })).await;
    payment_becomes(&world, &number, PaymentStatus::Paid).await;
    world.idle().await;
    assert_eq!(world.count(open).await, 0);
}
