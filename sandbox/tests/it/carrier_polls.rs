//! One journey, asked for in four languages.

use serde_json::{Value, json};

use crate::carriers::{CORREOS, Carriers, DHL, FEDEX, UPS, answer, column};

#[tokio::test]
async fn a_number_that_could_be_the_carriers_travels_on_the_clock() {
    let carriers = Carriers::start().await;
    let mut seen: [Vec<String>; 4] = Default::default();
    for hours in [0.0, 6.0, 14.0, 24.0, 4.0] {
        carriers.clock(hours).await;
        let fedex = carriers.fedex(FEDEX).await["latestStatusDetail"]["code"].clone();
        let ups = carriers.ups(UPS).await["package"][0]["currentStatus"]["code"].clone();
        let dhl = carriers.dhl(DHL).await["shipments"][0]["status"]["status"].clone();
        let correos =
            carriers.correos(CORREOS).await[0]["eventos"].as_array().unwrap().last().unwrap()["codEvento"]
                .clone();
        for (all, code) in seen.iter_mut().zip([fedex, ups, dhl, correos]) {
            all.push(code.as_str().unwrap().to_owned());
        }
    }
    let [fedex, ups, dhl, correos] = seen;
    assert_eq!(fedex, ["OC", "PU", "IT", "OD", "DL"]);
    assert_eq!(ups, ["MP", "OR", "DP", "OT", "FS"]);
    assert_eq!(
        dhl,
        ["SHIPMENT INFORMATION RECEIVED", "PICKED UP", "IN TRANSIT", "OUT FOR DELIVERY", "DELIVERED"]
    );
    assert_eq!(correos, ["A090000V", "A010000V", "P040000V", "H020000V", "I010000V"]);
    // UPS and FedEx begin with the newest, Correos with the oldest.
    assert_eq!(carriers.ups(UPS).await["package"][0]["activity"][0]["status"]["type"], "D");
    assert_eq!(carriers.fedex(FEDEX).await["scanEvents"][4]["eventType"], "OC");
    assert_eq!(carriers.fedex(FEDEX).await["deliveryDetails"]["receivedByName"], "A. Pop");
}

#[tokio::test]
async fn a_number_nobody_knows_is_said_so_as_each_carrier_does() {
    let carriers = Carriers::start().await;
    let (fedex, ups) = (carriers.token("fedex").await, carriers.token("ups").await);
    let (status, body) = answer(carriers.fedex_call(&fedex, &["986578788856", FEDEX, FEDEX])).await;
    let results = &body["output"]["completeTrackResults"];
    assert_eq!((status.as_u16(), &body["customerTransactionId"]), (200, &json!("clew-1")));
    assert_eq!(results[0]["trackResults"][0]["error"]["code"], "TRACKING.TRACKINGNUMBER.NOTFOUND");
    assert_eq!(results[1], results[2]);
    let (status, body) = answer(carriers.fedex_call(&fedex, &[])).await;
    assert_eq!((status.as_u16(), &body["errors"][0]["code"]), (400, &json!("TRACKING.TRACKINGNUMBER.EMPTY")));
    assert_eq!(answer(carriers.fedex_call(&fedex, &[FEDEX; 31])).await.0, 400);
    let warned = carriers.ups("1Z999AA10123456785").await;
    assert_eq!(
        warned,
        json!({ "warnings": [{ "code": "TW0001", "message": "Tracking Information Not Found" }] })
    );
    let (status, body) = answer(carriers.ups_call(&ups, "12345")).await;
    assert_eq!((status.as_u16(), &body["response"]["errors"][0]["code"]), (400, &json!("TV1002")));
    let (status, body) = answer(carriers.dhl_call("8264715547")).await;
    assert_eq!((status.as_u16(), &body["instance"]), (404, &json!("/shipment/8264715547")));
    let unknown = carriers.correos("PQ0000000000ES").await;
    assert_eq!((&unknown[0]["error"]["codError"], &unknown[0]["eventos"]), (&json!("3"), &Value::Null));
    // A script without steps is a good number of which nothing is known, and a switch makes all good numbers so.
    carriers.script(json!({ "carrier": "ups", "number": UPS, "script": [] })).await;
    assert_eq!(carriers.ups(UPS).await, warned);
    carriers.faults(json!({ "correos": { "only_scripted": true } })).await;
    assert_eq!(carriers.correos(CORREOS).await[0]["eventos"], Value::Null);
}

#[tokio::test]
async fn hours_are_those_of_the_place() {
    let carriers = Carriers::start().await;
    for (carrier, number) in [("fedex", FEDEX), ("ups", UPS), ("dhl", DHL), ("correos", CORREOS)] {
        let place = if carrier == "correos" { "Las Palmas" } else { "Seattle" };
        let script = json!([{ "after": 0, "state": "in_transit", "place": place, "detail": "Seen" }]);
        carriers.script(json!({ "carrier": carrier, "number": number, "script": script })).await;
    }
    let one = carriers.ups(UPS).await["package"][0]["activity"][0].clone();
    assert_ne!(one["time"], one["gmtTime"]);
    assert_eq!(
        (one["time"].as_str().unwrap().len(), one["location"]["address"]["city"].as_str()),
        (6, Some("Seattle"))
    );
    let offset = one["gmtOffset"].as_str().unwrap();
    assert!(["-08:00", "-07:00"].contains(&offset), "{offset}");
    assert!(carriers.fedex(FEDEX).await["scanEvents"][0]["date"].as_str().unwrap().ends_with(offset));
    let dhl = carriers.dhl(DHL).await;
    let (bare, hour) =
        (dhl["shipments"][0]["events"][0]["timestamp"].as_str().unwrap(), one["time"].as_str().unwrap());
    assert_eq!((bare.len(), &bare[11..13]), (19, &hour[..2]));
    assert_eq!(dhl["shipments"][0]["id"], json!(3_318_810_025_u64));
    let told = carriers.0.read(&format!("/_control/journeys/correos/{CORREOS}")).await;
    let utc: u32 = told["scans"][0]["at"].as_str().unwrap()[11..13].parse().unwrap();
    let wall: u32 =
        carriers.correos(CORREOS).await[0]["eventos"][0]["horEvento"].as_str().unwrap()[..2].parse().unwrap();
    assert!((wall + 24 - utc) % 24 <= 1, "{wall} and {utc}");
}

#[tokio::test]
async fn a_number_that_was_used_before_answers_twice() {
    let carriers = Carriers::start().await;
    for (carrier, number) in [("fedex", FEDEX), ("dhl", DHL)] {
        carriers.script(json!({ "carrier": carrier, "number": number, "reused": true })).await;
    }
    let (_, body) = answer(carriers.fedex_call(&carriers.token("fedex").await, &[FEDEX])).await;
    let results = &body["output"]["completeTrackResults"][0]["trackResults"];
    let unique = column(results, "/trackingNumberInfo/trackingNumberUniqueId");
    assert!(unique.len() == 2 && unique.is_sorted() && unique[0] != unique[1], "{unique:?}");
    assert_eq!(column(results, "/latestStatusDetail/code"), ["DL", "OC"]);
    let dhl = carriers.dhl(DHL).await;
    assert_eq!(column(&dhl["shipments"], "/status/statusCode"), ["delivered", "pre-transit"]);
}

#[tokio::test]
async fn codes_dates_and_deadlines_are_the_scripts() {
    let carriers = Carriers::start().await;
    let script = json!([
        { "after": 0, "state": "pre_transit" },
        { "after": 2, "state": "delayed", "eta": 96, "place": "Memphis" },
        { "after": 3, "state": "attempted", "reason": "08", "detail": "Recipient not in" },
        { "after": 4, "state": "available_for_pickup", "until": 172 },
        { "after": 5, "code": "QQ", "detail": "Something new" },
    ]);
    for (carrier, number) in [("fedex", FEDEX), ("ups", UPS), ("dhl", DHL), ("correos", CORREOS)] {
        carriers.script(json!({ "carrier": carrier, "number": number, "eta": 48, "script": script })).await;
    }
    let before = carriers.ups(UPS).await["package"][0]["deliveryDate"][0].clone();
    carriers.clock(5.0).await;
    let fedex = carriers.fedex(FEDEX).await;
    assert_eq!(column(&fedex["scanEvents"], "/eventType"), ["QQ", "HL", "DE", "DY", "OC"]);
    assert_eq!(
        (&fedex["scanEvents"][2]["exceptionCode"], &fedex["scanEvents"][2]["exceptionDescription"]),
        (&json!("08"), &json!("Recipient not in"))
    );
    assert_eq!(
        (&fedex["scanEvents"][3]["delayDetail"]["status"], &fedex["deliveryDetails"]["deliveryAttempts"]),
        (&json!("DELAYED"), &json!("1"))
    );
    assert_eq!(fedex["holdAtLocation"]["locationContactAndAddress"]["address"]["city"], "MEMPHIS");
    let ups = carriers.ups(UPS).await["package"][0].clone();
    assert_eq!((&before["type"], &ups["deliveryDate"][0]["type"]), (&json!("SDD"), &json!("RDD")));
    assert!(before["date"].as_str() < ups["deliveryDate"][0]["date"].as_str());
    assert_eq!(ups["accessPointInformation"]["pickupByDate"].as_str().unwrap().len(), 8);
    assert_eq!(column(&ups["activity"], "/status/code"), ["QQ", "RP", "UR", "DY", "MP"]);
    assert_eq!(carriers.correos(CORREOS).await[0]["num_dias_lista"], "7");
    assert_eq!(carriers.dhl(DHL).await["shipments"][0]["events"][0]["description"], "Something new");
}
