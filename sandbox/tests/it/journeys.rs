//! One parcel, one journey: by hand, ahead of the clock, over a restart, and as Shippo tells it.

use sandbox::Config;
use serde_json::{Value, json};

use crate::carriers::{Carriers, Ear, UPS, column};
use crate::receiver::Receiver;
use crate::shippo::Shippo;
use crate::world::{World, config};

#[tokio::test]
async fn a_script_is_read_strictly() {
    let carriers = Carriers::start().await;
    let refused = [
        json!({ "carrier": "ups", "number": " " }),
        json!({ "carrier": "ups", "number": UPS, "script": [{ "after": 1 }] }),
        json!({ "carrier": "ups", "number": UPS, "script": [{ "after": 1e9, "state": "delivered" }] }),
        json!({ "carrier": "ups", "number": UPS, "from": "Atlantis" }),
        json!({ "carrier": "ups", "number": UPS, "to": { "city": "X", "country": "ES", "zone": "Europe/X" } }),
        json!({ "carrier": "ups", "number": UPS, "script": [{ "after": 1, "state": "stolen" }] }),
        json!({ "carrier": "postie", "number": UPS }),
        json!({ "carrier": "ups", "number": UPS, "speed": 1 }),
    ];
    for script in refused {
        let answer = carriers.0.post("/_control/journeys").json(&script).send().await.unwrap();
        assert!(answer.status().is_client_error(), "{script}");
    }
    assert_eq!(carriers.0.read("/_control/journeys").await, json!([]));
}

#[tokio::test]
async fn a_journey_replaces_the_one_before_and_moves_scan_by_scan() {
    let carriers = Carriers::start().await;
    carriers.ups(UPS).await;
    let script = json!([{ "after": 5, "state": "picked_up", "place": "Sevilla" }, { "after": 9, "state": "delivered" }]);
    let begun = carriers
        .script(json!({ "carrier": "ups", "number": "1z 999aa1 0123456784", "script": script }))
        .await;
    assert_eq!(
        (&begun["number"], &begun["state"], &begun["scripted"]),
        (&json!(UPS), &Value::Null, &json!(true))
    );
    let next = format!("/_control/journeys/ups/{UPS}/next");
    let moved = carriers.0.control(&next, Value::Null).await;
    assert_eq!(
        (&moved["state"], column(&moved["scans"], "/place/city")),
        (&json!("picked_up"), vec!["Sevilla"; 2])
    );
    // The second still comes four hours after the first.
    assert_eq!(carriers.clock(3.9).await, 0);
    assert_eq!(carriers.clock(0.2).await, 1);
    assert_eq!(carriers.0.post(&next).send().await.unwrap().status(), 404);
    carriers.ups(UPS).await;
    let one = carriers.0.read(&format!("/_control/journeys/ups/{UPS}")).await;
    assert_eq!((&one["state"], &one["asked"]), (&json!("delivered"), &json!(1)));
    assert_eq!(carriers.0.read("/_control/journeys?carrier=dhl").await, json!([]));
    let cleared = carriers.0.client.delete(carriers.0.url("/_control/journeys")).send().await.unwrap();
    assert_eq!(cleared.status(), 204);
    assert_eq!(carriers.0.read("/_control/journeys").await, json!([]));
}

#[tokio::test]
async fn what_becomes_known_late_takes_its_place_among_what_was_known() {
    let carriers = Carriers::start().await;
    let script = json!([{ "after": 0, "state": "pre_transit" }, { "after": 1, "state": "picked_up", "late": 4 },
        { "after": 2, "state": "in_transit" }]);
    carriers.script(json!({ "carrier": "ups", "number": UPS, "script": script })).await;
    carriers.clock(2.0).await;
    let codes = |shipment: Value| column(&shipment["package"][0]["activity"], "/status/code").join(" ");
    assert_eq!(codes(carriers.ups(UPS).await), "DP MP");
    carriers.clock(3.0).await;
    assert_eq!(codes(carriers.ups(UPS).await), "DP OR MP");
}

#[tokio::test]
async fn shippo_tells_the_same_journey() {
    let mut clew = Receiver::start().await;
    let carriers = Carriers(Shippo::telling(&clew).await.0);
    let script = json!([{ "after": 0, "state": "pre_transit" }, { "after": 3, "state": "customs", "place": "Memphis" },
        { "after": 4, "state": "returning", "eta": 200 }]);
    let begun = carriers
        .script(json!({ "carrier": "ups", "number": UPS, "script": script, "ago": 1, "shippo": true }))
        .await;
    assert!(clew.quiet().await, "what was before is no news");
    assert_eq!(carriers.clock(4.0).await, 2);
    let mut told = [clew.next().await["data"].take(), clew.next().await["data"].take()];
    told.sort_by_key(|track| track["tracking_history"].as_array().unwrap().len());
    let [customs, returning] = told;
    assert_eq!(customs["tracking_status"]["substatus"]["code"], "package_held");
    assert_eq!(customs["tracking_status"]["location"]["city"], "Memphis");
    assert_eq!(returning["tracking_status"]["status"], "RETURNED");
    assert_eq!(returning["eta"], begun["scans"][2]["eta"]);
    let (mut shippos, mut ups): (Vec<String>, Vec<String>) = (Vec::new(), Vec::new());
    for scan in returning["tracking_history"].as_array().unwrap() {
        shippos.push(scan["status_date"].as_str().unwrap()[..19].replace(['-', ':', 'T'], ""));
    }
    for one in carriers.ups(UPS).await["package"][0]["activity"].as_array().unwrap().iter().rev() {
        ups.push(format!("{}{}", one["gmtDate"].as_str().unwrap(), one["gmtTime"].as_str().unwrap()));
    }
    assert_eq!(shippos, ups);
    assert!(clew.quiet().await);
}

#[tokio::test]
async fn a_label_bought_at_shippo_has_one_story() {
    let shippo = Shippo::start().await;
    let label = shippo.label().await;
    let number = label["tracking_number"].as_str().unwrap();
    let carriers = Carriers(shippo.0);
    carriers.clock(21.0).await;
    let events = carriers.correos(number).await[0]["eventos"].clone();
    assert_eq!(column(&events, "/codEvento"), ["A090000V", "A010000V", "P040000V"]);
    let track = Shippo(carriers.0).get(&format!("/tracks/correos_espana/{number}")).await;
    let minutes = |date: &str| date[14..19].to_owned();
    let theirs: Vec<String> =
        column(&track["tracking_history"], "/status_date").into_iter().map(minutes).collect();
    let ours: Vec<&str> = column(&events, "/horEvento").into_iter().map(|hour| &hour[3..]).collect();
    assert_eq!(theirs, ours);
}

#[tokio::test]
async fn a_restart_remembers_journeys_subscriptions_and_tokens() {
    let folder = std::env::temp_dir().join(format!("clew-sandbox-journeys-{}", std::process::id()));
    let state = Some(folder.join("state.json"));
    let mut ear = Ear::open().await;
    let carriers = Carriers(World::start(Config { state: state.clone(), ..config() }).await);
    let body = json!({ "locale": "en_US", "trackingNumberList": [UPS],
        "destination": { "url": ear.url, "credentialType": "Bearer", "credential": "opaque" } });
    assert_eq!(carriers.subscribe("v1", &body).await.0, 200);
    ear.next().await;
    let token = carriers.token("ups").await;
    carriers.clock(5.0).await;
    carriers.0.running.save().unwrap();
    drop(carriers);
    let carriers = Carriers(World::start(Config { state, ..config() }).await);
    assert_eq!(carriers.ups_call(&token, UPS).send().await.unwrap().status(), 200);
    assert_eq!(carriers.clock(1.0).await, 1);
    assert_eq!(ear.next().await.body["activityStatus"]["code"], "OR");
    std::fs::remove_dir_all(folder).unwrap();
}

#[tokio::test]
async fn journeys_can_be_begun_and_moved_from_the_page() {
    let carriers = Carriers::start().await;
    let world = &carriers.0;
    assert!(world.get("/").send().await.unwrap().text().await.unwrap().contains("href=\"/journeys\""));
    let begun = world.post("/journeys").form(&[("carrier", "ups"), ("number", UPS), ("shippo", "on")]);
    assert_eq!(begun.send().await.unwrap().status(), 303);
    let text = async || world.get("/journeys").send().await.unwrap().text().await.unwrap();
    let page = text().await;
    assert!(page.contains(UPS) && page.contains("pre transit, Madrid (1 of 5)"), "{page}");
    assert_eq!(world.post(&format!("/journeys/ups/{UPS}/next")).send().await.unwrap().status(), 303);
    assert!(text().await.contains("picked up, Madrid (2 of 5)"));
    for _ in 0..2 {
        assert_eq!(
            world.post("/journeys/clock").form(&[("hours", "24")]).send().await.unwrap().status(),
            303
        );
    }
    let page = text().await;
    assert!(page.contains("delivered, București (5 of 5)") && !page.contains("Next scan"), "{page}");
}
