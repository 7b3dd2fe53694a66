//! The switches under `shippo`.

use std::time::Duration;

use serde_json::{Value, json};

use crate::shippo::{Shippo, TOKEN, id};

async fn set(shippo: &Shippo, switches: Value) {
    shippo.0.control("/_control/faults", json!({ "shippo": switches })).await;
}

#[tokio::test]
async fn a_carrier_can_refuse_a_label() {
    let shippo = Shippo::start().await;
    let rate = shippo.rate().await;
    set(&shippo, json!({ "label_error": 2, "label_delay_ms": 1 })).await;
    let at_once = shippo.post("/transactions/", json!({ "rate": rate, "async": false })).await;
    assert_eq!((&at_once["status"], &at_once["label_url"]), (&json!("ERROR"), &json!("")));
    assert_eq!(at_once["messages"][0]["source"], "Correos");
    let queued = shippo.post("/transactions/", json!({ "rate": rate })).await;
    let later = shippo.after(&format!("/transactions/{}", id(&queued)), &["QUEUED"]).await;
    assert_eq!(later["status"], "ERROR");
    assert_eq!(shippo.label().await["status"], "SUCCESS");
}

#[tokio::test]
async fn a_rate_can_expire_and_a_void_can_fail() {
    let shippo = Shippo::start().await;
    let label = id(&shippo.label().await);
    let rate = shippo.rate().await;
    set(&shippo, json!({ "rate_expired": 1, "void_error": 1 })).await;
    let expired = shippo.refused("/transactions/", json!({ "rate": rate })).await;
    assert_eq!(expired, json!({ "rate": ["Rate has expired."] }));
    assert_eq!(shippo.0.read("/_control/shippo/transactions").await.as_array().unwrap().len(), 1);
    let refund = shippo.post("/refunds/", json!({ "transaction": label })).await;
    let refund = shippo.after(&format!("/refunds/{}", id(&refund)), &["PENDING"]).await;
    assert_eq!(refund["status"], "ERROR");
    assert_eq!(shippo.get(&format!("/transactions/{label}")).await["status"], "REFUNDREJECTED");
    let again = shippo.post("/refunds/", json!({ "transaction": label, "async": false })).await;
    assert_eq!(again["status"], "SUCCESS");
}

#[tokio::test]
async fn a_purchase_whose_answer_was_lost_is_found_by_its_rate() {
    let shippo = Shippo::start().await;
    let rate = shippo.rate().await;
    for lost in ["api_drop_reply", "api_timeout", "api_5xx_after"] {
        set(&shippo, json!({ "only": "POST /shippo/transactions", lost: 1 })).await;
        let before = shippo.get("/transactions/").await["results"].as_array().unwrap().len();
        let request = shippo.0.client.post(shippo.0.url("/shippo/transactions/"));
        let request = request.header("authorization", TOKEN).timeout(Duration::from_millis(500));
        let answer = request.json(&json!({ "rate": rate, "metadata": lost })).send().await;
        assert!(answer.is_err() || answer.is_ok_and(|answer| answer.status() == 500), "{lost}");
        let found = shippo.get(&format!("/transactions/?rate={rate}")).await;
        assert_eq!(
            (found["results"].as_array().unwrap().len(), &found["results"][0]["metadata"]),
            (before + 1, &json!(lost))
        );
    }
    set(&shippo, json!({ "down": true })).await;
    let (status, _) = shippo.ask(reqwest::Method::POST, "/transactions/", &json!({ "rate": rate })).await;
    assert_eq!(status, 503);
    assert_eq!(shippo.0.read("/_control/shippo/transactions").await.as_array().unwrap().len(), 3);
}
