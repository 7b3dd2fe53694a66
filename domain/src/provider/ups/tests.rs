//! UPS' client against a carrier that answers what UPS documents.

use secrecy::SecretString;
use serde_json::{Value, json};

use super::{Alerts, MOST, Ups};
use crate::{
    clock::{At, Clock},
    provider::{
        Unanswered,
        oauth::Credentials,
        said::Said,
        stub::{Stub, Told},
    },
};

const DOOR: &str = "https://shop.test/api/webhooks/carriers/ups";

fn credentials() -> Credentials {
    Credentials { id: "id".to_owned(), secret: "secret".to_owned().into() }
}

fn ups(stub: &Stub, alerts: Option<Alerts>) -> Ups {
    Ups::new(credentials(), Some(&stub.base), alerts).unwrap()
}

fn v1() -> Alerts {
    Alerts::V1 { url: DOOR.to_owned(), credential: SecretString::from("agreed") }
}

fn now() -> At {
    Clock::System.now()
}

async fn answers(told: Told) -> Stub {
    Stub::start(move |asked, _| match asked.line.as_str() {
        "POST /security/v1/oauth/token" => {
            (200, "", r#"{"access_token":"t","expires_in":"14399"}"#.to_owned())
        }
        _ => told.clone(),
    })
    .await
}

#[tokio::test]
async fn a_number_is_asked_for_with_the_headers_ups_demands() {
    let activity = json!([{ "date": "20260903", "time": "120100", "status": { "type": "I", "code": "DP" } }]);
    let said = json!({ "trackResponse": { "shipment": [{ "package": [
        { "trackingNumber": "1Z1", "activity": activity }, { "trackingNumber": "1Z2" }] }] } });
    let stub = answers((200, "", said.to_string())).await;
    let Ok(Said::Done(report)) = ups(&stub, None).track("1Z1", now()).await else { panic!() };
    assert_eq!((report.events.len(), report.unknown), (1, false));
    let asked = stub.asked();
    assert!(asked[0].head.contains("authorization: Basic aWQ6c2VjcmV0"), "{}", asked[0].head);
    assert!(asked[1].line.starts_with("GET /api/track/v1/details/1Z1?locale=en_US&"), "{}", asked[1].line);
    for header in ["authorization: Bearer t", "transid: ", "transactionsrc: clew"] {
        assert!(asked[1].head.contains(header), "{header}");
    }
}

#[tokio::test]
async fn each_answer_is_sorted() {
    let ask = async |told| ups(&answers(told).await, None).track("1Z1", now()).await;
    let Ok(Said::Done(report)) = ask((404, "", "{}".to_owned())).await else { panic!() };
    assert!(report.unknown && report.events.is_empty());
    let words = r#"{"response":{"errors":[{"code":"TV1002","message":"Invalid inquiry number"}]}}"#;
    let Ok(Said::Refused(why)) = ask((400, "", words.to_owned())).await else { panic!() };
    assert_eq!((why.code.as_str(), why.message.as_str()), ("TV1002", "Invalid inquiry number"));
    let blocked = r#"{"response":{"errors":[{"code":"250002","message":"Blocked Merchant"}]}}"#;
    for status in [401, 403] {
        assert!(
            matches!(ask((status, "", blocked.to_owned())).await, Err(Unanswered::KeyRefused(_))),
            "{status}"
        );
    }
    assert!(matches!(ask((429, "", String::new())).await, Ok(Said::Busy { .. })));
    assert!(matches!(ask((503, "", String::new())).await, Err(Unanswered::Down(_))));
}

#[tokio::test]
async fn ups_is_asked_to_tell_in_either_version_and_again_before_fourteen_days() {
    let said = r#"{"validTrackingNumbers":["1Z1"],"invalidTrackingNumbers":["1Z$"]}"#;
    let now = now();
    for (alerts, version) in [(v1(), "v1"), (Alerts::V2, "v2")] {
        let stub = answers((200, "", said.to_owned())).await;
        let ups = ups(&stub, Some(alerts));
        let Ok(Said::Done(subscribed)) = ups.subscribe(&["1Z1", "1Z$"], now).await else { panic!() };
        assert_eq!(
            (subscribed.taken.as_slice(), subscribed.not_taken.as_slice()),
            (&["1Z1".to_owned()][..], &["1Z$".to_owned()][..])
        );
        assert_eq!(now.seconds_until(subscribed.renew), 12 * 24 * 3600);
        let asked = stub.asked().pop().unwrap();
        assert_eq!(asked.line, format!("POST /api/track/{version}/subscription/standard/package"));
        let body: Value = serde_json::from_str(&asked.body).unwrap();
        assert_eq!(body["trackingNumberList"], json!(["1Z1", "1Z$"]));
        let destination = json!({ "url": DOOR, "credentialType": "Bearer", "credential": "agreed" });
        assert_eq!(body.get("destination"), (version == "v1").then_some(&destination));
    }
}

#[tokio::test]
async fn numbers_of_which_none_is_good_are_an_answer_about_each() {
    let said = r#"{"invalidTrackingNumbers":["1Z$"],"response":{"errors":[{"code":"VSS210","message":"at least one"}]}}"#;
    let stub = answers((400, "", said.to_owned())).await;
    let Ok(Said::Done(subscribed)) = ups(&stub, Some(v1())).subscribe(&["1Z$"], now()).await else {
        panic!()
    };
    assert_eq!((subscribed.taken.len(), subscribed.not_taken.len()), (0, 1));
    let said = r#"{"response":{"errors":[{"code":"VSS600","message":"URL is empty"}]}}"#;
    let stub = answers((400, "", said.to_owned())).await;
    let Ok(Said::Refused(why)) = ups(&stub, Some(v1())).subscribe(&["1Z1"], now()).await else { panic!() };
    assert_eq!(why.code, "VSS600");
    assert!(
        matches!(ups(&stub, None).subscribe(&["1Z1"], now()).await, Ok(Said::Refused(_))),
        "no door is set"
    );
    let before = stub.asked().len();
    let many = ["1Z1"; MOST + 1];
    assert!(matches!(ups(&stub, Some(v1())).subscribe(&many, now()).await, Ok(Said::Refused(_))));
    assert_eq!(stub.asked().len(), before, "nothing was asked");
}

#[test]
fn a_word_ups_cannot_send_is_told_at_once() {
    for alerts in [
        Alerts::V1 { url: "nowhere".to_owned(), credential: SecretString::from("agreed") },
        Alerts::V1 { url: DOOR.to_owned(), credential: SecretString::from("") },
        Alerts::V1 { url: DOOR.to_owned(), credential: SecretString::from("a\r\nb") },
    ] {
        assert!(Ups::new(credentials(), None, Some(alerts)).is_err());
    }
    let ups = Ups::new(credentials(), None, Some(v1())).unwrap();
    assert!(!format!("{ups:?}").contains("agreed"));
}
