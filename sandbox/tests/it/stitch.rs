//! Stitch's news arrive signed as Svix signs, in both shapes.

use std::sync::atomic::Ordering;

use serde_json::json;

use crate::receiver::Receiver;
use crate::world::World;

#[tokio::test]
async fn a_payment_is_told_in_either_shape_and_not_in_stripes_list() {
    let mut clew = Receiver::start().await;
    let world = World::telling_of_stitch(&clew.url).await;
    let payment = |state: &str, shape: &str| json!({ "external_reference": "7K3QD", "quantity": "29.00", "currency": "ZAR", "state": state, "shape": shape });
    let sent = world.control("/_control/stitch/payments", payment("Completed", "nested")).await;
    let nested = clew.next().await;
    let node = &nested["data"]["client"]["paymentInitiationRequests"]["node"];
    assert_eq!((&node["id"], &node["externalReference"]), (&sent["id"], &json!("7K3QD")));
    assert_eq!(node["amount"], json!({ "quantity": "29.00", "currency": "ZAR" }));
    assert_eq!(node["state"]["__typename"], "PaymentInitiationRequestCompleted");

    world.control("/_control/stitch/payments", payment("Expired", "flat")).await;
    let flat = clew.next().await;
    assert_eq!(
        (&flat["type"], &flat["data"]["status"]),
        (&json!("payment"), &json!("PaymentInitiationRequestExpired"))
    );
    assert_eq!(world.read("/v1/events").await["data"], json!([]));
}

#[tokio::test]
async fn its_webhooks_have_faults_of_their_own_and_come_again() {
    let mut clew = Receiver::start().await;
    let world = World::telling_of_stitch(&clew.url).await;
    let payment =
        json!({ "external_reference": "7K3QD", "quantity": "29.00", "currency": "ZAR", "state": "Pending" });
    world.control("/_control/faults", json!({ "drop": 1, "stitch": { "duplicate": 1 } })).await;
    clew.status.store(503, Ordering::SeqCst);
    world.control("/_control/stitch/payments", payment).await;
    clew.next().await;
    clew.status.store(200, Ordering::SeqCst);
    clew.next().await;
    clew.next().await;
    assert!(clew.quiet().await);
    assert_eq!(world.read("/_control/faults").await["drop"], 1);
}
