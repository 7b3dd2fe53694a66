//! Codes and numbers that were collected, held against our tables.

use std::collections::BTreeMap;

use serde_json::Value;

use super::{bytes, fixtures};
use crate::tracking::{TrackingState, codes, number::recognise};

fn json(path: &str) -> Option<Value> {
    fixtures()?;
    Some(serde_json::from_slice(&bytes(path)).unwrap())
}

/// Test numbers of a courier's file: (number, whether it is right).
fn numbers(file: &str) -> Option<Vec<(String, bool)>> {
    let courier = json(&format!("tracking-number-data/{file}.json"))?;
    let mut all = Vec::new();
    for kind in courier["tracking_numbers"].as_array().unwrap() {
        for (word, right) in [("valid", true), ("invalid", false)] {
            let listed = kind["test_numbers"][word].as_array().unwrap();
            all.extend(listed.iter().map(|number| (number.as_str().unwrap().to_owned(), right)));
        }
    }
    assert!(!all.is_empty(), "{file}");
    Some(all)
}

#[test]
fn every_right_number_suggests_its_carrier_and_no_wrong_one_does() {
    let files = [
        ("ups", "ups"),
        ("fedex", "fedex"),
        ("dhl", "dhl_"),
        ("usps", "usps"),
        ("yodel", "yodel"),
        ("canadapost", "canada_post"),
    ];
    for (file, carrier) in files {
        let Some(numbers) = numbers(file) else { return };
        for (number, right) in numbers {
            let found = recognise(&number);
            let suggested = found
                .suggestions
                .iter()
                .any(|one| one.carrier.as_deref().unwrap_or_default().starts_with(carrier));
            assert_eq!(suggested, right, "{file}: {number}: {found:?}");
        }
    }
}

#[test]
fn every_right_postal_number_suggests_its_country_and_no_wrong_one_does() {
    let Some(numbers) = numbers("s10") else { return };
    for (number, right) in numbers {
        let found = recognise(&number);
        let country = number[number.len() - 2..].to_owned();
        let suggested = found.suggestions.iter().any(|one| one.country.as_ref() == Some(&country));
        assert_eq!(suggested, right, "{number}: {found:?}");
    }
    // Every country the data knows a post of is one of ours to name.
    let s10 = json("tracking-number-data/s10.json").unwrap();
    let listed = s10["tracking_numbers"][0]["additional"].as_array().unwrap();
    let posts = listed.iter().find(|table| table["name"] == "Courier").unwrap()["lookup"].as_array().unwrap();
    assert!(posts.len() > 150);
    for post in posts {
        let country = post["matches"].as_str().unwrap();
        let found = recognise(&format!("RB123456785{country}"));
        assert_eq!(found.suggestions.first().and_then(|one| one.country.as_deref()), Some(country));
    }
}

#[test]
fn every_code_collected_of_correos_is_in_the_table_or_contradicted() {
    let Some(collected) = json("correos/event-codes.json") else { return };
    let contradicted = collected["conflicts"].as_object().unwrap();
    let mut states: BTreeMap<&str, Vec<TrackingState>> = BTreeMap::new();
    for source in ["correosoficial_module", "community", "cex_numeric"] {
        for (code, word) in collected[source].as_object().unwrap() {
            let meaning = codes::correos(code);
            assert_eq!(meaning.is_none(), contradicted.contains_key(code), "{code}");
            states.entry(word.as_str().unwrap()).or_default().extend(meaning.map(|meaning| meaning.state));
        }
    }
    let all = |word: &str, allowed: &[TrackingState]| {
        assert!(!states[word].is_empty(), "{word}");
        assert!(states[word].iter().all(|state| allowed.contains(state)), "{word}: {:?}", states[word]);
    };
    all("preregistered", &[TrackingState::PreTransit]);
    all("registered", &[TrackingState::PreTransit]);
    all("accepted", &[TrackingState::PickedUp]);
    all("delivered", &[TrackingState::Delivered]);
    all("canceled", &[TrackingState::Failed]);
    // Where the two sources list a code, the finer word is the community's: an attempt is not yet a return.
    all("returned", &[TrackingState::Returning, TrackingState::Returned, TrackingState::Attempted]);
    all("out_for_delivery", &[TrackingState::OutForDelivery]);
    all("ready_for_pickup", &[TrackingState::AvailableForPickup]);
    all("failed_attempt", &[TrackingState::Attempted]);
}

#[test]
fn every_word_of_shippos_types_is_in_the_table() {
    let Some(types) = json("shippo/shippo-types-2.18.0.json") else { return };
    let quoted: Vec<String> = types["types"]["TrackingStatusEnum"]
        .to_string()
        .split('"')
        .filter(|word| !word.is_empty() && word.chars().all(|c| c.is_ascii_uppercase() || c == '_'))
        .map(str::to_owned)
        .collect();
    assert!(quoted.len() >= 6, "{quoted:?}");
    for status in quoted {
        assert!(codes::shippo(&status, None, None).is_some(), "{status}");
    }
}
