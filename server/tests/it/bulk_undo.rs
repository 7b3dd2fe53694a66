//! A bulk move taken back takes back what entering the stage itself had caused, and nothing else.

use domain::{
    Language,
    alert::{AlertKind, store as alerts},
    event::Kind,
    ids::OrderId,
    order::{self, Priority},
    staff::Role,
    workflow::{self, Action, store},
};
use serde_json::json;
use sqlx::PgPool;

use crate::{
    bulk_world::{TORN, everything, look, run, stand, to, undo},
    support::World,
};

/// The print factory's second stage asks for a label and holds what enters it.
async fn asks_and_holds(world: &World) {
    let (boss, _) = world.person(Role::Admin).await;
    let newest =
        store::newest(&mut world.shop.pool.acquire().await.unwrap(), "print-factory").await.unwrap().unwrap();
    let mut definition = newest.definition;
    definition.stages[1].on_entry = vec![Action::AskLabel, Action::Hold];
    workflow::save(&world.shop, &boss, "print-factory", &definition, newest.version).await.unwrap();
    sqlx::query("delete from workflow where key = 'print-factory' and version = 1")
        .execute(&world.shop.pool)
        .await
        .unwrap();
}

const ALARMS: &str = "select count(*) from alert where kind = 'label_wanted' and cleared_at is null";

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_undone_move_leaves_no_alarm_and_no_hold_of_its_own(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    asks_and_holds(&world).await;
    stand(&world, 6, "new").await;
    sqlx::query("update orders set priority = 'rush' where number = (select min(number) from orders)")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    let ids: Vec<uuid::Uuid> = sqlx::query_scalar("select id from orders order by number")
        .fetch_all(&world.shop.pool)
        .await
        .unwrap();
    // Two were asked for a label before: that is not the move's doing.
    let mut conn = world.shop.pool.acquire().await.unwrap();
    for id in &ids[..2] {
        let now = world.shop.clock.now();
        alerts::raise(&mut conn, OrderId(*id), AlertKind::LabelWanted, json!({}), now).await.unwrap();
    }
    let before: Vec<(uuid::Uuid, String, Option<String>)> =
        sqlx::query_as("select id, priority::text, attention from orders order by number")
            .fetch_all(&world.shop.pool)
            .await
            .unwrap();

    let id = look(&world, &ana, &everything(), &to("in_production")).await;
    assert_eq!(run(&world, &ana, id).await.outcome.changed, 6);
    assert_eq!(world.count(ALARMS).await, 6);
    assert_eq!(
        world.count("select count(*) from orders where priority = 'hold' and held_at is not null").await,
        6
    );

    let page = undo(&world, &ana, id).await;
    assert_eq!(page.undone.changed, 6, "{:?}", page.kept);
    let after: Vec<(uuid::Uuid, String, Option<String>)> =
        sqlx::query_as("select id, priority::text, attention from orders order by number")
            .fetch_all(&world.shop.pool)
            .await
            .unwrap();
    assert_eq!(after, before, "as urgent as it was, and only the alarms that were there");
    assert_eq!(world.count(ALARMS).await, 2);
    assert_eq!(
        world.count("select count(*) from orders where held_at is not null or held_from is not null").await,
        0
    );
    assert_eq!(
        world
            .count("select count(*) from alert where cleared_at is not null and cleared_by = 'Operator'")
            .await,
        4
    );
    assert_eq!(world.count(TORN).await, 0);

    // The history says so, in one event.
    let number = world.number(OrderId(ids[5])).await;
    let page = order::page(&world.shop, &number, Language::En).await.unwrap();
    let event = &page.events[0];
    assert_eq!(event.kind, Kind::BulkUndone);
    let detail = event.detail.clone().unwrap();
    for part in ["New", &Priority::Standard.say(Language::En), "wanted no more"] {
        assert!(detail.contains(part), "{part} in {detail}");
    }
    assert!(page.alerts.is_empty() && page.held.is_none());
}
