//! What was collected of the carriers' wires, read in place: each file is held to what it means.

use std::path::{Path, PathBuf};

use super::{correos, dhl, fedex, signature::Unsigned, ups};
use crate::{
    clock::{At, Clock},
    tracking::{TrackReport, TrackingState, When},
};

/// The folder, or nothing, said aloud: a skipped proof is none.
fn fixtures() -> Option<PathBuf> {
    let all = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|above| above.join("shared/fixtures"));
    let found = all.into_iter().find(|folder| folder.is_dir());
    if found.is_none() {
        println!("skipped: there is no ../shared/fixtures");
    }
    found
}

fn all(folder: &str) -> Vec<(String, Vec<u8>)> {
    let Some(fixtures) = fixtures() else { return Vec::new() };
    let files = std::fs::read_dir(fixtures.join(folder)).unwrap().flatten();
    let json = files.filter(|file| file.path().extension().is_some_and(|end| end == "json"));
    json.map(|file| (file.file_name().into_string().unwrap(), std::fs::read(file.path()).unwrap())).collect()
}

fn now() -> At {
    Clock::System.now()
}

fn moment(text: &str) -> At {
    At(text.parse().unwrap())
}

/// State and words of each thing said.
fn said(report: &TrackReport) -> Vec<(TrackingState, &str)> {
    report.events.iter().map(|event| (event.state(), event.words.as_deref().unwrap_or_default())).collect()
}

#[test]
fn every_file_of_fedex_means_what_it_should() {
    for (name, body) in all("fedex") {
        if name == "track_v1_error.json" {
            let answer: fedex::wire::Answer = serde_json::from_slice(&body).unwrap();
            assert_eq!(answer.errors[0].code.as_deref(), Some("TRACKING.TRACKINGNUMBER.EMPTY"));
            assert!(fedex::wire::Answer::read(&body).is_none(), "no push");
            continue;
        }
        // What is pushed is what is answered.
        let reports = fedex::wire::Answer::read(&body).unwrap().reports(now());
        let [known, unknown] = &reports[..] else { panic!("{name}: {}", reports.len()) };
        // The number that was asked for, not the shipment's within.
        assert_eq!((known.number.as_str(), known.unknown), ("123456789012", false), "{name}");
        let [scan] = &known.events[..] else { panic!("{name}: {:?}", known.events) };
        assert_eq!((scan.code.as_deref(), scan.sub_code.as_deref()), (Some("PU"), Some("A25")));
        assert_eq!(scan.words.as_deref(), Some("Picked Up: Package available for clearance"));
        let at = moment("2018-02-02T19:01:00Z");
        assert_eq!(scan.when, When::Moment { at, offset: Some(-420) });
        let place = scan.place.as_ref().unwrap();
        assert_eq!((place.city.as_deref(), place.country.as_deref()), (Some("SEATTLE"), Some("US")));
        // "2021-10-01T08:00:00" and "2021-10-15T00:00:00-06:00": no window of one day.
        let eta = known.eta.as_ref().unwrap();
        assert_eq!((eta.day.0.to_string().as_str(), eta.window), ("2021-10-15", None));
        assert_eq!(eta.words.as_deref(), Some("WEATHER: SNOW"));
        assert_eq!((known.attempts.count, known.proof.is_none()), (Some(0), true), "nobody has it yet");
        let written = format!("{known:?}");
        assert!(!written.contains("Easy Street") && !written.contains("John Taylor"), "nobody's address");
        assert_eq!(
            (unknown.number.as_str(), unknown.unknown),
            ("39936862321", true),
            "{name}: in an answer of 200"
        );
        assert!(unknown.events.is_empty());
    }
}

#[test]
fn every_file_of_ups_means_what_it_should() {
    use TrackingState::{InTransit, OutForDelivery, PickedUp, PreTransit};
    let mut read = 0;
    for (name, body) in all("ups") {
        read += 1;
        let answer = || {
            serde_json::from_slice::<ups::wire::Answer>(&body).unwrap().report("1Z023E2X0214323462", now())
        };
        match name.as_str() {
            "track_v1_details_response.json" => {
                let report = answer();
                let [event] = &report.events[..] else { panic!("{:?}", report.events) };
                assert_eq!((event.code.as_deref(), event.sub_code.as_deref()), (Some("X"), Some("SR")));
                assert_eq!(
                    event.when,
                    When::Local("2021-02-10T07:13:56".parse().unwrap()),
                    "no zone was said"
                );
                // Where the sample says "string" it says nothing.
                assert!(report.eta.is_none() && report.proof.is_none() && report.attempts.until.is_none());
                assert!(!format!("{report:?}").contains("100 Main St"), "nobody's address");
            }
            "track_v1_not_found.json" => assert!(answer().unknown, "in an answer of 200"),
            "track_v1_invalid_number.json" | "auth_error.json" => {
                let errors: ups::wire::Errors = serde_json::from_slice(&body).unwrap();
                let code = errors.response.errors[0].code.as_deref();
                assert!(matches!(code, Some("TV1002" | "250003")), "{name}");
                assert!(ups::Alert::read(&body).is_none(), "no push");
            }
            _ => {
                let alert = ups::Alert::read(&body).unwrap();
                let report = alert.report(now());
                assert!(
                    report.number.starts_with("1Z") && report.number.len() == 18,
                    "{name}: {}",
                    report.number
                );
                let (at, offset, state) = match name.trim_end_matches(".json") {
                    "track_alert_v1_event_1" => ("2024-04-22T04:12:30Z", 300, PreTransit),
                    "track_alert_v1_event_2" => ("2024-04-23T01:29:01Z", -240, PickedUp),
                    "track_alert_v1_event_3" => ("2024-04-23T02:54:00Z", -240, InTransit),
                    "track_alert_v1_event_5" => ("2024-04-23T10:39:36Z", -240, InTransit),
                    "track_alert_v1_event_6" | "track_alert_v2_event_1" => {
                        ("2024-04-23T13:15:19Z", -240, OutForDelivery)
                    }
                    other => panic!("{other} is new"),
                };
                let at = moment(at);
                assert_eq!(report.events[0].when, When::Moment { at, offset: Some(offset) }, "{name}");
                assert_eq!(report.events[0].state(), state, "{name}");
                let day = report.eta.map(|eta| eta.day.0.to_string());
                assert_eq!(day.as_deref(), (state != PreTransit).then_some("2024-04-23"), "{name}");
            }
        }
    }
    assert!(read == 0 || read == 10, "{read}");
}

#[test]
fn what_ups_pushes_and_what_it_answers_is_the_same_thing() {
    let push = br#"{"trackingNumber":"1Z1","localActivityDate":"20240423","localActivityTime":"091519",
        "activityStatus":{"type":"I","code":"OT","descriptionCode":17},"gmtActivityDate":"20240423","gmtActivityTime":"131519"}"#;
    let answer =
        br#"{"trackResponse":{"shipment":[{"package":[{"activity":[{"date":"20240423","time":"91519",
        "status":{"type":"I","code":"OT"}}]}]}]}}"#;
    let pushed = ups::Alert::read(push).unwrap().report(now());
    let answered = serde_json::from_slice::<ups::wire::Answer>(answer).unwrap().report("1Z1", now());
    assert_eq!(pushed.events[0].key, answered.events[0].key);
    assert_eq!(pushed.events[0].key, "I:OT:20240423091519");
}

#[test]
fn a_number_used_again_is_the_newest_parcel_s() {
    let track = |id: &str, code: &str, date: &str| {
        format!(
            r#"{{"trackingNumberInfo":{{"trackingNumberUniqueId":"{id}"}},"scanEvents":[{{"eventType":"{code}","date":"{date}"}}]}}"#
        )
    };
    let old = track("2459000000~1~FDEG", "DL", "2025-01-02T10:00:00Z");
    let new = track("2461000000~1~FDEG", "PU", "2026-01-02T10:00:00Z");
    for tracks in [format!("{old},{new}"), format!("{new},{old}")] {
        let body = format!(
            r#"{{"output":{{"completeTrackResults":[{{"trackingNumber":"1","trackResults":[{tracks}]}}]}}}}"#
        );
        let reports = fedex::wire::Answer::read(body.as_bytes()).unwrap().reports(now());
        assert_eq!((reports.len(), reports[0].events[0].code.as_deref()), (1, Some("PU")));
    }
    // The same number twice in one answer is one report, too.
    let twice = |tracks: &str| format!(r#"{{"trackingNumber":"1","trackResults":[{tracks}]}}"#);
    let body = format!(r#"{{"output":{{"completeTrackResults":[{},{}]}}}}"#, twice(&new), twice(&old));
    let reports = fedex::wire::Answer::read(body.as_bytes()).unwrap().reports(now());
    assert_eq!((reports.len(), reports[0].events[0].code.as_deref()), (1, Some("PU")));
}

#[test]
fn a_label_nobody_scanned_and_a_delivery_are_told_by_fedex() {
    let body = br#"{"output":{"completeTrackResults":[
        {"trackingNumber":"1","trackResults":[{"latestStatusDetail":{"code":"OC","description":"Label created"},"scanEvents":[]}]},
        {"trackingNumber":"2","trackResults":[{"latestStatusDetail":{"code":"DL","description":"Delivered"},
            "scanEvents":[{"eventType":"DL","eventDescription":"Delivered","date":"2026-09-03T10:00:00+02:00"}],
            "dateAndTimes":[{"type":"ACTUAL_DELIVERY","dateTime":"2026-09-03T10:00:00+02:00"}],
            "deliveryDetails":{"receivedByName":"A. Name","locationDescription":"Front Door","deliveryAttempts":"1"}}]}]}}"#;
    let reports = fedex::wire::Answer::read(body).unwrap().reports(now());
    assert_eq!(said(&reports[0]), [(TrackingState::PreTransit, "Label created")]);
    assert_eq!(said(&reports[1]), [(TrackingState::Delivered, "Delivered")], "said once");
    let proof = reports[1].proof.as_ref().unwrap();
    assert_eq!(
        (proof.received_by.as_deref(), proof.left_at.as_deref()),
        (Some("A. Name"), Some("Front Door"))
    );
    assert_eq!(proof.when, When::Moment { at: moment("2026-09-03T08:00:00Z"), offset: Some(120) });
    assert_eq!(reports[1].attempts.count, Some(1));
}

#[test]
fn every_file_of_dhl_means_what_it_should() {
    for (name, body) in all("dhl") {
        match name.as_str() {
            "track_shipments_response.json" => {
                let answer: dhl::wire::Answer = serde_json::from_slice(&body).unwrap();
                let report = answer.report("dhl_express", "7777777770", now());
                let [event] = &report.events[..] else { panic!("one word, once: {:?}", report.events) };
                assert_eq!(event.when, When::Local("2018-03-02T07:53:47".parse().unwrap()));
                assert_eq!(
                    (event.code.as_deref(), event.sub_code.as_deref()),
                    (Some("pre-transit"), Some("DELIVERED"))
                );
                // `status` says DELIVERED and `statusCode` does not: the code counts, the text is a division's.
                assert_eq!((event.state(), report.proof.is_none()), (TrackingState::PreTransit, true));
                let place = event.place.as_ref().unwrap();
                assert_eq!(
                    (place.city.as_deref(), place.country.as_deref()),
                    (Some("AMSTERDAM"), Some("NL"))
                );
                let eta = report.eta.as_ref().unwrap();
                assert_eq!(eta.day.0.to_string(), "2018-08-03");
                let (from, until) = eta.window.unwrap();
                assert_eq!((from.hour(), until.hour()), (0, 22));
                assert_eq!(eta.words.as_deref(), Some("By End of Day"));
            }
            "track_shipments_error.json" => {
                let flaw: dhl::wire::Flaw = serde_json::from_slice(&body).unwrap();
                assert_eq!(flaw.title.as_deref(), Some("No result found"));
            }
            "push.subscription_validate.json" => {
                let told = dhl::Push::read(&body).unwrap().told(now());
                let validate = dhl::Told::Validate { subscription: "sub-123".into(), secret: "shhh".into() };
                assert_eq!(told, validate);
            }
            "push.subscription_ready.json" => {
                assert_eq!(dhl::Push::read(&body).unwrap().told(now()), dhl::Told::Ready("sub-123".into()));
            }
            "push.subscribe_request.json" => assert!(dhl::Push::read(&body).is_none(), "what we send"),
            other => panic!("{other} is new"),
        }
    }
}

#[test]
fn every_file_of_correos_means_what_it_should() {
    for (name, body) in all("correos") {
        let number = match name.as_str() {
            "localizador_delivered.json" => "PQ9988776655ES",
            "localizador_not_found.json" => "PQ0000000000ES",
            "localizador_out_for_delivery.json" => "PQ0011223344ES",
            // The table of codes, which the tracking module reads.
            "event-codes.json" => continue,
            other => panic!("{other} is new"),
        };
        let report = correos::wire::Answer::read(&body).unwrap().report(number);
        assert_eq!(report.unknown, name == "localizador_not_found.json", "{name}");
        let newest = report.events.last();
        match newest.map(|event| event.words.as_deref().unwrap()) {
            None => assert!(report.unknown),
            Some("En reparto") => {
                assert_eq!(
                    (newest.unwrap().state(), report.events.len()),
                    (TrackingState::OutForDelivery, 3)
                );
                assert!(report.proof.is_none());
            }
            Some(words) => {
                assert_eq!((words, newest.unwrap().state()), ("Entregado", TrackingState::Delivered));
                let when = When::Local("2026-04-29T13:12:42".parse().unwrap());
                assert_eq!((newest.unwrap().when, report.proof.as_ref().unwrap().when), (when, when));
            }
        }
        assert!(!format!("{report:?}").contains("Jane"), "nobody's name");
    }
}

#[test]
fn the_collected_signature_is_fedex_s() {
    let Some(fixtures) = fixtures() else { return };
    let text = std::fs::read(fixtures.join("signature-vectors.json")).unwrap();
    let vectors: serde_json::Value = serde_json::from_slice(&text).unwrap();
    let vector = |name: &str| vectors["fedex"][name].as_str().unwrap();
    let token = [secrecy::SecretString::from(vector("security_token"))];
    for mark in ["signature_base64", "signature_hex"] {
        assert_eq!(fedex::signature::verify(vector(mark), vector("body").as_bytes(), &token), Ok(()));
        let altered = vector("body").replace("[]", "[ ]");
        assert_eq!(fedex::signature::verify(vector(mark), altered.as_bytes(), &token), Err(Unsigned::Forged));
    }
}
