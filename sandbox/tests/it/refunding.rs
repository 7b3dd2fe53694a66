//! Money goes back: in parts, twice at once, from the dashboard, late, and not at all.

use serde_json::json;

use crate::receiver::Receiver;
use crate::world::{World, config};

const CARD: &str = "4242424242424242";

#[tokio::test]
async fn a_refund_is_told_two_ways_and_counted_on_the_charge() {
    let mut clew = Receiver::start().await;
    let world = World::telling(&clew.url).await;
    let intent = world.paid(CARD).await;
    clew.types(3).await;
    let form = [
        ("payment_intent", intent.as_str()),
        ("amount", "1200"),
        ("reason", "requested_by_customer"),
        ("metadata[refund_id]", "r-1"),
    ];
    let (status, refund) = world.call("/v1/refunds", &form).await;
    assert_eq!((status, &refund["status"], &refund["amount"]), (200, &json!("succeeded"), &json!(1200)));
    assert_eq!(refund["metadata"], json!({ "refund_id": "r-1" }));
    assert_eq!(clew.types(2).await, ["charge.refunded", "refund.created"]);
    let charge = world.charge(&intent).await;
    assert_eq!((&charge["amount_refunded"], &charge["refunded"]), (&json!(1200), &json!(false)));

    let (_, rest) = world.call("/v1/refunds", &[("charge", charge["id"].as_str().unwrap())]).await;
    assert_eq!(rest["amount"], 3800);
    assert_eq!(world.charge(&intent).await["refunded"], true);
    let listed = world.read(&format!("/v1/refunds?payment_intent={intent}&limit=1")).await;
    assert_eq!((&listed["data"][0]["id"], &listed["has_more"]), (&rest["id"], &json!(true)));
    let next = format!("/v1/refunds?payment_intent={intent}&starting_after={}", rest["id"].as_str().unwrap());
    assert_eq!(world.read(&next).await["data"][0]["id"], refund["id"]);
    let read = world.read(&format!("/v1/refunds/{}", refund["id"].as_str().unwrap())).await;
    assert_eq!(read, refund);
    assert_eq!(world.read("/_control/stripe/refunds").await.as_array().unwrap().len(), 2);
    let index = world.get("/").send().await.unwrap().text().await.unwrap();
    assert!(index.contains(refund["id"].as_str().unwrap()) && index.contains("€12.00"));
}

#[tokio::test]
async fn what_cannot_be_refunded_is_refused_in_stripes_words() {
    let world = World::start(config()).await;
    let intent = world.paid(CARD).await;
    let refund =
        async |amount| world.call("/v1/refunds", &[("payment_intent", &intent), ("amount", amount)]).await;
    let (status, more) = refund("5001").await;
    assert_eq!((status, &more["error"]["param"]), (400, &json!("amount")));
    assert_eq!(more["error"]["message"], "Refund amount (€50.01) is greater than charge amount (€50.00)");
    assert_eq!(more["error"]["type"], "invalid_request_error");
    assert_eq!(refund("0").await.0, 400);
    assert_eq!(refund("4000").await.0, 200);
    let (_, more) = refund("1001").await;
    let says = "Refund amount (€10.01) is greater than unrefunded amount on charge (€10.00)";
    assert_eq!(more["error"]["message"], says);
    assert_eq!(refund("1000").await.0, 200);
    let (status, again) = refund("1").await;
    assert_eq!((status, &again["error"]["code"]), (400, &json!("charge_already_refunded")));
    assert_eq!(world.call("/v1/refunds", &[("payment_intent", "pi_no")]).await.0, 404);
    assert_eq!(world.call("/v1/refunds", &[("charge", "ch_no")]).await.0, 404);
    assert_eq!(world.call("/v1/refunds", &[("amount", "1")]).await.0, 400);
    assert_eq!(world.get("/v1/refunds/re_no").send().await.unwrap().status(), 404);
}

#[tokio::test]
async fn refunds_at_once_never_give_back_more_than_was_taken() {
    let world = World::start(config()).await;
    let intent = world.paid(CARD).await;
    let mut calls = tokio::task::JoinSet::new();
    for _ in 0..24 {
        let request =
            world.post("/v1/refunds").form(&[("payment_intent", intent.as_str()), ("amount", "700")]);
        calls.spawn(async move { request.send().await.unwrap().status().as_u16() });
    }
    let statuses = calls.join_all().await;
    assert_eq!(statuses.iter().filter(|status| **status == 200).count(), 7);
    assert_eq!(world.charge(&intent).await["amount_refunded"], 4900);
}

#[tokio::test]
async fn a_lost_answer_is_found_again_by_its_key() {
    let world = World::start(config()).await;
    let intent = world.paid(CARD).await;
    let switches = json!({ "only": "POST /v1/refunds", "api_drop_reply": 1 });
    world.control("/_control/faults", switches).await;
    let request = || {
        let form = [("payment_intent", intent.as_str()), ("amount", "700")];
        world.post("/v1/refunds").header("idempotency-key", "r-1").form(&form)
    };
    assert!(request().send().await.is_err());
    assert_eq!(request().send().await.unwrap().headers()["idempotent-replayed"], "true");
    assert_eq!(world.read("/_control/stripe/refunds").await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn a_refund_from_the_dashboard_bears_no_mark_of_ours() {
    let mut clew = Receiver::start().await;
    let world = World::telling(&clew.url).await;
    let intent = world.paid(CARD).await;
    clew.types(3).await;
    let made =
        world.control("/_control/stripe/refunds", json!({ "payment_intent": intent, "amount": 900 })).await;
    assert_eq!((&made["amount"], &made["metadata"]), (&json!(900), &json!({})));
    assert_eq!(clew.types(2).await, ["charge.refunded", "refund.created"]);

    let fail = format!("/_control/stripe/refunds/{}/fail", made["id"].as_str().unwrap());
    let failed = world.control(&fail, json!(null)).await;
    assert_eq!((&failed["status"], failed["failure_reason"].is_string()), (&json!("failed"), true));
    assert_eq!(clew.types(3).await, ["charge.refund.updated", "refund.failed", "refund.updated"]);
    assert_eq!(world.charge(&intent).await["amount_refunded"], 0);
    assert_eq!(world.post(&fail).send().await.unwrap().status(), 409);
    let (status, all) = world.call("/v1/refunds", &[("payment_intent", &intent)]).await;
    assert_eq!((status, &all["amount"]), (200, &json!(5000)));
}

#[tokio::test]
async fn two_cards_change_their_mind_a_moment_later() {
    let mut clew = Receiver::start().await;
    let world = World::telling(&clew.url).await;
    for (card, first, then, kinds, left) in [
        ("4000000000007726", "pending", "succeeded", &["charge.refund.updated", "refund.updated"][..], 5000),
        (
            "4000000000005126",
            "succeeded",
            "failed",
            &["charge.refund.updated", "refund.failed", "refund.updated"][..],
            0,
        ),
    ] {
        let intent = world.paid(card).await;
        clew.types(3).await;
        let (_, refund) = world.call("/v1/refunds", &[("payment_intent", &intent)]).await;
        assert_eq!(refund["status"], first);
        assert_eq!(clew.types(2).await, ["charge.refunded", "refund.created"]);
        let event = clew.next().await;
        assert_eq!(event["data"]["object"]["status"], then);
        let mut rest = vec![event["type"].as_str().unwrap().to_owned()];
        rest.extend(clew.types(kinds.len() - 1).await);
        rest.sort();
        assert_eq!(rest, kinds);
        assert_eq!(world.charge(&intent).await["amount_refunded"], left);
        let read = world.read(&format!("/v1/refunds/{}", refund["id"].as_str().unwrap())).await;
        assert_eq!(read["status"], then);
    }
    let updated = world.read("/v1/events?type=refund.updated").await;
    assert_eq!(updated["data"][1]["data"]["previous_attributes"], json!({ "status": "pending" }));
}
