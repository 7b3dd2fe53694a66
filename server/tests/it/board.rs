//! The board and the kitchen's wall: what stands where, and that the server decides where a card may go.

use std::collections::HashMap;

use domain::{
    Fault, Language, Reason,
    board::{self, Heat},
    ids::OrderId,
    staff::Role,
};
use sqlx::PgPool;

use crate::{bulk_world::stand, staff_pages::Browser, support::World};

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn columns_are_stages_with_the_latest_first_and_long_ones_in_parts(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 120, "new").await;
    stand(&world, 2, "in_production").await;
    sqlx::query("update orders set due_at = now() - interval '1 hour', late_at = now() - interval '2 hours' where number = '0000000007'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    let seen = board::board(&world.shop, "", &HashMap::new(), Language::En).await.unwrap();
    assert_eq!(seen.workflow, "print-factory", "the busiest");
    let stages: Vec<_> =
        seen.columns.iter().map(|column| (column.stage.as_str(), column.count, column.cards.len())).collect();
    assert_eq!(stages, [("new", 120, 50), ("in_production", 2, 2), ("shipped", 0, 0), ("delivered", 0, 0)]);
    assert_eq!((seen.columns[0].cards[0].number.as_str(), seen.columns[0].more), ("00000-00007", Some(100)));
    let show = HashMap::from([("new".to_owned(), 150)]);
    let more = board::board(&world.shop, "print-factory", &show, Language::En).await.unwrap();
    assert_eq!((more.columns[0].cards.len(), more.columns[0].more), (120, None));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_column_of_what_is_over_shows_the_newest(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 14, "delivered").await;
    let over =
        |board: board::Board| board.columns.into_iter().find(|column| column.stage == "delivered").unwrap();
    let seen = over(board::board(&world.shop, "print-factory", &HashMap::new(), Language::En).await.unwrap());
    assert_eq!((seen.count, seen.cards.len(), seen.more), (14, 10, Some(60)));
    assert_eq!(seen.cards[0].number, "00000-00001", "placed last");
    let show = HashMap::from([("delivered".to_owned(), 60)]);
    let all = over(board::board(&world.shop, "print-factory", &show, Language::En).await.unwrap());
    assert_eq!((all.cards.len(), all.more), (14, None));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_server_decides_where_a_card_may_go(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 1, "new").await;
    let id: uuid::Uuid =
        sqlx::query_scalar("select id from orders").fetch_one(&world.shop.pool).await.unwrap();
    let id = OrderId(id);
    let far = board::move_card(&world.shop, &ana, id, "delivered", 2).await;
    assert!(matches!(far, Err(Fault::Refused(Reason::NoArrow { .. }))), "{far:?}");
    board::move_card(&world.shop, &ana, id, "in_production", 2).await.unwrap();
    let stale = board::move_card(&world.shop, &ana, id, "shipped", 2).await;
    assert!(matches!(stale, Err(Fault::Conflict(_))), "{stale:?}");
    board::move_card(&world.shop, &ana, id, "new", 3).await.unwrap();
    let none = board::recall_card(&world.shop, &ana, id, 4).await;
    assert!(matches!(none, Err(Fault::Refused(Reason::NoRecall))), "{none:?}");
    let (eva, _) = world.person(Role::Viewer).await;
    let low = board::move_card(&world.shop, &eva, id, "in_production", 4).await;
    assert!(matches!(low, Err(Fault::Refused(Reason::RoleTooLow))), "{low:?}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_card_is_moved_without_javascript_and_a_refusal_is_said(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 1, "new").await;
    let id: uuid::Uuid =
        sqlx::query_scalar("select id from orders").fetch_one(&world.shop.pool).await.unwrap();
    let id = id.to_string();
    let ana = Browser::of(&world, Role::Operator).await;
    let here = "/admin/board?workflow=print-factory";
    let (status, page) = ana.page(here).await;
    assert!(
        status == 200 && page.contains("00000-00001") && page.contains("action=\"/admin/fn/move_card\""),
        "{page}"
    );
    let form = |stage: &'static str| [("id", id.as_str()), ("stage", stage), ("version", "2")];
    let to = ana.post(here, "move_card", &form("delivered")).await;
    let (_, page) = ana.page(to.strip_prefix(&world.url).unwrap_or(&to)).await;
    assert!(page.contains("outcome-bad") && page.contains("New"), "{page}");
    let to = ana.post(here, "move_card", &form("in_production")).await;
    assert!(to.contains("workflow=print-factory"), "back to this board: {to}");
    assert_eq!(world.count("select count(*) from orders where stage = 'in_production'").await, 1);
    let (_, page) = Browser::of(&world, Role::Viewer).await.page(here).await;
    assert!(page.contains("00000-00001") && !page.contains("/admin/fn/move_card"), "who looks moves nothing");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_wall_shows_the_oldest_first_how_hot_it_is_and_calls_back(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    stand(&world, 3, "new").await;
    for sql in [
        "update orders set location = 'Cocina Sol', stage_at = now() - interval '1 minute'",
        "update orders set stage_at = now() - interval '13 hours' where number = '0000000002'",
        "update orders set stage_at = now() - interval '25 hours' where number = '0000000003'",
        "insert into order_item (order_id, position, name, quantity, unit_amount, options)
             select id, 1, 'Croquetas', 6, 100, '{\"spice\": \"none\"}' from orders",
    ] {
        sqlx::query(sql).execute(&world.shop.pool).await.unwrap();
    }
    let wall = board::kitchen(&world.shop, "Cocina Sol", Language::En).await.unwrap();
    let seen: Vec<_> = wall.tickets.iter().map(|ticket| (ticket.call.as_str(), ticket.heat)).collect();
    assert_eq!(seen, [("00003", Heat::Hot), ("00002", Heat::Warm), ("00001", Heat::Fresh)]);
    assert_eq!(wall.tickets[0].items, [(6, "Croquetas".to_owned(), "none".to_owned())]);
    assert!(wall.last.is_empty());
    let first = &wall.tickets[0].card;
    board::move_card(&world.shop, &ana, first.id, &first.moves[0].stage, first.version).await.unwrap();
    let wall = board::kitchen(&world.shop, "Cocina Sol", Language::En).await.unwrap();
    assert_eq!(wall.last[0].number, "00000-00003");
    board::recall_card(&world.shop, &ana, wall.last[0].id, wall.last[0].version).await.unwrap();
    let again = world.count("select count(*) from orders where stage = 'new'").await;
    assert_eq!(again, 3);
    let (status, page) = Browser::of(&world, Role::Operator).await.page("/admin/kitchen/Cocina%20Sol").await;
    assert!(status == 200 && page.contains("Croquetas") && page.contains("ticket warm"), "{page}");
    let (status, page) = Browser::of(&world, Role::Viewer).await.page("/admin/kitchen/Nowhere").await;
    assert!(status == 200 && page.contains("Nothing to make."), "{page}");
}
