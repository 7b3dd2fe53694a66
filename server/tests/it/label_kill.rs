//! A real `clew work` gets SIGKILL at each step of a label, and another one finds what is left: never two paid labels.
//!
//! The test is the doorway and decides; the child does the work. No webhook arrives, so that nothing but looking can tell.

use std::{process::Stdio, time::Duration};

use domain::{
    ids::{LabelId, OrderId},
    order::Status,
    parcel::{self, LabelStatus, LabelWish},
    reconcile,
};
use serde_json::json;
use server::hold;
use sqlx::{ConnectOptions, PgPool};
use tokio::{
    io::{AsyncBufReadExt, BufReader},
    process::{Child, Command},
};

use crate::{label_world::*, support::World};

/// A worker process on the world's database and providers; held at a failpoint when one is named.
pub fn work(world: &World, hold_at: Option<&str>) -> Child {
    work_with(world, hold_at, &[])
}

/// The same with further settings.
pub fn work_with(world: &World, hold_at: Option<&str>, settings: &[(&str, String)]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_clew"));
    command
        .arg("work")
        .env_clear()
        .env("DATABASE_URL", world.shop.pool.connect_options().to_url_lossy().as_str())
        .env("CLEW_POOL", "4")
        .env("CLEW_WORKERS", "2")
        .env("CLEW_SECRET", "a secret of thirty-two characters")
        // What it makes for itself, its key for push messages, is not the checkout's.
        .env("CLEW_DATA", std::env::temp_dir().join(format!("clew-work-{}", std::process::id())))
        .env("STRIPE_SECRET_KEY", "sk_test_1")
        .env("STRIPE_API_BASE", &world.sandbox.http)
        .env("SHIPPO_TOKEN", "shippo_test_1")
        .env("SHIPPO_API_BASE", format!("{}/shippo", world.sandbox.http))
        .env("SMTP_URL", format!("smtp://{}", world.sandbox.smtp))
        .env("RUST_LOG", "error")
        .envs(settings.iter().map(|(name, value)| (name, value)))
        .stdout(Stdio::piped())
        .kill_on_drop(true);
    if let Some(place) = hold_at {
        command.env(hold::VARIABLE, place);
    }
    command.spawn().unwrap()
}

/// SIGKILL. What it was doing may be taken by the next: its lease runs out.
pub async fn kill(world: &World, mut child: Child) {
    child.kill().await.unwrap();
    leases_run_out(world).await;
}

/// A worker that dies just there.
pub async fn killed_at(world: &World, place: &str) {
    killed_with(world, place, &[]).await;
}

/// The same with further settings.
pub async fn killed_with(world: &World, place: &str, settings: &[(&str, String)]) {
    let mut child = work_with(world, Some(place), settings);
    let mut said = BufReader::new(child.stdout.take().unwrap()).lines();
    let reached = async {
        while let Some(line) = said.next_line().await.unwrap() {
            if line == format!("held at {place}") {
                return;
            }
            at_once(world).await;
        }
        panic!("the worker ended by itself");
    };
    tokio::time::timeout(Duration::from_secs(30), reached).await.expect("no job came there");
    kill(world, child).await;
}

/// Waits, with time passing for whatever snoozes, until a label is so.
async fn becomes_so(world: &World, id: LabelId, status: LabelStatus) {
    let wait = async {
        while label(world, id).await.status != status {
            at_once(world).await;
            world.shop.bell.work_waits();
            world.breathe().await;
        }
    };
    let so = tokio::time::timeout(Duration::from_secs(30), wait).await;
    assert!(so.is_ok(), "{status:?} expected: {:?}", label(world, id).await);
}

/// The jobs of labels are over, or what is left only waits for a later look.
async fn nothing_more(world: &World) {
    let wait = async {
        for _ in 0..3 {
            at_once(world).await;
            world.shop.bell.work_waits();
            let due =
                "select count(*) from job where not dead and (lease_until is not null or run_at <= now())";
            while world.count(due).await > 0 {
                world.breathe().await;
            }
        }
    };
    tokio::time::timeout(Duration::from_secs(30), wait).await.expect("the worker does not come to rest");
}

async fn wanted(world: &World) -> (OrderId, LabelId) {
    let (_, id, ana) = paid(world).await;
    (id, parcel::buy_label(&world.shop, &ana, id, &LabelWish::default()).await.unwrap())
}

/// So long ago that nobody takes a call for one that is still being made.
async fn called_long_ago(world: &World, id: LabelId) {
    sqlx::query("update label set called_at = called_at - interval '1 minute' where id = $1")
        .bind(id.0)
        .execute(&world.shop.pool)
        .await
        .unwrap();
}

async fn no_webhooks(world: &World) {
    world.faults(json!({ "shippo": { "drop": 1000 } })).await;
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_process_killed_at_any_step_of_a_label_buys_no_second_one(pool: PgPool) {
    let world = World::without_worker(pool).await;
    no_webhooks(&world).await;
    // What is looked for after a death between call and record dies once more while it looks.
    let places: [(&[&str], usize); 5] = [
        (&["label.intended"], 1),
        (&["label.calling"], 0),
        (&["label.called"], 1),
        (&["label.called", "label.found"], 1),
        (&["label.recorded"], 1),
    ];
    for (places, bought) in places {
        let before = purchases(&world).await.len();
        let (order, id) = wanted(&world).await;
        for place in places {
            killed_at(&world, place).await;
        }
        called_long_ago(&world, id).await;
        let child = work(&world, None);
        let end = if bought == 1 { LabelStatus::Bought } else { LabelStatus::Unknown };
        becomes_so(&world, id, end).await;
        nothing_more(&world).await;
        assert_eq!(label(&world, id).await.status, end, "{places:?}");
        assert_eq!(purchases(&world).await.len() - before, bought, "{places:?}");
        let alarmed = if bought == 1 { vec![] } else { vec!["label_unknown".to_owned()] };
        assert_eq!(alarms(&world, order).await, alarmed, "{places:?}");
        if bought == 0 {
            // A quarter of an hour of certain absence: it was not bought, and a person may.
            sqlx::query("update label set missed_at = missed_at - interval '15 minutes' where id = $1")
                .bind(id.0)
                .execute(&world.shop.pool)
                .await
                .unwrap();
            becomes_so(&world, id, LabelStatus::Refused).await;
            assert_eq!(purchases(&world).await.len() - before, 0);
        }
        kill(&world, child).await;
    }
    assert_eq!(world.events("label_created").await, 4);
    assert_eq!(paid_labels(&world).await, 4);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn after_a_kill_an_unknown_label_is_resolved_by_reconciliation_and_never_bought_again(pool: PgPool) {
    let world = World::without_worker(pool).await;
    no_webhooks(&world).await;
    let (order, id) = wanted(&world).await;
    killed_at(&world, "label.called").await;
    // It is paid for, and whoever comes next can ask nobody.
    world.faults(json!({ "shippo": { "drop": 1000, "down": true } })).await;
    called_long_ago(&world, id).await;
    let child = work(&world, None);
    becomes_so(&world, id, LabelStatus::Unknown).await;
    assert_eq!(alarms(&world, order).await, ["label_unknown"]);
    kill(&world, child).await;
    // Its own job is lost as well, and an hour passes.
    sqlx::query("delete from job where name = 'buy_label'").execute(&world.shop.pool).await.unwrap();
    sqlx::query("update label set updated_at = updated_at - interval '1 hour'")
        .execute(&world.shop.pool)
        .await
        .unwrap();
    world.faults(json!({ "shippo": { "drop": 1000, "down": false } })).await;
    sqlx::query("update provider_health set open_until = now()").execute(&world.shop.pool).await.unwrap();
    let child = work(&world, None);
    nothing_more(&world).await;
    assert_eq!(reconcile::plan(&world.shop, 24 * 3600).await.unwrap().labels, 1);
    becomes_so(&world, id, LabelStatus::Bought).await;
    nothing_more(&world).await;
    assert_eq!((purchases(&world).await.len(), world.events("label_created").await), (1, 1));
    assert!(alarms(&world, order).await.is_empty());
    kill(&world, child).await;
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_process_killed_while_giving_a_label_back_asks_for_it_once(pool: PgPool) {
    let world = World::without_worker(pool).await;
    for (count, place) in (1..).zip(["void.voiding", "void.called"]) {
        let (number, _, ana, id) = labelled(&world).await;
        assert_eq!(world.load(&number).await.state.status, Status::Processing);
        no_webhooks(&world).await;
        parcel::void_label(&world.shop, &ana, id).await.unwrap();
        killed_at(&world, place).await;
        let child = work(&world, None);
        becomes_so(&world, id, LabelStatus::Voided).await;
        nothing_more(&world).await;
        kill(&world, child).await;
        world.faults(json!({ "shippo": { "drop": 0 } })).await;
        assert_eq!(voids(&world).await, count, "{place}");
    }
    assert_eq!((purchases(&world).await.len(), paid_labels(&world).await), (2, 0));
}

/// How many times the carrier was asked to take a label back.
async fn voids(world: &World) -> usize {
    let url = format!("{}/shippo/refunds/", world.sandbox.http);
    let request = world.http.get(url).header("authorization", "ShippoToken shippo_test_1");
    let all: serde_json::Value = request.send().await.unwrap().json().await.unwrap();
    all["results"].as_array().unwrap().len()
}
