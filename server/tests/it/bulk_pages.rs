//! Bulk changes as documents, without a line of JavaScript: from the list to the outcome and back.

use std::{sync::Arc, time::Duration};

use domain::{
    Shop,
    bulk::RunBulk,
    failpoint::Failpoints,
    queue::{self, Job},
    staff::Role,
};
use reqwest::header;
use sqlx::PgPool;
use tokio::sync::{Semaphore, mpsc};

use crate::{bulk_world::stand, staff_pages::Browser, support::World};

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn many_orders_are_changed_and_undone_without_javascript(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 60, "in_production").await;
    sqlx::query("update orders set customer_name = '=cmd|calc' where number = '0000000001'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    stand(&world, 3, "new").await;
    let ana = Browser::of(&world, Role::Operator).await;
    let (_, list) = ana.page("/admin/orders?q=Ana").await;
    assert!(
        list.contains("name=\"all\"")
            && list.contains("action=\"/admin/bulk\"")
            && list.contains("name=\"q\" value=\"Ana\"")
    );
    let (status, choice) = ana.page("/admin/bulk?all=1").await;
    assert_eq!(status, 200);
    assert!(
        choice.contains("63 orders are selected.") && choice.contains("action=\"/admin/fn/preview_bulk\""),
        "{choice}"
    );
    let form = [("all", "true"), ("orders", ""), ("action", "move"), ("stage", "shipped")];
    let page = ana.post("/admin/bulk?all=1", "preview_bulk", &form).await;
    let id = page.strip_prefix("/admin/bulk/").expect("its own page").to_owned();
    let (_, preview) = ana.page(&page).await;
    assert!(
        preview.contains("Preview: nothing has changed yet.") && preview.contains("Change 60 orders"),
        "{preview}"
    );
    assert!(preview.contains("00000-00061"), "an example of those that are refused");
    ana.post(&page, "start_bulk", &[("id", &id)]).await;
    queue::drain(&world.shop).await.unwrap();
    let (_, done) = ana.page(&page).await;
    assert!(
        done.contains("Done.")
            && done.contains("60 messages to customers wait.")
            && done.contains("10 minutes left"),
        "{done}"
    );
    let csv = csv(&world, &ana, &id).await.1;
    let lines: Vec<_> = csv.lines().collect();
    assert_eq!(lines.len(), 64);
    assert!(
        lines[1].starts_with("00000-0006") && lines[1].contains("refused"),
        "failures first: {}",
        lines[1]
    );
    assert!(csv.contains("'=cmd|calc"), "no spreadsheet takes a name for a formula");
    ana.post(&page, "undo_bulk", &[("id", &id)]).await;
    queue::drain(&world.shop).await.unwrap();
    let (_, undone) = ana.page(&page).await;
    assert!(
        undone.contains("60 orders stand where they stood before.") && !undone.contains("undo_bulk"),
        "{undone}"
    );
}

async fn csv(world: &World, who: &Browser<'_>, id: &str) -> (u16, String) {
    let request = world.http.get(format!("{}/admin/bulk/{id}/outcome.csv", world.url));
    let answer = request.header(header::COOKIE, &who.cookie).send().await.unwrap();
    (answer.status().as_u16(), answer.text().await.unwrap())
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn who_only_looks_changes_nothing_in_bulk(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 2, "new").await;
    let viewer = Browser::of(&world, Role::Viewer).await;
    let (_, list) = viewer.page("/admin/orders").await;
    assert!(!list.contains("action=\"/admin/bulk\"") && !list.contains("type=\"checkbox\" name=\"order\""));
    assert_eq!(viewer.page("/admin/bulk?all=1").await.0, 403);
    let ana = Browser::of(&world, Role::Operator).await;
    let form = [("all", "true"), ("action", "move"), ("stage", "in_production")];
    let page = ana.post("/admin/bulk?all=1", "preview_bulk", &form).await;
    let id = page.rsplit('/').next().unwrap().to_owned();
    assert_eq!(viewer.page(&page).await.0, 403);
    assert_eq!(csv(&world, &viewer, &id).await.0, 403);
    // Who looked at it starts it; a colleague looks for themselves.
    let (_, seen) = Browser::of(&world, Role::Admin).await.page(&page).await;
    assert!(!seen.contains("start_bulk"));
}

/// Reads a stream until it says that something changed.
async fn told(stream: &mut reqwest::Response) {
    let heard = async {
        let mut said = String::new();
        while !said.contains("event: anything") {
            let bytes = stream.chunk().await.unwrap().expect("the stream goes on");
            said.push_str(std::str::from_utf8(&bytes).unwrap());
        }
    };
    tokio::time::timeout(Duration::from_secs(10), heard).await.expect("the stream says nothing");
}

/// The job is held after each chunk, so that every number the page shows is one of the middle.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_change_that_runs_tells_how_far_it_is_chunk_by_chunk(pool: PgPool) {
    let world = World::without_worker(pool).await;
    stand(&world, 1_200, "in_production").await;
    let ana = Browser::of(&world, Role::Operator).await;
    let form = [("all", "true"), ("orders", ""), ("action", "move"), ("stage", "shipped")];
    let page = ana.post("/admin/bulk?all=1", "preview_bulk", &form).await;
    let id = page.strip_prefix("/admin/bulk/").expect("its own page").to_owned();
    ana.post(&page, "start_bulk", &[("id", &id)]).await;
    let progress = |done: i32| format!("{done} / 1200");
    assert!(ana.page(&page).await.1.contains(&progress(0)), "begun, and nothing done yet");

    let request = world.http.get(format!("{}/admin/live", world.url)).header(header::COOKIE, &ana.cookie);
    let mut live = request.send().await.unwrap();
    told(&mut live).await;

    let (reached, mut reach) = mpsc::unbounded_channel();
    let go = Arc::new(Semaphore::new(0));
    let gate = go.clone();
    let hook = move |place| {
        let (reached, gate) = (reached.clone(), gate.clone());
        async move {
            assert_eq!(place, "bulk-chunk");
            reached.send(()).unwrap();
            gate.acquire().await.unwrap().forget();
        }
    };
    let shop = Shop { failpoints: Failpoints::with(hook), ..world.shop.clone() };
    let bulk = id.parse().unwrap();
    let job = tokio::spawn(async move { RunBulk { bulk }.run(&shop, 1).await });
    for done in [500, 1_000, 1_200] {
        reach.recv().await.expect("a chunk is done");
        told(&mut live).await;
        let (_, shown) = ana.page(&page).await;
        assert!(
            shown.contains("Being done…") && shown.contains("<progress") && shown.contains(&progress(done)),
            "{done}: {shown}"
        );
        go.add_permits(1);
    }
    go.add_permits(1);
    job.await.unwrap();
    told(&mut live).await;
    let (_, done) = ana.page(&page).await;
    assert!(done.contains("Done.") && !done.contains("<progress"), "{done}");
}
