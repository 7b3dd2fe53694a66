//! Our objects have every field of Stripe's own examples. Those are not ours to copy, so they are read where they lie.

use serde_json::{Value, json};

use crate::world::{World, config};

fn example(path: &str) -> Option<Value> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/fixtures/stripe");
    let text = std::fs::read_to_string(format!("{folder}/{path}")).ok()?;
    Some(serde_json::from_str(&text).expect("JSON"))
}

fn covers(ours: &Value, path: &str) {
    let Some(theirs) = example(path) else { return };
    // Left out of newer versions unless asked for.
    let optional = ["refunds"];
    let missing: Vec<_> = theirs
        .as_object()
        .expect("an object")
        .keys()
        .filter(|key| ours.get(key.as_str()).is_none() && !optional.contains(&key.as_str()))
        .collect();
    assert!(missing.is_empty(), "{path}: {missing:?} missing");
}

#[tokio::test]
async fn objects_have_every_documented_field() {
    let world = World::start(config()).await;
    let id = world.session().await;
    let session = format!("/v1/checkout/sessions/{id}");
    covers(&world.read(&session).await, "objects/checkout.session.json");
    world.control(&format!("/_control/sessions/{id}/pay"), json!({ "card": "4242424242424242" })).await;
    let paid = world.read(&format!("{session}?expand[]=payment_intent.latest_charge")).await;
    covers(&paid, "objects/checkout.session.json");
    covers(&paid["payment_intent"], "objects/payment_intent.json");
    covers(&paid["payment_intent"]["latest_charge"], "objects/charge.json");
    let events = world.read("/v1/events").await;
    covers(&events["data"][0], "objects/event.json");
    covers(&events["data"][0], "events/synthetic.checkout.session.completed.json");
    covers(&events["data"][0]["data"]["object"], "objects/checkout.session.json");
    let intent = paid["payment_intent"]["id"].as_str().expect("an id");
    let (_, refund) = world.call("/v1/refunds", &[("payment_intent", intent), ("amount", "1")]).await;
    covers(&refund, "objects/refund.json");
    let dispute = world.control("/_control/stripe/disputes", json!({ "payment_intent": intent })).await;
    covers(&dispute, "objects/dispute.json");
}
