//! Parcels on their way.

use reqwest::Method;
use serde_json::{Value, json};

use crate::shippo::{Shippo, all, id};

fn path(label: &Value) -> String {
    format!("/tracks/correos_espana/{}", label["tracking_number"].as_str().expect("a number"))
}

#[tokio::test]
async fn a_bought_label_travels_on_the_carriers_clock() {
    let shippo = Shippo::start().await;
    let label = shippo.label().await;
    let mut seen = Vec::new();
    for hours in [0, 6, 14, 24, 4, 100] {
        shippo.0.control("/_control/shippo/clock", json!({ "hours": hours })).await;
        let track = shippo.get(&path(&label)).await;
        seen.push(track["tracking_status"]["substatus"]["code"].as_str().unwrap().to_owned());
    }
    let steps =
        ["information_received", "package_accepted", "package_departed", "out_for_delivery", "delivered"];
    assert_eq!(seen[..5], steps);
    assert_eq!(seen[5], "delivered");
    let track = shippo.get(&path(&label)).await;
    assert_eq!(all(&track["tracking_history"], "/substatus/code"), steps);
    assert_eq!((&track["transaction"], &track["metadata"]), (&label["object_id"], &json!("order 7K3QD")));
    assert_eq!((&track["eta"], &track["original_eta"]), (&label["eta"], &label["eta"]));
    assert_eq!(track["tracking_history"][1]["location"]["city"], "Madrid");
    assert_eq!(track["tracking_status"]["location"]["city"], "Barcelona");
    assert_eq!(track["servicelevel"]["token"], "correos_standard_home");
    let bought = shippo.get(&format!("/transactions/{}", id(&label))).await;
    assert_eq!(bought["tracking_status"], "DELIVERED");
}

#[tokio::test]
async fn a_long_leap_makes_every_scan_with_its_own_date() {
    let shippo = Shippo::start().await;
    let (one, two) = (shippo.label().await, shippo.label().await);
    let leap = shippo.0.control("/_control/shippo/clock", json!({ "hours": 48 })).await;
    assert_eq!(leap["sent"], 8);
    for label in [one, two] {
        let track = shippo.get(&path(&label)).await;
        let dates = all(&track["tracking_history"], "/status_date");
        assert!(dates.is_sorted() && dates.len() == 5, "{dates:?}");
    }
    let back = shippo.0.post("/_control/shippo/clock").json(&json!({ "hours": -1 })).send().await.unwrap();
    assert_eq!(back.status(), 400);
}

#[tokio::test]
async fn a_scan_by_hand_can_end_a_journey_and_old_news_do_not_become_new() {
    let shippo = Shippo::start().await;
    let label = shippo.label().await;
    shippo.0.control("/_control/shippo/clock", json!({ "hours": 6 })).await;
    let scan = json!({ "carrier": "correos_espana", "tracking_number": label["tracking_number"], "status": "RETURNED",
        "substatus": "package_unclaimed", "location": { "city": "Lleida", "state": "", "zip": "25001", "country": "ES" },
        "eta": "2027-01-01T00:00:00Z" });
    let track = shippo.0.control("/_control/shippo/tracks", scan).await;
    assert_eq!(
        track["tracking_status"]["substatus"],
        json!({
        "code": "package_unclaimed", "text": "Package unclaimed.", "action_required": true })
    );
    assert_eq!((&track["eta"], &track["original_eta"]), (&json!("2027-01-01T00:00:00Z"), &label["eta"]));
    let old = json!({ "carrier": "correos_espana", "tracking_number": label["tracking_number"], "status": "TRANSIT",
        "status_date": "2020-01-01T00:00:00Z" });
    let track = shippo.0.control("/_control/shippo/tracks", old).await;
    assert_eq!(
        (&track["tracking_status"]["status"], &track["tracking_history"][0]["substatus"]),
        (&json!("RETURNED"), &json!(null))
    );
    assert_eq!(shippo.0.control("/_control/shippo/clock", json!({ "hours": 72 })).await["sent"], 0);
    let odd = json!({ "carrier": "ups", "tracking_number": "1", "status": "LOST" });
    let refused = shippo.0.post("/_control/shippo/tracks").json(&odd).send().await.unwrap();
    assert_eq!(refused.status(), 400);
}

#[tokio::test]
async fn unknown_numbers_and_carriers_answer_as_recorded() {
    let shippo = Shippo::start().await;
    let (status, page) = shippo.ask(Method::GET, "/tracks/usps/NONE", &Value::Null).await;
    assert_eq!((status.as_u16(), page.as_str().unwrap().starts_with("<h1>Not Found</h1>")), (404, true));
    let made = shippo
        .post("/tracks/", json!({ "carrier": "usps", "tracking_number": "NONE", "metadata": "mine" }))
        .await;
    assert_eq!((&made["tracking_status"], &made["tracking_history"]), (&json!(null), &json!([])));
    assert_eq!(
        (&made["metadata"], &made["servicelevel"]),
        (&json!("mine"), &json!({ "token": null, "name": null }))
    );
    let (status, answer) = shippo.ask(Method::GET, "/tracks/postie/NONE", &Value::Null).await;
    assert_eq!(
        (status.as_u16(), answer),
        (400, json!({ "detail": "Carrier with name 'postie' is not supported." }))
    );
    let refused = shippo.refused("/tracks/", json!({ "carrier": "postie", "tracking_number": "1" })).await;
    assert_eq!(refused, json!({ "carrier": ["Invalid value specified for provider 'postie'"] }));
}

#[tokio::test]
async fn the_test_carrier_tells_fortunes_without_a_zone() {
    let shippo = Shippo::start().await;
    for status in ["PRE_TRANSIT", "TRANSIT", "DELIVERED", "RETURNED", "FAILURE", "UNKNOWN"] {
        let track = shippo.get(&format!("/tracks/shippo/SHIPPO_{status}")).await;
        assert_eq!(track["tracking_status"]["status"], status);
        for date in [
            &track["eta"],
            &track["tracking_status"]["status_date"],
            &track["tracking_status"]["object_created"],
        ] {
            assert_eq!((date.as_str().unwrap().len(), date.as_str().unwrap().contains('Z')), (23, false));
        }
        assert_eq!(track["tracking_status"]["object_updated"], json!(null));
    }
    let (status, _) = shippo.ask(Method::GET, "/tracks/shippo/SHIPPO_NO", &Value::Null).await;
    assert_eq!(status, 404);
}
