//! What may be asked a day is kept in the database, and who is due is found by an index among a hundred thousand. That the plan itself keeps to
//! every quota is shown on a simulated clock in `domain/src/poll/budget_tests.rs`.

use domain::{
    poll::{Budgets, LINES, Round},
    tracking::TrackSource,
};
use serde_json::json;
use sqlx::PgPool;

use crate::poll_world::*;

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_spent_budget_is_spent_for_every_process_until_it_recovers(pool: PgPool) {
    let mut asking = Asking::start(pool).await;
    let budgets = Budgets::default();
    // Two a day, of which one at once.
    asking.shop.carriers.budgets = Budgets { correos: budgets.correos.with_day(2), ..budgets };
    let numbers = ["RR123456785ES", "RR123456776ES", "RR123456762ES"];
    for number in numbers {
        asking.parcel("correos", number, json!([{ "after": 0, "state": "picked_up" }])).await;
    }
    assert_eq!(asking.round(TrackSource::Correos).await, Round::Asked(1));
    let now = asking.shop.clock.now();
    let Round::Until(next) = asking.round(TrackSource::Correos).await else { panic!("nothing is left") };
    assert_eq!(now.minutes_until(next), 12 * 60);
    // Another process, started now, knows it too.
    let again = Asking { shop: domain::Shop { ..asking.shop.clone() }, ..asking };
    assert_eq!(again.round(TrackSource::Correos).await, Round::Until(next));
    again.shop.clock.set(next);
    assert_eq!(again.round(TrackSource::Correos).await, Round::Asked(1));
    let used = "select coalesce(sum(calls), 0)::bigint from poll_use where source = 'correos'";
    assert_eq!(again.world.count(used).await, 2);
    let moved = "select count(*) from parcel where tracking = 'transit'";
    assert_eq!(again.world.count(moved).await, 2);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn among_a_hundred_thousand_parcels_those_that_are_due_are_found_by_an_index(pool: PgPool) {
    let asking = Asking::start(pool).await;
    // As a batch of history: the rule for single rows need not run a hundred thousand times.
    let many = "with p as (
             insert into parcel (id, order_id, position, carrier, carrier_token, tracking_number, created_at)
             select gen_random_uuid(), $1, (n % 30000)::smallint, 'UPS', case n % 2 when 0 then 'ups' else 'fedex' end, 'N' || n, now()
             from generate_series(1, 100000) n returning id)
         select count(*) from p";
    sqlx::query("alter table parcel drop constraint parcel_order_id_position_key")
        .execute(&asking.shop.pool)
        .await
        .unwrap();
    sqlx::query(many).bind(asking.id.0).execute(&asking.shop.pool).await.unwrap();
    assert_eq!(asking.world.count("select count(*) from parcel_poll").await, 100_000);
    for sql in [
        "update parcel_poll set every = (array[1500, 10800, 21600, 86400])[1 + abs(hashtext(parcel_id::text)) % 4],
             next_look_at = now() + (abs(hashtext(parcel_id::text)) % 86400 - 43200) * interval '1 second'",
        "vacuum analyze parcel_poll",
        "vacuum analyze parcel",
    ] {
        sqlx::query(sql).execute(&asking.shop.pool).await.unwrap();
    }
    let explain = concat!("explain ", include_str!("../../../domain/src/poll/due.sql"));
    let plan: Vec<String> = sqlx::query_scalar(explain)
        .bind(["fedex", "ups"])
        .bind(LINES)
        .bind(asking.shop.clock.now())
        .bind(30_i64)
        .fetch_all(&asking.shop.pool)
        .await
        .unwrap();
    let plan = plan.join("\n");
    assert!(plan.contains("Index Scan using parcel_poll_due"), "{plan}");
    assert!(!plan.contains("Seq Scan on parcel_poll") && !plan.contains("Seq Scan on parcel "), "{plan}");
    assert_eq!(asking.round(TrackSource::Fedex).await, Round::Asked(30));
}
