//! A request with an `Idempotency-Key` is done once: sent many times at once, killed in between, sent again for a day.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use domain::{
    api_request::{self, Answer, Ask, Begun},
    failpoint::Failpoints,
};
use futures::future::join_all;
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::support::{API_KEY, World, body};

async fn put(world: &World, key: &str, on_hand: i64) -> reqwest::Response {
    let url = format!("{}/api/products/TEE-M", world.url);
    let request = world.http.put(url).bearer_auth(API_KEY).header("idempotency-key", key);
    request.json(&json!({ "name": "Tee, M", "onHand": on_hand })).send().await.unwrap()
}

/// As if whoever does it were not believed in any more.
async fn lease_runs_out(world: &World) {
    let over = "update api_request set lease_until = now() - interval '1 second' where answer is null";
    sqlx::query(over).execute(&world.shop.pool).await.unwrap();
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn twenty_at_once_have_one_effect_and_one_answer(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let order = body(|_| ());
    let mut answers = Vec::new();
    for answer in join_all((0..20).map(|_| world.create("twenty", &order))).await {
        match answer.status().as_u16() {
            201 => answers.push(answer.text().await.unwrap()),
            409 => {
                assert!(answer.headers().contains_key("retry-after"));
                let problem: Value = answer.json().await.unwrap();
                assert_eq!(problem["type"], "/problems/idempotency-key-in-use");
            }
            other => panic!("{other}"),
        }
    }
    let again = world.create("twenty", &order).await;
    assert_eq!(
        (again.status().as_u16(), again.headers()["idempotent-replayed"].to_str().unwrap()),
        (201, "true")
    );
    answers.push(again.text().await.unwrap());
    answers.dedup();
    assert_eq!(answers.len(), 1, "{answers:?}");
    assert_eq!(world.count("select count(*) from orders").await, 1);
    assert_eq!(world.count("select count(*) from payment").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn killed_after_its_effect_the_retry_completes_it(pool: PgPool) {
    let dies = Arc::new(AtomicBool::new(true));
    let failpoints = Failpoints::with({
        let dies = dies.clone();
        move |place| {
            let now = place == "api.answered" && dies.swap(false, Ordering::SeqCst);
            async move { assert!(!now, "killed here by the test") }
        }
    });
    let world = World::failing(pool, failpoints).await;
    let order = body(|_| ());
    let killed = world.create("killed", &order).await;
    assert_eq!(killed.status(), 500);
    assert_eq!(world.count("select count(*) from orders").await, 1);
    assert!(!dies.load(Ordering::SeqCst));
    // It may still be at work for all anybody knows.
    assert_eq!(world.create("killed", &order).await.status(), 409);
    lease_runs_out(&world).await;
    let first = world.create("killed", &order).await;
    assert_eq!(first.status(), 200, "it was placed before");
    let first = first.text().await.unwrap();
    assert_eq!(world.create("killed", &order).await.text().await.unwrap(), first);
    assert_eq!(world.count("select count(*) from orders").await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_answer_is_kept_for_a_day_and_nobody_reads_it_in_the_database(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let first = put(&world, "day", 7).await.text().await.unwrap();
    assert_eq!(put(&world, "other", 9).await.status(), 200);
    // The same request again is an answer, not a change.
    assert_eq!(put(&world, "day", 7).await.text().await.unwrap(), first);
    assert_eq!(world.count("select on_hand::bigint from product where sku = 'TEE-M'").await, 9);
    let kept: Vec<Vec<u8>> =
        sqlx::query_scalar("select answer from api_request").fetch_all(&world.shop.pool).await.unwrap();
    assert!(kept.iter().all(|answer| !answer.windows(5).any(|part| part == b"TEE-M")));
    let older = "update api_request set created_at = created_at - interval '24 hours 1 second'";
    sqlx::query(older).execute(&world.shop.pool).await.unwrap();
    assert_eq!(put(&world, "day", 7).await.status(), 200);
    assert_eq!(world.count("select on_hand::bigint from product where sku = 'TEE-M'").await, 7);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_key_is_one_callers_and_one_requests(pool: PgPool) {
    let world = World::without_worker(pool).await;
    assert_eq!(put(&world, "one", 7).await.status(), 200);
    let reused = put(&world, "one", 8).await;
    assert_eq!(reused.status(), 422);
    assert_eq!(reused.json::<Value>().await.unwrap()["type"], "/problems/idempotency-key-reused");
    // Another program's key of that name is another key.
    let other = crate::support::operators_key(&world.shop, "other").await;
    let url = format!("{}/api/products/TEE-M", world.url);
    let theirs = world.http.put(url).bearer_auth(other).header("idempotency-key", "one");
    assert_eq!(theirs.json(&json!({ "name": "Tee, M", "onHand": 3 })).send().await.unwrap().status(), 200);
    // What was refused did nothing: its key is free for the corrected request.
    assert_eq!(put(&world, "two", -1).await.status(), 422);
    assert_eq!(put(&world, "two", 4).await.status(), 200);
    assert_eq!(world.count("select on_hand::bigint from product where sku = 'TEE-M'").await, 4);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_key_turns_a_day_old_in_the_hands_of_who_is_at_work(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let shop = &world.shop;
    let ask = |hash: &'static [u8]| Ask { caller: "somebody", key: "edge", hash };
    let begun = async |hash: &'static [u8]| api_request::begin(shop, &ask(hash)).await.unwrap();
    let Begun::Go(ticket) = begun(b"one").await else { panic!("nobody has it") };
    let older = "update api_request set created_at = created_at - interval '24 hours 1 second'";
    sqlx::query(older).execute(&shop.pool).await.unwrap();
    assert!(matches!(begun(b"one").await, Begun::Running(_)), "it is being done");
    assert!(matches!(begun(b"two").await, Begun::KeyReused));
    let sweep = async || {
        let mut conn = shop.pool.acquire().await.unwrap();
        api_request::sweep(&mut conn, shop.clock.now()).await.unwrap();
        world.count("select count(*) from api_request").await
    };
    assert_eq!(sweep().await, 1, "who is at work keeps it");
    let answer = Answer { status: 200, headers: Vec::new(), body: "done".into() };
    api_request::finish(shop, ticket, &answer).await.unwrap();
    // Once it is done, it is a day old like any other.
    assert!(matches!(begun(b"two").await, Begun::Go(_)));
    sqlx::query(older).execute(&shop.pool).await.unwrap();
    lease_runs_out(&world).await;
    assert_eq!(sweep().await, 0, "nobody is at work any more");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_database_that_stops_is_no_mistake_of_ours_and_the_retry_does_it(pool: PgPool) {
    let world = World::without_worker(pool).await;
    for stops in [
        "create function stops() returns trigger language plpgsql as
             $$ begin raise exception 'terminating connection' using errcode = '57P01'; end $$",
        "create trigger stops before insert on product for each row execute function stops()",
    ] {
        sqlx::query(stops).execute(&world.shop.pool).await.unwrap();
    }
    let busy = put(&world, "stops", 7).await;
    assert_eq!((busy.status().as_u16(), &busy.headers()["retry-after"]), (503, &"5".parse().unwrap()));
    let problem: Value = busy.json().await.unwrap();
    assert_eq!(problem["type"], "/problems/busy");
    assert!(!problem.to_string().contains("terminating"), "{problem}");
    sqlx::query("drop trigger stops on product").execute(&world.shop.pool).await.unwrap();
    assert_eq!(put(&world, "stops", 7).await.status(), 200);
}
