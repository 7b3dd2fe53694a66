//! A customer pays, fails to pay, confirms, waits, or comes too late.

use serde_json::json;

use crate::receiver::Receiver;
use crate::world::{World, config};

#[tokio::test]
async fn a_payment_is_told_three_ways_and_returns_to_the_shop() {
    let mut clew = Receiver::start().await;
    let world = World::telling(&clew.url).await;
    let id = world.session().await;
    let paid = world.pay(&id, "4242 4242 4242 4242").await;
    assert_eq!(paid.status(), 303);
    assert_eq!(
        paid.headers()["location"].to_str().unwrap(),
        format!("https://shop.test/thanks?session={id}")
    );
    assert_eq!(
        clew.types(3).await,
        ["charge.succeeded", "checkout.session.completed", "payment_intent.succeeded"]
    );

    let session =
        world.read(&format!("/v1/checkout/sessions/{id}?expand[]=payment_intent.latest_charge")).await;
    assert_eq!(
        (&session["status"], &session["payment_status"], &session["url"]),
        (&json!("complete"), &json!("paid"), &json!(null))
    );
    assert_eq!((&session["amount_subtotal"], &session["amount_total"]), (&json!(4500), &json!(5000)));
    assert_eq!(session["customer_details"]["name"], "Ana Pop");
    let intent = &session["payment_intent"];
    assert_eq!((&intent["status"], &intent["amount_received"]), (&json!("succeeded"), &json!(5000)));
    assert_eq!(intent["metadata"], json!({ "order": "intent-7K3QD" }));
    assert_eq!(intent["latest_charge"]["payment_method_details"]["card"]["last4"], "4242");
    let id_of_intent = intent["id"].as_str().unwrap();
    let found = world.read(&format!("/v1/checkout/sessions?payment_intent={id_of_intent}")).await;
    assert_eq!(found["data"][0]["id"], json!(id));

    let again = world.pay(&id, "4242424242424242").await;
    assert_eq!(again.status(), 303);
    assert!(clew.quiet().await);
}

#[tokio::test]
async fn a_declined_card_leaves_the_session_open() {
    let mut clew = Receiver::start().await;
    let world = World::telling(&clew.url).await;
    let id = world.session().await;
    let declined = world.pay(&id, "4000000000009995").await;
    assert_eq!(declined.status(), 402);
    assert!(declined.text().await.unwrap().contains("Your card has insufficient funds."));
    let event = clew.next().await;
    assert_eq!(event["type"], "payment_intent.payment_failed");
    let error = &event["data"]["object"]["last_payment_error"];
    assert_eq!(
        (&error["code"], &error["decline_code"]),
        (&json!("card_declined"), &json!("insufficient_funds"))
    );
    assert_eq!(world.pay(&id, "4242424242424242").await.status(), 303);
}

#[tokio::test]
async fn a_mistyped_number_never_reaches_a_bank() {
    let world = World::start(config()).await;
    let id = world.session().await;
    assert!(
        world
            .pay(&id, "4242424242424241")
            .await
            .text()
            .await
            .unwrap()
            .contains("Your card number is incorrect.")
    );
    let declined =
        world.control(&format!("/_control/sessions/{id}/pay"), json!({ "card": "4242424242424241" })).await;
    assert_eq!(declined, json!({ "declined": "incorrect_number" }));
    assert_eq!(world.read("/v1/events").await["data"], json!([]));
}

#[tokio::test]
async fn a_bank_may_ask_the_customer() {
    let world = World::start(config()).await;
    let id = world.session().await;
    let authenticate = format!("/pay/{id}/authenticate");
    assert_eq!(world.pay(&id, "4000002760003184").await.headers()["location"], format!("/pay/{id}"));
    assert!(
        world
            .get(&format!("/pay/{id}"))
            .send()
            .await
            .unwrap()
            .text()
            .await
            .unwrap()
            .contains("It is me, pay")
    );
    let no = world.post(&authenticate).form(&[("authentication", "fail")]).send().await.unwrap();
    assert!(no.text().await.unwrap().contains("We are unable to authenticate your payment method."));
    world.pay(&id, "4000000000003220").await;
    let yes = world.post(&authenticate).form(&[("authentication", "complete")]).send().await.unwrap();
    assert_eq!(yes.headers()["location"], format!("https://shop.test/thanks?session={id}"));
}

#[tokio::test]
async fn a_delayed_payment_completes_unpaid_and_is_settled_later() {
    let mut clew = Receiver::start().await;
    let world = World::telling(&clew.url).await;
    for (succeeded, kinds) in [
        (
            true,
            &["charge.succeeded", "checkout.session.async_payment_succeeded", "payment_intent.succeeded"][..],
        ),
        (false, &["checkout.session.async_payment_failed", "payment_intent.payment_failed"][..]),
    ] {
        let id = world.session().await;
        let done = world.post(&format!("/pay/{id}")).form(&[("delayed", "on")]).send().await.unwrap();
        assert_eq!(done.status(), 303);
        assert_eq!(clew.types(2).await, ["checkout.session.completed", "payment_intent.processing"]);
        let session = world.read(&format!("/v1/checkout/sessions/{id}")).await;
        assert_eq!((&session["status"], &session["payment_status"]), (&json!("complete"), &json!("unpaid")));
        world.control(&format!("/_control/sessions/{id}/async"), json!({ "succeeded": succeeded })).await;
        assert_eq!(clew.types(kinds.len()).await, kinds);
        let session = world.read(&format!("/v1/checkout/sessions/{id}")).await;
        assert_eq!(session["payment_status"], if succeeded { "paid" } else { "unpaid" });
    }
}

#[tokio::test]
async fn an_expired_session_cannot_be_paid() {
    let mut clew = Receiver::start().await;
    let world = World::telling(&clew.url).await;
    let id = world.session().await;
    let expire = format!("/v1/checkout/sessions/{id}/expire");
    let expired = world.control(&expire, json!(null)).await;
    assert_eq!(expired["status"], "expired");
    let event = clew.next().await;
    assert_eq!(event["type"], "checkout.session.expired");
    assert!(event["request"]["id"].as_str().unwrap().starts_with("req_"));
    assert!(
        world.control(&expire, json!(null)).await["error"]["message"]
            .as_str()
            .unwrap()
            .contains("status of \"expired\"")
    );
    let page = world.get(&format!("/pay/{id}")).header("accept-language", "ro").send().await.unwrap();
    assert!(page.text().await.unwrap().contains("Această plată a expirat"));
    let pay =
        world.control(&format!("/_control/sessions/{id}/pay"), json!({ "card": "4242424242424242" })).await;
    assert_eq!(pay, json!({ "status": "expired" }));
}
