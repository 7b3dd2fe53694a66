//! Everything Shippo was once recorded to say is said here too, under the same names. The recordings are not ours to keep;
//! where they are not at hand there is nothing to compare.

use serde_json::{Value, json};

use crate::shippo::{Shippo, id, names};

/// The last answer of a recording.
fn recorded(name: &str) -> Option<Value> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../shared/fixtures/shippo/recorded");
    let text = std::fs::read_to_string(format!("{folder}/{name}.json")).ok()?;
    let recording: Value = serde_json::from_str(&text).expect("JSON");
    Some(recording["interactions"].as_array()?.last()?["response"]["body"].clone())
}

/// Nothing of the recording is missing, but for what the API has renamed or dropped since 2017.
fn covers(ours: &Value, recording: &str, gone: &[&str]) {
    let Some(theirs) = recorded(recording) else { return };
    let ours = names(ours);
    let missing: Vec<&str> =
        names(&theirs).into_iter().filter(|name| !ours.contains(name) && !gone.contains(name)).collect();
    assert!(missing.is_empty(), "{recording}: {missing:?}");
}

#[tokio::test]
async fn objects_have_the_names_they_were_recorded_with() {
    let shippo = Shippo::start().await;
    let shipment = shippo.shipment().await;
    covers(&shipment, "shipment__test_create", &[]);
    covers(&shipment["rates"][0], "rate__test_retrieve", &["days"]);
    covers(&shippo.post("/addresses/", shipment["address_to"].clone()).await, "address__test_create", &[]);
    covers(&shippo.post("/parcels/", shipment["parcels"][0].clone()).await, "parcel__test_create", &[]);
    let label = shippo.label().await;
    covers(&label, "transaction__test_create", &["tracking_history"]);
    covers(&shippo.get("/transactions/").await, "transaction__test_list_all", &["count"]);
    let path = format!("/tracks/correos_espana/{}", label["tracking_number"].as_str().unwrap());
    covers(&shippo.get(&path).await, "track__test_create", &[]);
    let item = json!({ "description": "Mug", "quantity": 1, "net_weight": "400", "mass_unit": "g",
        "value_amount": "20", "value_currency": "EUR", "origin_country": "ES" });
    let item = shippo.post("/customs/items/", item).await;
    covers(&item, "customs-item__test_create", &[]);
    let declaration = json!({ "certify": true, "certify_signer": "Ana", "contents_type": "GIFT",
        "non_delivery_option": "ABANDON", "items": [id(&item)] });
    covers(
        &shippo.post("/customs/declarations/", declaration).await,
        "customs-declaration__test_create",
        &[],
    );
}
