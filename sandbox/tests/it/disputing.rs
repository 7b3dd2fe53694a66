//! A customer goes to the bank.

use serde_json::{Value, json};

use crate::receiver::Receiver;
use crate::world::{World, config};

async fn turned(world: &World, dispute: &Value, status: &str) -> Value {
    let path = format!("/_control/stripe/disputes/{}", dispute["id"].as_str().expect("an id"));
    world.control(&path, json!({ "status": status })).await
}

#[tokio::test]
async fn a_dispute_takes_the_money_and_may_give_it_back() {
    let mut clew = Receiver::start().await;
    let world = World::telling(&clew.url).await;
    let intent = world.paid("4242424242424242").await;
    clew.types(3).await;
    let dispute = world.control("/_control/stripe/disputes", json!({ "payment_intent": intent })).await;
    assert_eq!((&dispute["status"], &dispute["amount"]), (&json!("needs_response"), &json!(5000)));
    assert_eq!(clew.types(2).await, ["charge.dispute.created", "charge.dispute.funds_withdrawn"]);
    assert_eq!(world.charge(&intent).await["disputed"], true);
    let (status, refused) = world.call("/v1/refunds", &[("payment_intent", &intent)]).await;
    assert_eq!((status, &refused["error"]["code"]), (400, &json!("charge_disputed")));

    turned(&world, &dispute, "under_review").await;
    assert_eq!(clew.types(1).await, ["charge.dispute.updated"]);
    turned(&world, &dispute, "won").await;
    assert_eq!(clew.types(2).await, ["charge.dispute.closed", "charge.dispute.funds_reinstated"]);
    let listed = world.read(&format!("/v1/disputes?payment_intent={intent}")).await;
    assert_eq!((&listed["data"][0]["status"], &listed["has_more"]), (&json!("won"), &json!(false)));
    assert_eq!(world.call("/v1/refunds", &[("payment_intent", &intent)]).await.0, 200);
}

#[tokio::test]
async fn a_question_of_the_bank_moves_no_money() {
    let mut clew = Receiver::start().await;
    let world = World::telling(&clew.url).await;
    let intent = world.paid("4242424242424242").await;
    clew.types(3).await;
    let asked = json!({ "payment_intent": intent, "status": "warning_needs_response" });
    let dispute = world.control("/_control/stripe/disputes", asked).await;
    assert_eq!(clew.types(1).await, ["charge.dispute.created"]);
    turned(&world, &dispute, "lost").await;
    assert_eq!(clew.types(2).await, ["charge.dispute.closed", "charge.dispute.funds_withdrawn"]);
}

#[tokio::test]
async fn one_card_disputes_everything() {
    let world = World::start(config()).await;
    let intent = world.paid("4000000000000259").await;
    let listed = world.read(&format!("/v1/disputes?payment_intent={intent}")).await;
    assert_eq!(listed["data"][0]["reason"], "fraudulent");
    let nothing = json!({ "payment_intent": "pi_no" });
    assert_eq!(world.post("/_control/stripe/disputes").json(&nothing).send().await.unwrap().status(), 409);
}
