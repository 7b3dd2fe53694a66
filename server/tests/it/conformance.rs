//! Everything that was collected of what providers really send, where the folder lies beside the project: read in place, never copied.
//! Each file is decoded, and held to what it means to us.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use domain::{
    clock::At,
    money::Money,
    payment::Heard,
    provider::{
        shippo::wire::{Address, LabelRefund, Page, Rate, Shipment, Transaction},
        shippo::wire_track::{Scan, Track},
        signature::{
            Unsigned, stamped,
            standard::{self, Headers},
        },
        stitch,
        stripe::wire,
    },
};
use secrecy::SecretString;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::aloud;

const ORDER: &str = "01939f2e-0000-7000-8000-000000000000";

/// The folder, or nothing, said aloud: a skipped proof is none.
fn fixtures() -> Option<PathBuf> {
    let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared/fixtures");
    if !folder.is_dir() {
        aloud::skipped(&format!("there is no {}", folder.display()));
        return None;
    }
    Some(folder)
}

fn json(file: &Path) -> Value {
    serde_json::from_slice(&fs::read(file).unwrap())
        .unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn all(folder: &Path) -> BTreeMap<String, Value> {
    let files = fs::read_dir(folder)
        .unwrap()
        .flatten()
        .filter(|file| file.path().extension().is_some_and(|end| end == "json"));
    files.map(|file| (file.file_name().into_string().unwrap(), json(&file.path()))).collect()
}

fn decode<T: DeserializeOwned>(what: &str, value: &Value) -> T {
    serde_json::from_value(value.clone()).unwrap_or_else(|error| panic!("{what}: {error}"))
}

/// Holds what each file means to a list that names every file.
fn holds(said: &BTreeMap<String, String>, expected: &[(&str, &str)]) {
    for (name, meaning) in said {
        println!("{name} → {meaning}");
    }
    let expected: BTreeMap<String, String> =
        expected.iter().map(|(name, meaning)| ((*name).to_owned(), (*meaning).to_owned())).collect();
    assert_eq!(said, &expected);
}

#[test]
fn every_event_of_stripe_means_what_it_should() {
    let Some(folder) = fixtures() else { return };
    let mean = |name: &str, mut body: Value| {
        // Collected events name other people's orders; ours is named instead.
        if let Some(metadata) =
            body.pointer_mut("/data/object/metadata").filter(|metadata| metadata["order_id"].is_string())
        {
            metadata["order_id"] = ORDER.into();
            metadata["payment_id"] = ORDER.into();
        }
        let event: wire::Event = decode(name, &body);
        assert!(event.id.starts_with("evt_") && event.created > 0, "{name}");
        match event.meaning() {
            wire::Meaning::Payment(news) => {
                assert_eq!(news.order.to_string(), ORDER, "{name}");
                format!("payment {:?} {:?} {:?}", news.heard, news.amount, news.currency)
            }
            wire::Meaning::Refund(news) => format!("refund {:?} {}", news.status, news.amount.unwrap()),
            wire::Meaning::Refunds(intent) => format!("refunds of {intent}"),
            wire::Meaning::Dispute(news) => format!("dispute {} {}", news.status, news.amount),
            wire::Meaning::Session(news) => format!("paid elsewhere, as one payment: {}", news.single),
            wire::Meaning::Nothing(why) => format!("nothing: {why}"),
        }
    };
    let said = all(&folder.join("stripe/events"));
    let said = said.into_iter().map(|(name, body)| (name.clone(), mean(&name, body))).collect();
    let (no_intent, no_matter) =
        ("nothing: it names no PaymentIntent", "nothing: nothing depends on this kind of event");
    holds(
        &said,
        &[
            ("charge.dispute.closed.json", no_intent),
            ("charge.dispute.created.json", no_intent),
            ("charge.dispute.funds_withdrawn.json", no_intent),
            ("charge.failed.json", no_matter),
            ("charge.refund.updated.json", no_intent),
            ("charge.succeeded.json", no_matter),
            ("checkout.session.completed.json", "paid elsewhere, as one payment: true"),
            ("payment_intent.canceled.json", no_matter),
            ("payment_intent.created.json", no_matter),
            ("payment_intent.payment_failed.json", no_matter),
            ("payment_intent.requires_action.json", no_matter),
            ("payment_intent.succeeded.json", no_matter),
            ("synthetic.charge.dispute.created.json", "dispute needs_response 1000"),
            (
                "synthetic.checkout.session.async_payment_failed.json",
                "payment Failed Some(5000) Some(\"usd\")",
            ),
            (
                "synthetic.checkout.session.async_payment_succeeded.json",
                "payment Succeeded Some(5000) Some(\"usd\")",
            ),
            (
                "synthetic.checkout.session.completed.async_unpaid.json",
                "nothing: the payment is still under way",
            ),
            ("synthetic.checkout.session.completed.json", "payment Succeeded Some(5000) Some(\"usd\")"),
            ("synthetic.checkout.session.expired.json", "payment Failed Some(5000) Some(\"usd\")"),
            ("synthetic.refund.created.json", "refund Pending 5000"),
            ("synthetic.refund.updated.json", "refund Succeeded 5000"),
        ],
    );
}

#[test]
fn every_object_and_error_of_stripe_can_be_read() {
    let Some(folder) = fixtures() else { return };
    for (name, body) in all(&folder.join("stripe/objects")) {
        let object: wire::Object = decode(&name, &body);
        assert!(!object.id.is_empty(), "{name}");
    }
    let resources = json(&folder.join("stripe/fixtures3-2026-08.json"))["resources"].take();
    for kind in ["charge", "checkout.session", "dispute", "payment_intent", "refund"] {
        let object: wire::Object = decode(kind, &resources[kind]);
        assert!(!object.id.is_empty(), "{kind}");
    }
    let codes: BTreeMap<String, String> = all(&folder.join("stripe/errors"))
        .into_iter()
        .map(|(name, body)| {
            let error = body.get("error").unwrap_or_else(|| panic!("{name}"));
            let text = |field: &str| error[field].as_str().unwrap_or("-").to_owned();
            (name, format!("{} {}", text("type"), text("code")))
        })
        .collect();
    holds(
        &codes,
        &[
            ("synthetic.card_declined.402.json", "card_error card_declined"),
            ("synthetic.charge_already_refunded.400.json", "invalid_request_error charge_already_refunded"),
            ("synthetic.idempotency.400.json", "idempotency_error -"),
        ],
    );
}

fn scan(scan: &Scan) -> String {
    let at = scan.at().map_or_else(|| "undated".to_owned(), |at| at.0.to_string());
    format!("{:?} at {at}", scan.means().expect("a status Shippo documents"))
}

fn track(name: &str, value: &Value) -> String {
    let track: Track = decode(name, value);
    track.tracking_history.iter().for_each(|old| drop(scan(old)));
    let newest = track.tracking_status.as_ref().map_or_else(|| "no news".to_owned(), scan);
    format!(
        "{} {}: {newest}",
        track.carrier.as_deref().unwrap_or("-"),
        track.tracking_number.as_deref().unwrap_or("-")
    )
}

fn purchase(name: &str, value: &Value) -> String {
    let bought: Transaction = decode(name, value);
    assert!(bought.object_id.is_some() && bought.rate.is_some(), "{name}");
    let number = bought.tracking_number.as_deref().unwrap_or("no number");
    format!("{}, {number}", bought.status.as_deref().expect("a purchase has a status"))
}

#[test]
fn every_webhook_of_shippo_means_what_it_should() {
    let Some(folder) = fixtures() else { return };
    let said = all(&folder.join("shippo/webhooks"))
        .into_iter()
        .map(|(name, body)| {
            let event = body["event"].as_str().unwrap();
            let data = &body["data"];
            let meaning = if event.starts_with("track") { track(&name, data) } else { purchase(&name, data) };
            (name, meaning)
        })
        .collect();
    holds(
        &said,
        &[
            (
                "synthetic.track_updated.delivery_attempted.json",
                "ups 1Z999AA10123456784: Exception at 2026-09-05T18:20:00Z",
            ),
            ("synthetic.track_updated.other.json", "ups 1Z999AA10123456784: Unknown at 2026-09-03T10:00:00Z"),
            (
                "synthetic.track_updated.out_for_delivery.json",
                "ups 1Z999AA10123456784: OutForDelivery at 2026-09-05T12:01:00Z",
            ),
            (
                "synthetic.track_updated.package_undeliverable.json",
                "ups 1Z999AA10123456784: Exception at 2026-09-08T10:00:00Z",
            ),
            ("synthetic.transaction_created.json", "SUCCESS, 9102969010383081813033"),
            ("synthetic.transaction_updated.error.json", "ERROR, no number"),
            (
                "track_updated.delivered.json",
                "usps 9205590164917312751089: Delivered at 2016-07-23T00:00:00Z",
            ),
            (
                "track_updated.pre_transit.json",
                "deutsche_post LX000000000DE: PreTransit at 2026-09-03T15:00:00Z",
            ),
        ],
    );
}

#[test]
fn every_object_of_shippo_can_be_read() {
    let Some(folder) = fixtures() else { return };
    let folder = folder.join("shippo");
    let price = |name: &str| {
        let rate: Rate = decode(name, &json(&folder.join(name)));
        assert!(rate.servicelevel.key().is_some(), "{name}");
        rate.price()
    };
    assert_eq!(price("rate.dhl_eur.json"), Money::parse(1290, "EUR"));
    assert!(price("rate.usps_priority.json").is_some());
    let name = "transaction.docs_success.json";
    assert_eq!(purchase(name, &json(&folder.join(name))), "SUCCESS, 9102969010383081813033");
    let void: LabelRefund = decode("refund", &json(&folder.join("synthetic.refund.queued.json")));
    assert_eq!((void.status.as_deref(), void.transaction.is_some()), (Some("QUEUED"), true));
    // In test mode moments come without a zone: they are UTC.
    let name = "track.SHIPPO_TRANSIT.test_mode.json";
    let transit = track(name, &json(&folder.join(name)));
    assert_eq!(transit, "shippo SHIPPO_TRANSIT: Transit at 2018-07-29T16:44:42.586Z");
}

/// Every status and substatus Shippo's own types name means something to us.
#[test]
fn every_word_shippo_has_for_a_parcel_is_known() {
    let Some(folder) = fixtures() else { return };
    let types = json(&folder.join("shippo/shippo-types-2.18.0.json"));
    let words = |of: &str| -> Vec<String> {
        let found = types["types"][of].to_string();
        found
            .split('"')
            .skip(1)
            .step_by(2)
            .filter(|word| word.chars().any(char::is_alphabetic))
            .map(str::to_owned)
            .collect()
    };
    let statuses: Vec<_> =
        words("TrackingStatusEnum").into_iter().filter(|word| *word == word.to_uppercase()).collect();
    assert!(statuses.len() >= 6, "{statuses:?}");
    for status in statuses {
        let scan = Scan { status: Some(status.clone()), ..Scan::default() };
        assert!(scan.means().is_some(), "{status}");
    }
}

/// The API as it was recorded in 2017: older than what we pin, and read all the same.
#[test]
fn every_recorded_answer_of_shippo_is_an_answer_or_a_refusal() {
    let Some(folder) = fixtures() else { return };
    let mut read = 0;
    for (name, recording) in all(&folder.join("shippo/recorded")) {
        for exchange in recording["interactions"].as_array().unwrap() {
            let (uri, answer) = (exchange["request"]["uri"].as_str().unwrap(), &exchange["response"]);
            let (status, body) = (answer["status"]["code"].as_u64().unwrap(), &answer["body"]);
            let path: Vec<_> =
                uri.trim_start_matches("https://api.goshippo.com/").trim_matches('/').split('/').collect();
            read += 1;
            if status >= 400 {
                assert!(body.is_string() || body.is_object(), "{name}: {body}");
                continue;
            }
            match path[..] {
                ["addresses", ..] => drop(decode::<Address>(&name, body).object_id.expect("an id")),
                ["shipments"] | ["shipments", _] => {
                    let shipment: Shipment = decode(&name, body);
                    assert!(shipment.object_id.is_some() && shipment.created().is_some(), "{name}");
                    shipment
                        .rates
                        .iter()
                        .for_each(|rate| assert!(rate.price().is_some(), "{name}: {rate:?}"));
                }
                ["shipments", _, "rates", ..] => {
                    let rates: Page<Rate> = decode(&name, body);
                    rates.results.iter().for_each(|rate| assert!(rate.price().is_some(), "{name}: {rate:?}"));
                }
                ["rates", _] => assert!(decode::<Rate>(&name, body).price().is_some(), "{name}"),
                ["transactions", _] => drop(purchase(&name, body)),
                ["transactions"] if body.get("results").is_some() => {
                    let page: Page<Transaction> = decode(&name, body);
                    assert!(
                        !page.results.is_empty() && page.results.iter().all(|bought| bought.status.is_some())
                    );
                }
                ["transactions"] => drop(purchase(&name, body)),
                ["tracks", ..] => drop(track(&name, body)),
                // What we send and never read: parcels, customs.
                _ => assert!(body["object_id"].is_string(), "{name}"),
            }
        }
    }
    assert!(read >= 50, "{read}");
}

#[test]
fn every_event_of_stitch_means_what_it_should() {
    let Some(folder) = fixtures() else { return };
    let said = all(&folder.join("stitch"))
        .into_iter()
        .map(|(name, body)| {
            let other = stitch::Event::read(body.to_string().as_bytes()).unwrap().meaning();
            assert_eq!(other, stitch::Meaning::Nothing("it names no order of ours"), "{name}");
            let ours = body.to_string().replace("order-1001", ORDER);
            let stitch::Meaning::Payment(news) = stitch::Event::read(ours.as_bytes()).unwrap().meaning()
            else {
                panic!("{name}")
            };
            assert_eq!(news.amount, Money::parse(11_500, "ZAR"), "{name}");
            (name, if news.heard == Heard::Succeeded { "came".to_owned() } else { "did not come".to_owned() })
        })
        .collect();
    let expected =
        [("synthetic.payment.cancelled.json", "did not come"), ("synthetic.payment.completed.json", "came")];
    holds(&said, &expected);
}

#[test]
fn the_collected_signatures_verify_and_their_neighbours_do_not() {
    let Some(folder) = fixtures() else { return };
    let vectors = json(&folder.join("signature-vectors.json"));
    let text =
        |of: &str, name: &str| vectors[of][name].as_str().unwrap_or_else(|| panic!("{of} {name}")).to_owned();
    let moment =
        |of: &str| At(jiff::Timestamp::from_second(vectors[of]["timestamp"].as_i64().unwrap()).unwrap());
    type Verify<'a> = Box<dyn Fn(&str, &SecretString, At) -> Result<(), Unsigned> + 'a>;
    let stamped = |of: &'static str, single: bool| -> Verify<'_> {
        let header = text(of, "header");
        Box::new(move |body, secret, now| {
            let verify = if single { stamped::verify_single } else { stamped::verify };
            verify(&header, body.as_bytes(), std::slice::from_ref(secret), now)
        })
    };
    let svix = "svix_standard_webhooks";
    let (id, stamp, signature) =
        (text(svix, "id"), vectors[svix]["timestamp"].to_string(), text(svix, "signature_header"));
    let standard: Verify<'_> = Box::new(move |body, secret, now| {
        let headers = Headers { id: &id, timestamp: &stamp, signature: &signature };
        standard::verify(headers, body.as_bytes(), std::slice::from_ref(secret), now)
    });
    for (of, body, verify) in [
        ("stripe", "body", stamped("stripe", false)),
        ("shippo", "body", stamped("shippo", true)),
        (svix, "payload", standard),
    ] {
        let (body, secret, now) = (text(of, body), SecretString::from(text(of, "secret")), moment(of));
        assert_eq!(verify(&body, &secret, now), Ok(()), "{of}");
        assert_eq!(verify(&body, &secret, now.plus(300)), Ok(()), "{of}");
        assert_eq!(verify(&body, &secret, now.plus(301)), Err(Unsigned::Stale), "{of}");
        assert_eq!(verify(&body, &secret, now.plus(-301)), Err(Unsigned::Stale), "{of}");
        assert_eq!(verify(&format!("{body} "), &secret, now), Err(Unsigned::Forged), "{of}");
        let other = SecretString::from("whsec_c29tZWJvZHkgZWxzZSdz");
        assert_eq!(verify(&body, &other, now), Err(Unsigned::Forged), "{of}");
    }
}
