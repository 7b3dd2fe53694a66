//! What Shippo tells, and whom.

use reqwest::Method;
use sandbox::Config;
use serde_json::{Value, json};

use crate::receiver::Receiver;
use crate::shippo::{Shippo, id};
use crate::world::{World, config};

/// The next webhook as its event and the status of what it is about.
async fn news(clew: &mut Receiver) -> (String, String) {
    let next = clew.next().await;
    assert_eq!(next["test"], true);
    let data = &next["data"];
    let status = data["status"].as_str().or(data["tracking_status"]["status"].as_str()).expect("a status");
    (next["event"].as_str().expect("an event").to_owned(), status.to_owned())
}

async fn sorted(clew: &mut Receiver, count: usize) -> Vec<(String, String)> {
    let mut all = Vec::new();
    for _ in 0..count {
        all.push(news(clew).await);
    }
    all.sort();
    all
}

fn pair(event: &str, status: &str) -> (String, String) {
    (event.to_owned(), status.to_owned())
}

#[tokio::test]
async fn a_labels_whole_life_is_told() {
    let mut clew = Receiver::start().await;
    let shippo = Shippo::telling(&clew).await;
    let rate = shippo.rate().await;
    let bought = shippo.post("/transactions/", json!({ "rate": rate })).await;
    assert_eq!(news(&mut clew).await, pair("transaction_created", "QUEUED"));
    let made = [pair("track_updated", "PRE_TRANSIT"), pair("transaction_updated", "SUCCESS")];
    assert_eq!(sorted(&mut clew, 2).await, made);
    shippo.0.control("/_control/shippo/clock", json!({ "hours": 6 })).await;
    let scanned = clew.next().await;
    assert_eq!(scanned["event"], "track_updated");
    assert_eq!(scanned["data"]["transaction"], bought["object_id"]);
    assert_eq!(scanned["data"]["tracking_status"]["substatus"]["code"], "package_accepted");
    shippo.0.control("/_control/shippo/clock", json!({ "hours": 42 })).await;
    let way = [
        pair("track_updated", "DELIVERED"),
        pair("track_updated", "TRANSIT"),
        pair("track_updated", "TRANSIT"),
    ];
    assert_eq!(sorted(&mut clew, 3).await, way);
    assert!(clew.quiet().await);
}

#[tokio::test]
async fn each_scan_is_told_as_things_stood_then() {
    let mut clew = Receiver::start().await;
    let shippo = Shippo::telling(&clew).await;
    shippo.label().await;
    assert_eq!(
        sorted(&mut clew, 2).await,
        [pair("track_updated", "PRE_TRANSIT"), pair("transaction_created", "SUCCESS")]
    );
    shippo.0.control("/_control/shippo/clock", json!({ "hours": 48 })).await;
    let mut known = Vec::new();
    for _ in 0..4 {
        let track = clew.next().await["data"].take();
        let history = track["tracking_history"].as_array().unwrap();
        assert_eq!(history.last(), Some(&track["tracking_status"]));
        known.push(history.len());
    }
    known.sort_unstable();
    assert_eq!(known, [2, 3, 4, 5]);
}

#[tokio::test]
async fn a_refund_is_told_twice() {
    let mut clew = Receiver::start().await;
    let shippo = Shippo::telling(&clew).await;
    let label = shippo.label().await;
    sorted(&mut clew, 2).await;
    shippo.post("/refunds/", json!({ "transaction": id(&label) })).await;
    assert_eq!(news(&mut clew).await, pair("transaction_updated", "REFUNDPENDING"));
    assert_eq!(news(&mut clew).await, pair("transaction_updated", "REFUNDED"));
}

#[tokio::test]
async fn registering_twice_means_being_told_twice() {
    let mut clew = Receiver::start().await;
    let shippo = Shippo::telling(&clew).await;
    let number = json!({ "carrier": "ups", "tracking_number": "1Z999AA10123456784" });
    shippo.post("/tracks/", number.clone()).await;
    shippo.post("/tracks/", number.clone()).await;
    let mut scan = number;
    scan["status"] = json!("DELIVERED");
    shippo.0.control("/_control/shippo/tracks", scan).await;
    let (one, two) = (clew.next().await, clew.next().await);
    assert_eq!(one, two);
    assert!(clew.quiet().await);
    shippo.post("/tracks/", json!({ "carrier": "shippo", "tracking_number": "SHIPPO_DELIVERED" })).await;
    assert_eq!(news(&mut clew).await, pair("track_updated", "DELIVERED"));
}

#[tokio::test]
async fn an_endpoint_registered_by_api_takes_the_place_of_the_configured_one() {
    let (mut configured, mut registered) = (Receiver::start().await, Receiver::start().await);
    let shippo = Shippo::telling(&configured).await;
    let sent = json!({ "event": "track_updated", "url": registered.url });
    let made = shippo.post("/webhooks", sent.clone()).await;
    assert_eq!((&made["active"], &made["is_test"]), (&json!(true), &json!(true)));
    shippo.label().await;
    assert_eq!(news(&mut registered).await, pair("track_updated", "PRE_TRANSIT"));
    assert!(registered.quiet().await);
    let path = format!("/webhooks/{}", id(&made));
    let all = json!({ "event": "all", "url": registered.url });
    assert_eq!(shippo.ask(Method::PUT, &path, &all).await.0, 200);
    assert_eq!(shippo.get(&path).await["event"], "all");
    shippo.label().await;
    sorted(&mut registered, 2).await;
    assert_eq!(shippo.get("/webhooks/").await["count"], 1);
    assert_eq!(shippo.ask(Method::DELETE, &path, &Value::Null).await.0, 204);
    assert_eq!(shippo.ask(Method::GET, &path, &Value::Null).await.0, 404);
    shippo.label().await;
    sorted(&mut configured, 2).await;
    assert!(registered.quiet().await);
    let odd = shippo.refused("/webhooks", json!({ "event": "nothing", "url": "x" })).await;
    assert_eq!(odd, json!({ "event": ["\"nothing\" is not a valid choice."] }));
}

#[tokio::test]
async fn a_restart_remembers_labels_and_finishes_what_was_queued() {
    let folder = std::env::temp_dir().join(format!("clew-sandbox-shippo-{}", std::process::id()));
    let state = Some(folder.join("state.json"));
    let shippo = Shippo(World::start(Config { state: state.clone(), ..config() }).await);
    shippo.0.control("/_control/faults", json!({ "shippo": { "label_delay_ms": 3_600_000 } })).await;
    shippo.0.control("/_control/shippo/clock", json!({ "hours": 5 })).await;
    let rate = shippo.rate().await;
    let queued = shippo.post("/transactions/", json!({ "rate": rate })).await;
    shippo.0.running.save().unwrap();
    drop(shippo);
    let shippo = Shippo(World::start(Config { state, ..config() }).await);
    let done = shippo.after(&format!("/transactions/{}", id(&queued)), &["QUEUED"]).await;
    assert_eq!((&done["status"], &done["rate"]), (&json!("SUCCESS"), &json!(rate)));
    assert_eq!(shippo.get(&format!("/rates/{rate}")).await["object_id"], json!(rate));
    let forward = shippo.0.control("/_control/shippo/clock", json!({ "hours": 6 })).await;
    assert_eq!(forward["sent"], 1);
    std::fs::remove_dir_all(folder).unwrap();
}
