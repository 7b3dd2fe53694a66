//! The carriers' twins say what the carriers' own examples say, under the same names, and nothing else. The examples are
//! not ours to keep; where they are not at hand there is nothing to compare.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::carriers::{CORREOS, Carriers, DHL, Ear, FEDEX, UPS, answer};

fn example(path: &str) -> Option<Value> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/fixtures");
    let Ok(text) = std::fs::read_to_string(format!("{folder}/{path}")) else {
        eprintln!("skipped: {path} is not at hand");
        return None;
    };
    Some(serde_json::from_str(&text).expect("JSON"))
}

/// Every field's name with those it is in; what stands in a list is in the list.
fn names(value: &Value, within: &str, all: &mut BTreeSet<String>) {
    match value {
        Value::Object(fields) => {
            for (name, value) in fields {
                let path = format!("{within}/{name}");
                names(value, &path, all);
                all.insert(path);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| names(item, within, all)),
        _ => {}
    }
}

/// Ours has every name of theirs but for the `seldom` ones (and what is in them), and none that is neither theirs nor `documented` elsewhere.
fn same(ours: &Value, path: &str, seldom: &[&str], documented: &[&str]) {
    let Some(theirs) = example(path) else { return };
    let of = |value: &Value| {
        let mut all = BTreeSet::new();
        names(value, "", &mut all);
        all
    };
    let (ours, theirs) = (of(ours), of(&theirs));
    let ends = |name: &String, list: &[&str]| {
        list.iter().any(|part| name.ends_with(part) || name.contains(&format!("{part}/")))
    };
    let missing: Vec<&String> = theirs.difference(&ours).filter(|name| !ends(name, seldom)).collect();
    let strange: Vec<&String> = ours.difference(&theirs).filter(|name| !ends(name, documented)).collect();
    assert!(missing.is_empty() && strange.is_empty(), "{path}: missing {missing:#?}, strange {strange:#?}");
}

/// Everything that can be seen of a parcel.
fn full(carrier: &str, number: &str) -> Value {
    json!({ "carrier": carrier, "number": number, "eta": 300, "from": "New York", "to": "Seattle", "reused": carrier == "dhl", "script": [
        { "after": 0, "state": "pre_transit" },
        { "after": 0, "state": "delayed", "place": "Memphis" },
        { "after": 0, "state": "customs" },
        { "after": 0, "state": "attempted", "until": 240 },
        { "after": 0, "state": "available_for_pickup" },
        { "after": 0, "state": "delivered", "signed_by": "A. Pop" },
        { "after": 0, "state": "customs", "place": "Seattle" },
        { "after": 0, "state": "delayed", "place": "Seattle" },
    ] })
}

#[tokio::test]
async fn polling_answers_have_the_names_of_the_carriers_own_examples() {
    let carriers = Carriers::start().await;
    for (carrier, number) in [("fedex", FEDEX), ("ups", UPS), ("dhl", DHL), ("correos", CORREOS)] {
        carriers.script(full(carrier, number)).await;
    }
    let token = carriers.token("fedex").await;
    let (_, fedex) = answer(carriers.fedex_call(&token, &[FEDEX, "1"])).await;
    same(&fedex, "fedex/track_v1_response.json", FEDEX_SELDOM, &[]);
    same(
        &answer(carriers.fedex_call(&token, &[])).await.1,
        "fedex/track_v1_error.json",
        &["/customerTransactionId"],
        &[],
    );
    let token = carriers.token("ups").await;
    let gmt = ["/gmtDate", "/gmtTime", "/gmtOffset"];
    same(
        &answer(carriers.ups_call(&token, UPS)).await.1,
        "ups/track_v1_details_response.json",
        UPS_SELDOM,
        &gmt,
    );
    same(
        &answer(carriers.ups_call(&token, "1Z999AA10123456785")).await.1,
        "ups/track_v1_not_found.json",
        &[],
        &[],
    );
    same(&answer(carriers.ups_call(&token, "1")).await.1, "ups/track_v1_invalid_number.json", &[], &[]);
    same(&answer(carriers.ups_call("", UPS)).await.1, "ups/auth_error.json", &[], &[]);
    same(&carriers.dhl(DHL).await, "dhl/track_shipments_response.json", DHL_SELDOM, &[]);
    same(&answer(carriers.dhl_call("8264715547")).await.1, "dhl/track_shipments_error.json", &[], &[]);
    same(&carriers.correos(CORREOS).await, "correos/localizador_delivered.json", &[], &["/num_dias_lista"]);
    same(&carriers.correos("PQ0000000000ES").await, "correos/localizador_not_found.json", &[], &[]);
}

/// What freight, several pieces, returns, appointments and customs' papers have.
const FEDEX_SELDOM: &[&str] = &[
    "/consolidationDetail",
    "/meterNumber",
    "/distanceToDestination",
    "/returnDetail",
    "/serviceCommitMessage",
    "/informationNotes",
    "/parameterList",
    "/customDeliveryOptions",
    "/pieceCounts",
    "/standardTransitTimeWindow",
    "/shipmentDetails",
    "/reasonDetail",
    "/availableNotifications",
    "/goodsClassificationCode",
    "/contact",
    "/streetLines",
    "/addressClassification",
    "/urbanizationCode",
    "/countryName",
    "/shipmentNotes",
    "/packageIdentifiers",
    "/availableImages",
    "/destinationServiceArea",
    "/destinationServiceAreaDescription",
    "/officeOrderDeliveryMethod",
    "/deliveryOptionEligibilityDetails",
    "/physicalPackagingType",
    "/dimensions",
    "/packageContent",
    "/contentPieceCount",
    "/declaredValue",
    "/latestStatusDetail/ancillaryDetails",
];

const UPS_SELDOM: &[&str] = &[
    "/addressLine1",
    "/addressLine2",
    "/addressLine3",
    "/additionalAttributes",
    "/alternateTrackingNumber",
    "/signature",
    "/deliveryPhoto",
    "/milestones",
    "/paymentInformation",
    "/referenceNumber",
    "/suppressionIndicators",
    "/statusCode",
    "/statusDescription",
    "/userRelation",
    "/warnings",
];

const DHL_SELDOM: &[&str] = &["/rerouteUrl", "/signatureUrl", "/volume", "/loadingMeters", "/dimensions"];

#[tokio::test]
async fn pushes_have_the_names_of_the_carriers_own_examples() {
    let mut ear = Ear::open().await;
    let carriers = Carriers::start().await;
    let portal = json!({ "provider": "fedex", "url": ear.url, "secret": "token" });
    carriers.0.post("/_control/webhook-url").json(&portal).send().await.unwrap();
    let one = json!([{ "after": 0, "state": "delivered", "place": "Charlotte" }]);
    carriers
        .script(json!({ "carrier": "fedex", "number": FEDEX, "script": one, "eta": 2, "from": "New York" }))
        .await;
    let seldom: Vec<&str> = [FEDEX_SELDOM, FEDEX_SELDOM_PUSHED].concat();
    same(&ear.next().await.body, "fedex/synthetic.aiv_webhook.json", &seldom, &[]);

    let portal = json!({ "provider": "ups", "url": ear.url, "secret": "client" });
    carriers.0.post("/_control/webhook-url").json(&portal).send().await.unwrap();
    let v2 = json!({ "locale": "en_US", "trackingNumberList": [UPS] });
    let script = json!([{ "after": 1, "state": "in_transit", "place": "Charlotte" }]);
    carriers.script(json!({ "carrier": "ups", "number": UPS, "script": script, "eta": 20 })).await;
    carriers.subscribe("v2", &v2).await;
    carriers.clock(1.0).await;
    same(&ear.next().await.body, "ups/track_alert_v2_event_1.json", &["/postalCode"], &["/gmtOffset"]);
    let mut v1 = v2;
    v1["destination"] = json!({ "url": ear.url, "credentialType": "Bearer", "credential": "opaque" });
    carriers.0.client.delete(carriers.0.url("/_control/journeys")).send().await.unwrap();
    carriers.script(json!({ "carrier": "ups", "number": UPS, "script": script, "eta": 20 })).await;
    carriers.subscribe("v1", &v1).await;
    carriers.clock(1.0).await;
    let event = ear.next().await.body;
    for sample in [1, 2] {
        same(&event, &format!("ups/track_alert_v1_event_{sample}.json"), &[], &[]);
    }
    for sample in [3, 5, 6] {
        same(&event, &format!("ups/track_alert_v1_event_{sample}.json"), &[], &["/deliveryPhoto"]);
    }
}

/// What only some scans have.
const FEDEX_SELDOM_PUSHED: &[&str] = &["/delayDetail", "/holdAtLocation", "/error"];

#[tokio::test]
async fn dhls_handshake_has_the_names_it_was_seen_with() {
    let mut ear = Ear::open().await;
    let carriers = Carriers::start().await;
    let Some(mut request) = example("dhl/push.subscribe_request.json") else { return };
    request["hook"]["uri"] = json!(ear.url);
    let call = carriers.0.client.post(carriers.0.url("/dhl/tracking/push/v1/subscription"));
    let (status, made) = answer(call.header("DHL-API-Key", "key").json(&request)).await;
    assert_eq!(status, 201, "{made}");
    let asked = ear.next().await;
    assert_eq!(asked.header("example-secure-header"), "example-token-123");
    same(&asked.body, "dhl/push.subscription_validate.json", &[], &[]);
    let prove = carriers.0.client.post(made["self"].as_str().unwrap()).header("DHL-API-Key", "key");
    answer(prove.header("DHL-API-Hook-Secret", asked.body["secret"].as_str().unwrap())).await;
    same(&ear.next().await.body, "dhl/push.subscription_ready.json", &[], &[]);
}
