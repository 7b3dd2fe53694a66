//! What carriers push, to whom, and what becomes of it on the way.

use std::collections::BTreeSet;
use std::sync::atomic::Ordering;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use sandbox::Config;
use serde_json::{Value, json};

use crate::carriers::{Carriers, DHL, Ear, FEDEX, Heard, UPS, answer};
use crate::world::{World, config};

const TOKEN: &str = "fedex-security-token";

async fn fedex(ear: &Ear) -> Carriers {
    let (fedex_webhook_url, fedex_security_token) = (Some(ear.url.clone()), Some(TOKEN.to_owned()));
    Carriers(World::start(Config { fedex_webhook_url, fedex_security_token, ..config() }).await)
}

fn signed(heard: &Heard) -> bool {
    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(TOKEN.as_bytes()).expect("any length");
    mac.update(&heard.raw);
    heard.header("fdx-signature") == STANDARD.encode(mac.finalize().into_bytes())
}

fn event(heard: &Heard) -> &str {
    let result = &heard.body["output"]["completeTrackResults"][0]["trackResults"][0];
    assert_eq!(result["scanEvents"].as_array().expect("scans").len(), 1);
    result["scanEvents"][0]["eventType"].as_str().expect("a code")
}

fn v1(ear: &Ear, numbers: &[&str]) -> Value {
    json!({ "locale": "en_US", "countryCode": "US", "trackingNumberList": numbers,
        "destination": { "url": ear.url, "credentialType": "Bearer", "credential": "opaque" } })
}

#[tokio::test]
async fn fedex_signs_every_scan_and_asks_three_times_more() {
    let mut ear = Ear::open().await;
    let carriers = fedex(&ear).await;
    carriers.script(json!({ "carrier": "fedex", "number": FEDEX })).await;
    let first = ear.next().await;
    assert!(signed(&first) && event(&first) == "OC");
    assert_eq!(first.body["outputMetaData"][0]["attempt"], 1);
    ear.status.store(500, Ordering::SeqCst);
    assert_eq!(carriers.clock(6.0).await, 1);
    let tried = ear.all(4).await;
    assert!(tried.iter().all(|heard| signed(heard) && event(heard) == "PU"));
    let attempts: Vec<_> =
        tried.iter().map(|heard| heard.body["outputMetaData"][0]["attempt"].as_u64().unwrap()).collect();
    assert_eq!(attempts, [1, 2, 3, 4]);
    while carriers.0.read("/_control/events").await[0]["delivery"] != "abandoned" {
        tokio::task::yield_now().await;
    }
    ear.status.store(202, Ordering::SeqCst);
    let missed = carriers.0.control("/_control/carriers/fedex/missed", Value::Null).await;
    assert_eq!(missed, json!({ "sent": 1 }));
    assert_eq!(event(&ear.next().await), "PU");
    assert!(ear.quiet().await);
}

#[tokio::test]
async fn fedex_pushes_nothing_where_its_portal_knows_no_address() {
    let carriers = Carriers::start().await;
    carriers.script(json!({ "carrier": "fedex", "number": FEDEX })).await;
    let mut ear = Ear::open().await;
    let target = json!({ "provider": "fedex", "url": ear.url, "secret": TOKEN });
    while carriers.0.read("/_control/events").await[0]["delivery"] != "abandoned" {
        tokio::task::yield_now().await;
    }
    assert_eq!(carriers.0.post("/_control/webhook-url").json(&target).send().await.unwrap().status(), 204);
    carriers.clock(6.0).await;
    let heard = ear.next().await;
    assert!(signed(&heard) && event(&heard) == "PU");
}

#[tokio::test]
async fn ups_pushes_version_one_with_the_subscribers_credential_once() {
    let mut ear = Ear::open().await;
    let carriers = Carriers::start().await;
    let (status, made) = carriers.subscribe("v1", &v1(&ear, &[UPS, "1Z1234567$8"])).await;
    assert_eq!(status, 200);
    assert_eq!(made, json!({ "validTrackingNumbers": [UPS], "invalidTrackingNumbers": ["1Z1234567$8"] }));
    let label = ear.next().await;
    assert_eq!(
        (label.header("credential"), label.header("user-agent")),
        ("opaque", "UPSPubSubTrackingService")
    );
    assert_eq!(label.body["trackingNumber"], format!(" {UPS}"));
    assert_eq!(
        (&label.body["activityLocation"]["city"], &label.body["scheduledDeliveryDate"]),
        (&json!(""), &json!(""))
    );
    ear.status.store(500, Ordering::SeqCst);
    carriers.clock(6.0).await;
    let heard = ear.next().await;
    assert_eq!(
        (&heard.body["trackingNumber"], &heard.body["activityStatus"]["descriptionCode"]),
        (&json!(UPS), &json!("005"))
    );
    assert!(ear.quiet().await, "UPS asks once");
    ear.status.store(200, Ordering::SeqCst);
    carriers.clock(42.0).await;
    let codes: BTreeSet<String> = ear
        .all(3)
        .await
        .iter()
        .map(|heard| heard.body["activityStatus"]["code"].as_str().unwrap().to_owned())
        .collect();
    assert_eq!(codes, BTreeSet::from(["DP", "OT", "FS"].map(str::to_owned)));
}

#[tokio::test]
async fn ups_pushes_version_two_where_its_portal_says() {
    let mut ear = Ear::open().await;
    let (ups_webhook_url, ups_client_id) = (Some(ear.url.clone()), Some("client-id".to_owned()));
    let carriers = Carriers(World::start(Config { ups_webhook_url, ups_client_id, ..config() }).await);
    let body = json!({ "locale": "en_US", "countryCode": "US", "trackingNumberList": [UPS] });
    assert_eq!(carriers.subscribe("v2", &body).await.0, 200);
    let label = ear.next().await;
    assert_eq!((label.header("x-api-key"), label.header("credential")), ("client-id", ""));
    assert_eq!(
        (&label.body["activityStatus"]["descriptionCode"], label.body.get("deliveryPhoto")),
        (&json!(3), None)
    );
    carriers.clock(6.0).await;
    let offset = ear.next().await.body["gmtOffset"].as_str().unwrap().to_owned();
    assert!(["+01.00", "+02.00"].contains(&offset.as_str()), "{offset}");
}

#[tokio::test]
async fn a_subscription_at_ups_ends_after_a_fortnight_and_knows_nothing_of_before() {
    let mut ear = Ear::open().await;
    let carriers = Carriers::start().await;
    let days = |days: f64| days * 24.0;
    let script = json!([{ "after": 0, "state": "pre_transit" }, { "after": days(13.0), "state": "picked_up" },
        { "after": days(15.0), "state": "in_transit" }, { "after": days(16.0), "state": "delivered" }]);
    carriers.script(json!({ "carrier": "ups", "number": UPS, "script": script })).await;
    assert_eq!(carriers.subscribe("v1", &v1(&ear, &[UPS])).await.0, 200);
    assert_eq!(carriers.clock(days(15.5)).await, 2);
    assert_eq!(ear.next().await.body["activityStatus"]["code"], "OR");
    assert!(ear.quiet().await, "neither what was before nor what came too late");
    carriers.subscribe("v1", &v1(&ear, &[UPS])).await;
    carriers.clock(days(1.0)).await;
    assert_eq!(ear.next().await.body["activityStatus"]["type"], "D");
    assert!(ear.quiet().await);
}

#[tokio::test]
async fn ups_refuses_what_its_documents_refuse() {
    let ear = Ear::open().await;
    let carriers = Carriers::start().await;
    let with = |pointer: &str, value: Value| {
        let mut body = v1(&ear, &[UPS]);
        *body.pointer_mut(pointer).unwrap() = value;
        body
    };
    let many: Vec<String> = vec![UPS.to_owned(); 101];
    let refusals = [
        ("VSS200", with("/trackingNumberList", json!([]))),
        ("VSS210", with("/trackingNumberList", json!(["12"]))),
        ("VSS220", with("/trackingNumberList", json!(many))),
        ("VSS300", with("/locale", json!(""))),
        ("VSS500", with("/destination", Value::Null)),
        ("VSS600", with("/destination/url", json!(""))),
        ("VSS700", with("/destination/credential", json!(""))),
    ];
    for (code, body) in refusals {
        let (status, answer) = carriers.subscribe("v1", &body).await;
        assert_eq!((status.as_u16(), &answer["response"]["errors"][0]["code"]), (400, &json!(code)));
    }
}

async fn dhl_subscribe(carriers: &Carriers, ear: &Ear, extra: Value) -> (u16, Value) {
    let mut body = json!({ "hook": { "uri": ear.url, "authentication": { "type": "ApiKeyAuthentication",
        "header": "x-clew", "token": "opaque" } }, "format": "Default", "service": "express" });
    for (name, value) in extra.as_object().expect("an object") {
        body[name] = value.clone();
    }
    let call = carriers.0.client.post(carriers.0.url("/dhl/tracking/push/v1/subscription"));
    let (status, made) = answer(call.header("DHL-API-Key", "key").json(&body)).await;
    (status.as_u16(), made)
}

#[tokio::test]
async fn dhl_pushes_when_the_hook_has_proved_to_be_there() {
    let mut ear = Ear::open().await;
    let carriers = Carriers::start().await;
    let shipment = json!({ "type": "Shipment", "shipmentIDs": [DHL], "events": ["Transit", "Delivered"] });
    let (status, made) = dhl_subscribe(&carriers, &ear, shipment).await;
    assert_eq!(status, 201, "{made}");
    let asked = ear.next().await;
    assert_eq!((&asked.body["scope"], asked.header("x-clew")), (&json!("subscription.validate"), "opaque"));
    assert_eq!(asked.body["self"], made["self"]);
    carriers.clock(6.0).await;
    assert!(ear.quiet().await, "nothing before the secret was sent back");
    let own = made["self"].as_str().unwrap();
    let prove = |secret: &str| {
        carriers.0.client.post(own).header("DHL-API-Key", "key").header("DHL-API-Hook-Secret", secret)
    };
    assert_eq!(answer(prove("guessed")).await.0, 401);
    assert_eq!(answer(prove(asked.body["secret"].as_str().unwrap())).await.0, 204);
    assert_eq!(ear.next().await.body, json!({ "scope": "subscription.ready", "self": own }));
    carriers.clock(42.0).await;
    let mut told = ear.all(3).await;
    told.sort_by_key(|heard| heard.body["shipments"][0]["status"]["timestamp"].as_str().unwrap().to_owned());
    let last = &told[2].body;
    assert_eq!((&last["scope"], &last["shipments"][0]["id"]), (&json!("subscription.push"), &json!(DHL)));
    assert_eq!(last["shipments"][0]["status"]["statusCode"], "delivered");
    let one = || carriers.0.client.get(own).header("DHL-API-Key", "key");
    assert_eq!(answer(one()).await.1["status"], "ACTIVE");
    assert_eq!(answer(carriers.0.client.delete(own).header("DHL-API-Key", "key")).await.0, 204);
    assert_eq!(answer(one()).await.0, 404);
    let eleven = json!({ "type": "Shipment", "shipmentIDs": vec![DHL; 11] });
    assert_eq!(dhl_subscribe(&carriers, &ear, eleven).await.0, 400);
}

#[tokio::test]
async fn a_tenth_is_lost_a_tenth_comes_twice_and_all_in_any_order_the_same_in_every_run() {
    /// Drawn with the seed 7 for the first sixty scans of this number: these hours never arrive, those arrive twice.
    const LOST: &[usize] = &[0, 1, 7, 17, 22, 24, 25, 32, 57];
    const TWICE: &[usize] = &[9, 10, 28, 45, 52];
    let mut ear = Ear::open().await;
    let carriers = Carriers::start().await;
    let step = |hour: usize| json!({ "after": hour + 1, "state": "in_transit" });
    let script: Vec<Value> = (0..60).map(step).collect();
    let begun = carriers.script(json!({ "carrier": "ups", "number": UPS, "script": script })).await;
    carriers.subscribe("v1", &v1(&ear, &[UPS])).await;
    let percents = json!({ "lose_percent": 10, "duplicate_percent": 10, "shuffle_percent": 100, "seed": 7 });
    carriers.faults(json!({ "ups": percents })).await;
    assert_eq!(carriers.clock(60.0).await, 60);
    let mut arrived = Vec::new();
    for heard in ear.all(60 - LOST.len() + TWICE.len()).await {
        let text = |name: &str| heard.body[name].as_str().unwrap().to_owned();
        arrived.push(text("gmtActivityDate") + &text("gmtActivityTime"));
    }
    assert!(!arrived.is_sorted() && ear.quiet().await);
    let moment =
        |hour: usize| begun["scans"][hour]["at"].as_str().unwrap()[..19].replace(['-', ':', 'T'], "");
    let lost = (0..60).filter(|hour| !LOST.contains(hour));
    let mut expected: Vec<String> = lost.chain(TWICE.iter().copied()).map(moment).collect();
    expected.sort();
    arrived.sort();
    assert_eq!(arrived, expected);
}
