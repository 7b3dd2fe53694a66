//! DHL's client against a carrier that answers what DHL documents.

use secrecy::SecretString;
use serde_json::{Value, json};

use super::{Dhl, HEADER, Hook, MOST};
use crate::{
    clock::{At, Clock},
    provider::{
        Unanswered,
        said::Said,
        stub::{Stub, Told},
    },
};

fn key() -> SecretString {
    SecretString::from("key")
}

fn hook(word: &str) -> Hook {
    Hook { url: "https://shop.test/api/webhooks/carriers/dhl".to_owned(), word: SecretString::from(word) }
}

fn now() -> At {
    Clock::System.now()
}

async fn answers(told: Told) -> (Stub, Dhl) {
    let stub = Stub::start(move |_, _| told.clone()).await;
    let dhl = Dhl::new(&key(), Some(&stub.base), Some(hook("agreed"))).unwrap();
    (stub, dhl)
}

#[tokio::test]
async fn the_division_is_named_and_its_parcel_taken() {
    let of = |service: &str, status: &str, at: &str| json!({ "id": "77", "service": service, "status": { "statusCode": status, "timestamp": at } });
    let newer_elsewhere = json!({ "shipments": [
        of("express", "transit", "2026-09-01T10:00:00"), of("parcel-nl", "delivered", "2026-09-03T10:00:00")] });
    let (stub, dhl) = answers((200, "", newer_elsewhere.to_string())).await;
    let Ok(Said::Done(report)) = dhl.track("dhl_express", "77", now()).await else { panic!() };
    assert_eq!(report.events[0].code.as_deref(), Some("transit"));
    let Ok(Said::Done(report)) = dhl.track("dhl", "77", now()).await else { panic!() };
    assert_eq!(report.events[0].code.as_deref(), Some("delivered"), "nobody said which: the newest");
    let asked = stub.asked();
    assert_eq!(asked[0].line, "GET /track/shipments?trackingNumber=77&language=en&service=express");
    assert!(asked[0].head.contains("dhl-api-key: key"));
    assert_eq!(asked[1].line, "GET /track/shipments?trackingNumber=77&language=en");
}

#[tokio::test]
async fn each_answer_is_sorted() {
    let ask = async |told| answers(told).await.1.track("dhl", "77", now()).await;
    let words = r#"{"title":"No result found","detail":"No shipment with given tracking number found.","status":404}"#;
    let Ok(Said::Done(report)) = ask((404, "", words.to_owned())).await else { panic!() };
    assert!(report.unknown);
    assert!(matches!(ask((401, "", "{}".to_owned())).await, Err(Unanswered::KeyRefused(_))));
    assert!(matches!(ask((429, "", "{}".to_owned())).await, Ok(Said::Busy { .. })));
    assert!(matches!(ask((400, "", words.to_owned())).await, Ok(Said::Refused(_))));
    assert!(matches!(ask((500, "", words.to_owned())).await, Err(Unanswered::Down(_))));
}

#[tokio::test]
async fn a_subscription_brings_our_word_and_is_confirmed_with_its_secret() {
    let (stub, dhl) = answers((202, "", r#"{"subscriptionId":"sub-1"}"#.to_owned())).await;
    let said = dhl.subscribe("post-de", &["0034"], now()).await;
    assert_eq!(said, Ok(Said::Done("sub-1".to_owned())));
    let asked = stub.asked().pop().unwrap();
    assert_eq!(asked.line, "POST /tracking/push/v1/subscription");
    let body: Value = serde_json::from_str(&asked.body).unwrap();
    assert_eq!((&body["type"], &body["shipmentIDs"]), (&json!("Shipment"), &json!(["0034"])));
    let proof = &body["hook"]["authentication"];
    assert_eq!((&proof["header"], &proof["token"]), (&json!(HEADER), &json!("agreed")));

    let (stub, dhl) = answers((204, "", String::new())).await;
    assert_eq!(dhl.confirm("sub-1", "shhh", now()).await, Ok(Said::Done(())));
    let asked = stub.asked().pop().unwrap();
    assert_eq!(asked.line, "POST /tracking/push/v1/subscription/sub-1");
    assert!(asked.head.contains("dhl-api-hook-secret: shhh"));
    for none in ["", "a\r\nb: c"] {
        assert!(matches!(dhl.confirm("sub-1", none, now()).await, Ok(Said::Refused(_))));
    }
    assert_eq!(dhl.unsubscribe("sub-1", now()).await, Ok(Said::Done(())));
    assert_eq!(stub.times("DELETE /tracking/push/v1/subscription/sub-1"), 1);
    assert_eq!(stub.asked().len(), 2, "an empty secret asks nobody");
    let (_, dhl) = answers((404, "", String::new())).await;
    assert_eq!(dhl.unsubscribe("sub-1", now()).await, Ok(Said::Done(())), "over already");
    assert!(matches!(dhl.confirm("sub-1", "shhh", now()).await, Ok(Said::Refused(_))));
}

#[tokio::test]
async fn more_than_dhl_takes_is_not_asked_and_a_nameless_answer_is_none() {
    let (stub, dhl) = answers((202, "", "{}".to_owned())).await;
    assert!(matches!(dhl.subscribe("express", &["1"; MOST + 1], now()).await, Ok(Said::Refused(_))));
    assert_eq!(stub.asked().len(), 0);
    assert!(matches!(dhl.subscribe("express", &["1"], now()).await, Err(Unanswered::Down(_))));
    let (_, dhl) = answers((201, "", r#"{"self":"https://a.test/subscription/sub-2"}"#.to_owned())).await;
    assert_eq!(dhl.subscribe("express", &["1"], now()).await, Ok(Said::Done("sub-2".to_owned())));
    let alone = Dhl::new(&key(), None, None).unwrap();
    assert!(
        !alone.tells() && matches!(alone.subscribe("express", &["1"], now()).await, Ok(Said::Refused(_)))
    );
}

#[test]
fn what_cannot_be_a_key_or_a_word_is_told_at_once() {
    assert!(Dhl::new(&SecretString::from(""), None, None).is_err());
    assert!(Dhl::new(&key(), Some("nowhere"), None).is_err());
    assert!(Dhl::new(&key(), None, Some(hook(""))).is_err());
    assert!(Dhl::new(&key(), None, Some(Hook { url: "x".to_owned(), ..hook("agreed") })).is_err());
    let dhl = Dhl::new(&SecretString::from("s3cret"), None, Some(hook("agreed"))).unwrap();
    let shown = format!("{dhl:?}");
    assert!(!shown.contains("s3cret") && !shown.contains("agreed"));
}
