//! The demo's shop: every state an order can be in is there to be looked at, and each of its histories is whole.

use std::collections::BTreeMap;

use domain::{order::Status, queue};
use server::seed;
use sqlx::PgPool;

use crate::{bulk_world::TORN, support::World};

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn every_one_of_the_ten_statuses_occurs_in_the_demo(pool: PgPool) {
    let world = World::without_worker(pool).await;
    assert_eq!(seed::seed(&world.shop, seed::DEMO.orders).await.unwrap(), 300);
    let counts: Vec<(String, i64)> =
        sqlx::query_as("select status::text, count(*) from orders group by status")
            .fetch_all(&world.shop.pool)
            .await
            .unwrap();
    let counts: BTreeMap<_, _> = counts.into_iter().collect();
    for status in Status::ALL {
        let there = counts.get(status.as_str()).copied().unwrap_or(0);
        // More than one, so that none looks like an accident; the rare ones stay rare.
        assert!(there >= 2, "{status:?}: {counts:?}");
    }
    for rare in
        [Status::Cancelled, Status::Returned, Status::Delayed, Status::Exception, Status::OutForDelivery]
    {
        assert!(counts[rare.as_str()] <= 15, "{rare:?}: {counts:?}");
    }
    assert_eq!(world.count(TORN).await, 0);
    // Whoever called off or sent back has the money: the jobs of the demo's worker find nothing to ask a Stripe that knows of no payment.
    let others = "delete from job where name not in ('send_refund', 'watch_parcel')";
    sqlx::query(others).execute(&world.shop.pool).await.unwrap();
    queue::drain(&world.shop).await.unwrap();
    assert_eq!(world.count("select count(*) from job").await, 0);
    let back =
        "select count(*) from orders where status in ('cancelled', 'returned') and payment = 'refunded'";
    let gone = "select count(*) from orders where status in ('cancelled', 'returned')";
    assert_eq!(world.count(back).await, world.count(gone).await);
    // What is in trouble on its way calls for staff, as it would in a shop; a refund does not.
    let calls = "select count(*) from alert where kind = 'tracking_problem' and cleared_at is null
        and payload ->> 'alarm' = 'address_problem'";
    assert_eq!(world.count(calls).await, counts["exception"]);
    assert_eq!(world.count("select count(*) from alert where kind = 'refund_failed'").await, 0);
    // Their story is told: nobody asks the sandbox for another.
    let asked = "select count(*) from parcel_poll where next_look_at is not null or renew_at is not null";
    assert_eq!(world.count(asked).await, 0);
}
