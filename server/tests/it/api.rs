//! The storefront's door.

use futures::future::join_all;
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::support::{World, body};

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn one_key_makes_one_order_however_often_it_is_sent(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let order = body(|_| ());
    let answers = join_all((0..10).map(|_| world.create("key-1", &order))).await;
    let mut seen = std::collections::BTreeSet::new();
    for answer in answers {
        // Who asks while it is being done is told so, and asks again.
        if answer.status() != 409 {
            assert!(answer.status().is_success(), "{}", answer.status());
            seen.insert(answer.text().await.unwrap());
        }
    }
    seen.insert(world.create("key-1", &order).await.text().await.unwrap());
    assert_eq!(seen.len(), 1, "{seen:?}");
    assert_eq!(world.count("select count(*) from orders").await, 1);
    let reused = world.create("key-1", &body(|body| body["items"][0]["quantity"] = 3.into())).await;
    assert_eq!(reused.status(), 422);
    let problem: Value = reused.json().await.unwrap();
    assert_eq!(problem["type"], "/problems/idempotency-key-reused");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_stripe_that_fails_after_acting_costs_nothing(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let faults = format!("{}/_control/faults", world.sandbox.http);
    world.http.post(faults).json(&json!({ "api_5xx_after": 1 })).send().await.unwrap();
    let first = world.create("key-1", &body(|_| ())).await;
    assert_eq!(first.status(), 503);
    assert_eq!(first.headers()["content-type"], "application/problem+json");
    assert!(first.headers().contains_key("retry-after"));
    assert!(
        !first.text().await.unwrap().to_lowercase().contains("stripe"),
        "a provider's words reach nobody"
    );
    let second = world.create("key-1", &body(|_| ())).await;
    assert_eq!(second.status(), 200);
    assert_eq!(world.count("select count(*) from orders").await, 1);
    let sessions: Value = world
        .http
        .get(format!("{}/v1/checkout/sessions", world.sandbox.http))
        .bearer_auth("sk_test_1")
        .send()
        .await
        .unwrap()
        .json()
        .await
        .unwrap();
    assert_eq!(sessions["data"].as_array().unwrap().len(), 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn refusals_say_what_to_do(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let url = format!("{}/api/orders", world.url);
    let bare = world.http.post(&url).json(&body(|_| ())).send().await.unwrap();
    assert_eq!(
        (bare.status().as_u16(), bare.headers()["www-authenticate"].to_str().unwrap()),
        (401, "Bearer")
    );
    let keyless =
        world.http.post(&url).bearer_auth(crate::support::API_KEY).json(&body(|_| ())).send().await.unwrap();
    assert_eq!(keyless.status(), 400);
    let invalid = world
        .create(
            "k",
            &body(|body| {
                body["currency"] = "zzz".into();
                body["items"][0]["quantity"] = 0.into();
            }),
        )
        .await;
    assert_eq!(invalid.status(), 422);
    let problem: Value = invalid.json().await.unwrap();
    let pointers: Vec<_> = problem["errors"]
        .as_array()
        .unwrap()
        .iter()
        .map(|error| error["pointer"].as_str().unwrap())
        .collect();
    assert!(pointers.contains(&"#/currency") && pointers.contains(&"#/items/0/quantity"), "{pointers:?}");
    for smuggled in ["status", "version", "payment", "total"] {
        assert_eq!(
            world.create("k2", &body(|body| body[smuggled] = "paid".into())).await.status(),
            400,
            "{smuggled}"
        );
    }
    assert_eq!(world.create("k3", &body(|body| body["workflow"] = "moon".into())).await.status(), 422);
    assert_eq!(world.count("select count(*) from orders").await, 0);
}
