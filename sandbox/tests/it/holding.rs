//! Money that is only set aside: taken later, given back, or let go by the bank.

use serde_json::json;

use crate::receiver::Receiver;
use crate::world::{World, config};

#[tokio::test]
async fn a_held_payment_completes_unpaid_and_can_be_taken_once() {
    let mut clew = Receiver::start().await;
    let world = World::telling(&clew.url).await;
    let intent = world.held().await;
    let kinds =
        ["charge.succeeded", "checkout.session.completed", "payment_intent.amount_capturable_updated"];
    assert_eq!(clew.types(3).await, kinds);
    let session = format!("/v1/checkout/sessions?payment_intent={intent}");
    assert_eq!(world.read(&session).await["data"][0]["payment_status"], "unpaid");
    let held = world.read(&format!("/v1/payment_intents/{intent}")).await;
    assert_eq!((&held["status"], &held["amount_capturable"]), (&json!("requires_capture"), &json!(5000)));
    assert_eq!((&held["capture_method"], &held["amount_received"]), (&json!("manual"), &json!(0)));
    let charge = world.charge(&intent).await;
    assert_eq!((&charge["captured"], &charge["amount_captured"]), (&json!(false), &json!(0)));
    assert!(charge["payment_method_details"]["card"]["capture_before"].is_i64());
    assert_eq!(world.call("/v1/refunds", &[("payment_intent", &intent)]).await.0, 400);

    let path = format!("/v1/payment_intents/{intent}/capture");
    assert_eq!(world.call(&path, &[("amount_to_capture", "5001")]).await.0, 400);
    let (status, taken) = world.call(&path, &[("amount_to_capture", "3000")]).await;
    assert_eq!(
        (status, &taken["status"], &taken["amount_received"]),
        (200, &json!("succeeded"), &json!(3000))
    );
    assert_eq!(clew.types(2).await, ["charge.captured", "payment_intent.succeeded"]);
    assert_eq!(world.read(&session).await["data"][0]["payment_status"], "paid");
    let (status, again) = world.call(&path, &[]).await;
    assert_eq!((status, &again["error"]["code"]), (400, &json!("payment_intent_unexpected_state")));
    assert_eq!(again["error"]["payment_intent"]["status"], "succeeded");
    let (status, refund) = world.call("/v1/refunds", &[("payment_intent", &intent)]).await;
    assert_eq!((status, &refund["amount"]), (200, &json!(3000)));
}

#[tokio::test]
async fn a_hold_can_be_given_back_once() {
    let mut clew = Receiver::start().await;
    let world = World::telling(&clew.url).await;
    let intent = world.held().await;
    clew.types(3).await;
    let path = format!("/v1/payment_intents/{intent}/cancel");
    assert_eq!(world.call(&path, &[("cancellation_reason", "boredom")]).await.0, 400);
    let (status, canceled) = world.call(&path, &[("cancellation_reason", "requested_by_customer")]).await;
    assert_eq!((status, &canceled["status"]), (200, &json!("canceled")));
    assert_eq!(canceled["cancellation_reason"], "requested_by_customer");
    assert_eq!(clew.types(1).await, ["payment_intent.canceled"]);
    for path in [path, format!("/v1/payment_intents/{intent}/capture")] {
        let (status, again) = world.call(&path, &[]).await;
        assert_eq!((status, &again["error"]["code"]), (400, &json!("payment_intent_unexpected_state")));
    }
    assert!(clew.quiet().await);
}

#[tokio::test]
async fn a_bank_lets_go_of_a_hold_in_the_end() {
    let mut clew = Receiver::start().await;
    let world = World::telling(&clew.url).await;
    let intent = world.held().await;
    clew.types(3).await;
    let path = format!("/_control/stripe/payment_intents/{intent}/lapse");
    let lapsed = world.control(&path, json!(null)).await;
    assert_eq!(
        (&lapsed["status"], &lapsed["cancellation_reason"]),
        (&json!("canceled"), &json!("automatic"))
    );
    assert_eq!(clew.types(2).await, ["charge.expired", "payment_intent.canceled"]);
    assert_eq!(world.post(&path).send().await.unwrap().status(), 409);
}

#[tokio::test]
async fn an_open_checkouts_intent_is_the_checkouts_own() {
    let world = World::start(config()).await;
    let intent = world.paid("4000000000009995").await;
    let path = format!("/v1/payment_intents/{intent}/cancel");
    let (status, refused) = world.call(&path, &[]).await;
    assert_eq!(status, 400);
    assert!(refused["error"]["message"].as_str().unwrap().contains("created by Checkout"));
    let (status, refused) = world.call("/v1/refunds", &[("payment_intent", &intent)]).await;
    assert_eq!((status, &refused["error"]["type"]), (400, &json!("invalid_request_error")));
}
