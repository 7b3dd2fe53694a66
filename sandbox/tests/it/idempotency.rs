//! `Idempotency-Key`, as a client that lost an answer relies on it.

use serde_json::{Value, json};

use crate::world::{ORDER, World, config};

async fn create(world: &World, key: &str, extra: &[(&str, &str)]) -> reqwest::Response {
    let form: Vec<_> = ORDER.iter().chain(extra).copied().collect();
    world
        .post("/v1/checkout/sessions")
        .header("idempotency-key", key)
        .form(&form)
        .send()
        .await
        .expect("an answer")
}

#[tokio::test]
async fn the_same_request_twice_happens_once() {
    let world = World::start(config()).await;
    let first = create(&world, "k1", &[]).await;
    assert!(!first.headers().contains_key("idempotent-replayed"));
    assert_eq!(first.headers()["idempotency-key"], "k1");
    let first: Value = first.json().await.unwrap();
    let second = create(&world, "k1", &[]).await;
    assert_eq!(second.headers()["idempotent-replayed"], "true");
    assert_eq!(second.json::<Value>().await.unwrap(), first);
    assert_eq!(world.read("/v1/checkout/sessions").await["data"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn the_order_of_the_parameters_does_not_matter() {
    let world = World::start(config()).await;
    let reversed: Vec<_> = ORDER.iter().rev().collect();
    let first = create(&world, "k1", &[]).await;
    let request = world.post("/v1/checkout/sessions").header("idempotency-key", "k1").form(&reversed);
    assert_eq!(first.text().await.unwrap(), request.send().await.unwrap().text().await.unwrap());
}

#[tokio::test]
async fn another_request_with_the_key_is_refused() {
    let world = World::start(config()).await;
    create(&world, "k1", &[]).await;
    let other = create(&world, "k1", &[("locale", "es")]).await;
    assert_eq!(other.status(), 400);
    let error = other.json::<Value>().await.unwrap()["error"].clone();
    assert_eq!(error["type"], "idempotency_error");
    assert!(error["message"].as_str().unwrap().contains("'k1'"));
}

#[tokio::test]
async fn two_at_once_with_one_key_make_one_and_a_conflict() {
    let world = World::start(config()).await;
    world.control("/_control/faults", json!({ "api_delay_ms": 300 })).await;
    let (one, two) = tokio::join!(create(&world, "k1", &[]), create(&world, "k1", &[]));
    let mut statuses = [one.status().as_u16(), two.status().as_u16()];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409]);
}

#[tokio::test]
async fn a_request_that_failed_its_checks_frees_the_key() {
    let world = World::start(config()).await;
    assert_eq!(create(&world, "k1", &[("locale", "tlh")]).await.status(), 400);
    assert_eq!(create(&world, "k1", &[]).await.status(), 200);
}

#[tokio::test]
async fn a_retry_after_a_lost_answer_finds_what_happened() {
    let world = World::start(config()).await;
    world.control("/_control/faults", json!({ "api_5xx": 1 })).await;
    assert_eq!(create(&world, "k1", &[]).await.status(), 500);
    world.control("/_control/faults", json!({ "api_5xx_after": 1 })).await;
    assert_eq!(create(&world, "k1", &[]).await.status(), 500);
    let retry = create(&world, "k1", &[]).await;
    assert_eq!(
        (retry.status().as_u16(), &retry.headers()["idempotent-replayed"]),
        (200, &"true".parse().unwrap())
    );
    assert_eq!(world.read("/v1/checkout/sessions").await["data"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_connection_cut_before_the_first_byte_hides_what_was_done() {
    let world = World::start(config()).await;
    world.control("/_control/faults", json!({ "api_drop_reply": 1 })).await;
    let form = || world.post("/v1/checkout/sessions").header("idempotency-key", "k1").form(&ORDER);
    let error = form().send().await.unwrap_err();
    assert!(error.is_request() && !error.is_timeout() && error.status().is_none(), "{error:?}");
    assert_eq!(form().send().await.unwrap().headers()["idempotent-replayed"], "true");
    assert_eq!(world.read("/v1/checkout/sessions").await["data"].as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn an_answer_that_never_comes_was_still_acted_on() {
    let world = World::start(config()).await;
    world.control("/_control/faults", json!({ "api_timeout": 1 })).await;
    let request =
        world.post("/v1/checkout/sessions").timeout(std::time::Duration::from_millis(200)).form(&ORDER);
    assert!(request.send().await.unwrap_err().is_timeout());
    assert_eq!(world.read("/v1/checkout/sessions").await["data"].as_array().unwrap().len(), 1);
}
