//! Money that goes back at Shopify, by one transaction or several: each stands for itself, in whatever order it is told.

use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    connected::{outcome, shopify, told},
    support::World,
};

/// A transaction of a refund: its id, how it stands, its amount.
type Part<'a> = (u64, &'a str, &'a str);

fn refund(id: u64, order: u64, parts: &[Part<'_>]) -> Value {
    let transaction = |(id, status, amount): &Part<'_>| json!({ "id": id, "kind": "refund", "status": status, "amount": amount, "currency": "EUR" });
    let transactions: Vec<Value> = parts.iter().map(transaction).collect();
    json!({ "id": id, "order_id": order, "created_at": "2026-12-01T09:00:00+01:00", "transactions": transactions })
}

async fn tell(world: &World, refund: &Value) {
    told(world, "shopify", "refunds/create", refund).await;
}

async fn paid(world: &World, order: u64) {
    told(world, "shopify", "orders/paid", &shopify(order, "paid", &[])).await;
}

/// What the books say of an order: how many refunds, what has gone back, what is set aside.
async fn books(world: &World, order: u64) -> (i64, i64, i64) {
    sqlx::query_as(
        "select count(r.id), coalesce(sum(r.amount) filter (where r.status = 'succeeded'), 0)::bigint, p.reserved
         from adoption a join payment p on p.order_id = a.order_id left join refund r on r.payment_id = p.id
         where a.origin_id = $1 group by p.id",
    )
    .bind(order.to_string())
    .fetch_one(&world.shop.pool)
    .await
    .unwrap()
}

const FAILED: &str = "select count(*) from alert where kind = 'refund_failed' and cleared_at is null";

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_failed_and_succeeds_after_all_has_gone_back_in_whatever_order_it_is_told(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let orders = [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]];
    for (order, turns) in (1_u64..).zip(orders) {
        paid(&world, order).await;
        for (turn, word) in (0_u64..).zip(turns.into_iter().chain(turns)) {
            let word = ["pending", "failure", "success"][word];
            let mut news = refund(70 + order, order, &[(179, word, "34.90")]);
            // Told again it is another body.
            news["turn"] = turn.into();
            tell(&world, &news).await;
        }
        assert_eq!(books(&world, order).await, (1, 3490, 3490), "{turns:?}");
    }
    assert_eq!((world.events("refund_succeeded").await, world.count(FAILED).await), (6, 0));
    // What has failed sets nothing aside when it is told late that it was under way, and is not in the way of the next one.
    paid(&world, 7).await;
    for word in ["failure", "pending"] {
        tell(&world, &refund(77, 7, &[(179, word, "34.90")])).await;
        assert_eq!(books(&world, 7).await, (1, 0, 0), "{word}");
    }
    tell(&world, &refund(78, 7, &[(180, "success", "34.90")])).await;
    assert_eq!(books(&world, 7).await, (2, 3490, 3490));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn of_a_refund_over_two_gateways_what_went_back_is_counted_and_no_more(pool: PgPool) {
    let world = World::without_worker(pool).await;
    paid(&world, 7).await;
    let card = (1, "success", "10.00");
    tell(&world, &refund(70, 7, &[card, (2, "pending", "24.90")])).await;
    assert_eq!((books(&world, 7).await, world.count(FAILED).await), ((2, 1000, 3490), 0));
    let failed = (2, "failure", "24.90");
    tell(&world, &refund(70, 7, &[card, failed])).await;
    assert_eq!((books(&world, 7).await, world.count(FAILED).await), ((2, 1000, 1000), 1));
    let again = (3, "success", "24.90");
    let snapshot = shopify(7, "refunded", &[refund(70, 7, &[card, failed, again])]);
    told(&world, "shopify", "orders/updated", &snapshot).await;
    assert_eq!(books(&world, 7).await, (3, 3490, 3490));
    // More than was paid is never booked, and a person is told.
    tell(&world, &refund(70, 7, &[card, failed, again, (4, "success", "0.01")])).await;
    assert_eq!(outcome(&world).await, ("failed".into(), "more went back there than was paid".into()));
    assert_eq!(books(&world, 7).await, (3, 3490, 3490));
}

/// As an earlier version kept a refund: whole, under its own id, which is the order's here.
async fn kept_whole(world: &World, order: u64, status: &str, amount: i64) {
    sqlx::query(
        "insert into refund (id, payment_id, order_id, amount, currency, reason, status, provider_id, request_key, source, created_at, updated_at)
         select gen_random_uuid(), p.id, p.order_id, $3, 'EUR', 'requested_by_customer', $2::refund_status, 'shopify:' || $1,
             'shopify:' || $1, 'api'::source, now(), now()
         from adoption a join payment p on p.order_id = a.order_id where a.origin_id = $1",
    )
    .bind(order.to_string())
    .bind(status)
    .bind(amount)
    .execute(&world.shop.pool)
    .await
    .unwrap();
    sqlx::query(
        "update payment p set reserved = p.reserved + r.amount from refund r
         where r.payment_id = p.id and r.status <> 'failed' and r.provider_id = 'shopify:' || $1",
    )
    .bind(order.to_string())
    .execute(&world.shop.pool)
    .await
    .unwrap();
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_refund_that_an_earlier_version_kept_whole_is_counted_once(pool: PgPool) {
    /// How it was kept, its sum, what Shopify tells of it, and what stands in the books then.
    type Case<'a> = (&'a str, i64, &'a [Part<'a>], (i64, i64, i64));
    let world = World::without_worker(pool).await;
    let (card, rest) = ((1, "success", "10.00"), (2, "success", "24.90"));
    let (all, rest_failed) = ((3, "success", "34.90"), (2, "failure", "24.90"));
    let cases: [Case<'_>; 6] = [
        ("succeeded", 3490, &[all], (1, 3490, 3490)),
        ("succeeded", 3490, &[card, rest], (2, 3490, 3490)),
        ("succeeded", 3490, &[card, rest_failed], (2, 1000, 1000)),
        ("succeeded", 3490, &[(1, "failure", "34.90"), all], (2, 3490, 3490)),
        ("pending", 3490, &[card, rest], (2, 3490, 3490)),
        ("failed", 3490, &[all], (1, 3490, 3490)),
    ];
    for (order, (status, amount, parts, end)) in (1_u64..).zip(cases) {
        paid(&world, order).await;
        kept_whole(&world, order, status, amount).await;
        let news = refund(order, order, parts);
        tell(&world, &news).await;
        assert_eq!(books(&world, order).await, end, "{order}");
        told(&world, "shopify", "orders/updated", &shopify(order, "partially_refunded", &[news])).await;
        assert_eq!(books(&world, order).await, end, "{order}, told again");
    }
    // The fifth and the sixth had not gone back when they were kept; of the others nobody is told a second time.
    assert_eq!((world.events("refund_succeeded").await, world.events("refund_failed").await), (3, 1));
    // What does not add up stays as it was, and a person is told.
    paid(&world, 7).await;
    kept_whole(&world, 7, "succeeded", 1001).await;
    tell(&world, &refund(7, 7, &[card, rest])).await;
    let why = "shopify:7 was written down as what no transactions of it come to";
    assert_eq!(outcome(&world).await, ("failed".into(), why.into()));
    assert_eq!(books(&world, 7).await, (1, 1001, 1001));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_day_on_which_money_was_sent_stays_however_often_it_is_told(pool: PgPool) {
    let world = World::without_worker(pool).await;
    paid(&world, 7).await;
    let back = refund(70, 7, &[(179, "success", "10.00")]);
    tell(&world, &back).await;
    sqlx::query("update refund set updated_at = '2026-12-01T08:00:00Z'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    told(&world, "shopify", "orders/updated", &shopify(7, "partially_refunded", &[back])).await;
    let then = "select count(*) from refund where updated_at = '2026-12-01T08:00:00Z'";
    assert_eq!(world.count(then).await, 1);
}
