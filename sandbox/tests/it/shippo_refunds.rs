//! Giving labels back.

use serde_json::json;

use crate::shippo::{Shippo, id};

#[tokio::test]
async fn a_label_is_taken_back_in_time() {
    let shippo = Shippo::start().await;
    let label = id(&shippo.label().await);
    let queued = shippo.post("/refunds/", json!({ "transaction": label })).await;
    assert_eq!((&queued["status"], &queued["transaction"]), (&json!("QUEUED"), &json!(label)));
    let path = format!("/refunds/{}", id(&queued));
    assert_eq!(shippo.get(&path).await["status"], "PENDING");
    assert_eq!(shippo.get(&format!("/transactions/{label}")).await["status"], "REFUNDPENDING");
    let done = shippo.after(&path, &["PENDING"]).await;
    assert_eq!(done["status"], "SUCCESS");
    assert_eq!(shippo.get(&format!("/transactions/{label}")).await["status"], "REFUNDED");
    assert_eq!(shippo.get("/refunds/").await["results"], json!([done]));
    let twice = shippo.refused("/refunds/", json!({ "transaction": label })).await;
    assert_eq!(twice, json!({ "transaction": ["Refund with this Transaction already exists."] }));
    // What was given back never travels.
    assert_eq!(shippo.0.control("/_control/shippo/clock", json!({ "hours": 72 })).await["sent"], 0);
}

#[tokio::test]
async fn a_label_that_was_used_stays_used() {
    let shippo = Shippo::start().await;
    let label = id(&shippo.label().await);
    shippo.0.control("/_control/shippo/clock", json!({ "hours": 7 })).await;
    let refused = shippo.post("/refunds/", json!({ "transaction": label })).await;
    assert_eq!(refused["status"], "ERROR");
    assert_eq!(shippo.get(&format!("/transactions/{label}")).await["status"], "REFUNDREJECTED");
}

#[tokio::test]
async fn a_refund_needs_a_label() {
    let shippo = Shippo::start().await;
    assert_eq!(
        shippo.refused("/refunds/", json!({})).await,
        json!({ "transaction": ["This field is required."] })
    );
    let unknown = shippo.refused("/refunds/", json!({ "transaction": "none" })).await;
    assert_eq!(unknown, json!({ "transaction": ["Transaction with supplied object_id not found."] }));
    let rate = shippo.rate().await;
    let queued = shippo.post("/transactions/", json!({ "rate": rate })).await;
    let early = shippo.refused("/refunds/", json!({ "transaction": id(&queued) })).await;
    assert_eq!(early, json!({ "transaction": ["Only successful transactions can be refunded."] }));
}
