//! What the tests of bulk changes, boards and kept lists share: many orders at once, with histories as gapless as if they had been lived.

use domain::{
    bulk::{self, BulkPage, Selection, Wish},
    ids::BulkId,
    order::Filter,
    queue,
    staff::Person,
};

use crate::support::World;

/// Orders of the print factory that stand in a stage, each with an event per version.
pub async fn stand(world: &World, count: i32, stage: &str) {
    let (status, steps) = match stage {
        "new" => ("confirmed", 0),
        "in_production" => ("processing", 1),
        "shipped" => ("shipped", 2),
        _ => ("delivered", 3),
    };
    let sql = include_str!("stand.sql");
    let made = sqlx::query(sql).bind(count).bind(stage).bind(status).bind(steps);
    made.execute(&world.shop.pool).await.unwrap();
}

/// All orders there are.
pub fn everything() -> Selection {
    Selection::Matching(Box::default())
}

/// All that a filter shows.
pub fn matching(change: impl FnOnce(&mut Filter)) -> Selection {
    let mut filter = Filter::default();
    change(&mut filter);
    Selection::Matching(Box::new(filter))
}

pub fn to(stage: &str) -> Wish {
    Wish { action: "move".into(), stage: stage.into(), ..Wish::default() }
}

pub async fn look(world: &World, by: &Person, selection: &Selection, wish: &Wish) -> BulkId {
    bulk::preview(&world.shop, by, selection, wish).await.unwrap()
}

pub async fn see(world: &World, by: &Person, id: BulkId) -> BulkPage {
    bulk::page(&world.shop, by, id).await.unwrap()
}

/// Starts it and does its jobs; messages that wait stay waiting.
pub async fn run(world: &World, by: &Person, id: BulkId) -> BulkPage {
    bulk::start(&world.shop, by, id).await.unwrap();
    come_to_rest(world, by, id).await
}

pub async fn undo(world: &World, by: &Person, id: BulkId) -> BulkPage {
    bulk::undo(&world.shop, by, id).await.unwrap();
    come_to_rest(world, by, id).await
}

/// The jobs are done here, or by the world's own worker where it was faster.
async fn come_to_rest(world: &World, by: &Person, id: BulkId) -> BulkPage {
    let rests = async {
        loop {
            queue::drain(&world.shop).await.unwrap();
            let page = see(world, by, id).await;
            if !page.state.is_busy() {
                return page;
            }
            world.breathe().await;
        }
    };
    tokio::time::timeout(std::time::Duration::from_secs(180), rests).await.expect("a bulk change ends")
}

/// The time that messages wait passes.
pub async fn ten_minutes_pass(world: &World) {
    for sql in [
        "update notice set not_before = not_before - interval '20 minutes' where not_before is not null",
        "update bulk set held_until = held_until - interval '20 minutes'",
        "update job set run_at = run_at - interval '20 minutes'",
    ] {
        sqlx::query(sql).execute(&world.shop.pool).await.unwrap();
    }
    queue::drain(&world.shop).await.unwrap();
}

/// Orders whose history has a gap, or whose row is not what its last event says.
pub const TORN: &str = "select count(*) from orders o where o.version <> (select count(*) from event e where e.order_id = o.id)
    or o.version <> (select max(version) from event e where e.order_id = o.id)
    or o.status <> (select to_status from event e where e.order_id = o.id and e.version = o.version)
    or o.stage is distinct from (select stage from event e where e.order_id = o.id and e.version = o.version)";
