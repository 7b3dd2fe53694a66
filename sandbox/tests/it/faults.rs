//! The switches do what they say.

use serde_json::{Value, json};

use crate::receiver::Receiver;
use crate::world::{ORDER, World, config};

async fn expired(world: &World) {
    let id = world.session().await;
    world.control(&format!("/_control/sessions/{id}/expire"), json!(null)).await;
}

#[tokio::test]
async fn duplicates_are_the_same_event_again() {
    let mut clew = Receiver::start().await;
    let world = World::telling(&clew.url).await;
    world.control("/_control/faults", json!({ "duplicate": 2 })).await;
    expired(&world).await;
    let ids: Vec<Value> = vec![
        clew.next().await["id"].clone(),
        clew.next().await["id"].clone(),
        clew.next().await["id"].clone(),
    ];
    assert!(ids.iter().all(|id| id == &ids[0]));
    assert!(clew.quiet().await);
}

#[tokio::test]
async fn a_dropped_event_is_only_in_the_list() {
    let mut clew = Receiver::start().await;
    let world = World::telling(&clew.url).await;
    world.control("/_control/faults", json!({ "drop": 1 })).await;
    expired(&world).await;
    assert!(clew.quiet().await);
    let lost = world.read("/v1/events?delivery_success=false&types[]=checkout.session.expired").await;
    assert_eq!(lost["data"].as_array().unwrap().len(), 1);
    assert_eq!(world.read("/_control/faults").await["drop"], 0);
    expired(&world).await;
    assert_eq!(clew.types(1).await, ["checkout.session.expired"]);
}

#[tokio::test]
async fn reordered_events_overtake_each_other() {
    let mut clew = Receiver::start().await;
    let world = World::telling(&clew.url).await;
    world.control("/_control/faults", json!({ "reorder": true })).await;
    let id = world.session().await;
    world.control(&format!("/_control/sessions/{id}/pay"), json!({ "card": "4242424242424242" })).await;
    let arrived =
        [clew.next().await["id"].clone(), clew.next().await["id"].clone(), clew.next().await["id"].clone()];
    let events = world.read("/_control/events").await;
    let made: Vec<Value> = events.as_array().unwrap().iter().rev().map(|event| event["id"].clone()).collect();
    assert_ne!(&arrived[..], &made[..]);
}

#[tokio::test]
async fn an_unknown_switch_is_refused_and_reset_clears_all() {
    let clew = Receiver::start().await;
    let world = World::telling(&clew.url).await;
    let refused = world.post("/_control/faults").json(&json!({ "dropp": 1 })).send().await.unwrap();
    assert_eq!(refused.status(), 400);
    world.control("/_control/faults", json!({ "delay_ms": 5, "drop": 3 })).await;
    let reset = world.client.delete(world.url("/_control/faults")).send().await.unwrap();
    assert_eq!(reset.json::<Value>().await.unwrap()["drop"], 0);
}

#[tokio::test]
async fn faults_of_calls_can_be_meant_for_one_call_only() {
    let world = World::start(config()).await;
    let switches = json!({ "only": "POST /v1/checkout", "api_5xx": 1 });
    world.control("/_control/faults", switches).await;
    assert_eq!(world.get("/v1/events").send().await.unwrap().status(), 200);
    let made = world.post("/v1/checkout/sessions").form(&ORDER);
    assert_eq!(made.send().await.unwrap().status(), 500);
    world.control("/_control/faults", json!({ "only": null, "down": true })).await;
    assert_eq!(world.get("/v1/events").send().await.unwrap().status(), 503);
    assert_eq!(world.get("/v1/events").send().await.unwrap().status(), 503);
    world.client.delete(world.url("/_control/faults")).send().await.unwrap();
    assert_eq!(world.read("/v1/checkout/sessions").await["data"], json!([]));
}

#[tokio::test]
async fn each_provider_has_switches_of_its_own() {
    let world = World::start(config()).await;
    let turned =
        json!({ "shippo": { "down": true, "drop": 2, "label_error": 1 }, "stitch": { "reorder": true } });
    let faults = world.control("/_control/faults", turned).await;
    assert_eq!((&faults["down"], &faults["drop"]), (&json!(false), &json!(0)));
    assert_eq!((&faults["shippo"]["drop"], &faults["shippo"]["duplicate"]), (&json!(2), &json!(0)));
    assert_eq!(faults["stitch"]["reorder"], true);
    let stray = json!({ "stitch": { "label_error": 1 } });
    assert_eq!(world.post("/_control/faults").json(&stray).send().await.unwrap().status(), 400);
}
