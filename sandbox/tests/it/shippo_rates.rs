//! Shipments and their rates.

use reqwest::Method;
use serde_json::{Value, json};

use crate::shippo::{Shippo, all, id, shipment};

#[tokio::test]
async fn rates_come_inline_and_are_the_same_for_the_same_parcel() {
    let shippo = Shippo::start().await;
    let one = shippo.shipment().await;
    assert_eq!((&one["status"], &one["parcels"][0]["weight"]), (&json!("SUCCESS"), &json!("0.5000")));
    let rates = one["rates"].as_array().unwrap();
    let carriers = all(&one["rates"], "/provider");
    assert!(["Correos", "UPS", "DHL Express"].iter().all(|name| carriers.contains(name)), "{carriers:?}");
    assert!(rates.iter().all(|rate| rate["currency"] == "EUR" && rate["estimated_days"].is_i64()));
    for attribute in ["CHEAPEST", "FASTEST", "BESTVALUE"] {
        let with =
            rates.iter().filter(|rate| rate["attributes"].as_array().unwrap().contains(&json!(attribute)));
        assert_eq!(with.count(), 1, "{attribute}");
    }
    let again = shippo.shipment().await;
    assert_eq!(all(&again["rates"], "/amount"), all(&one["rates"], "/amount"));
    assert_ne!(again["rates"][0]["object_id"], one["rates"][0]["object_id"]);
    assert_eq!(shippo.get(&format!("/rates/{}", id(&rates[0]))).await, rates[0]);
    let accounts = shippo.get("/carrier_accounts/").await;
    assert!(all(&accounts["results"], "/object_id").contains(&rates[0]["carrier_account"].as_str().unwrap()));
    assert_eq!(shippo.get(&format!("/shipments/{}", id(&one))).await, one);
}

#[tokio::test]
async fn heavier_and_farther_costs_more() {
    let shippo = Shippo::start().await;
    let cheapest = async |sent: Value| {
        let made = shippo.post("/shipments/", sent).await;
        made["rates"][0]["amount"].as_str().unwrap().parse::<f64>().unwrap()
    };
    let plain = cheapest(shipment("ES", "ES")).await;
    let mut heavy = shipment("ES", "ES");
    heavy["parcels"][0]["weight"] = json!("9");
    let mut two = shipment("ES", "ES");
    two["parcels"] = json!([two["parcels"][0], two["parcels"][0]]);
    assert!(cheapest(heavy).await > plain);
    assert!(cheapest(two).await > plain);
    assert!(cheapest(shipment("ES", "DE")).await > plain);
}

#[tokio::test]
async fn without_async_false_rates_come_later() {
    let shippo = Shippo::start().await;
    let mut sent = shipment("US", "US");
    sent["async"] = json!(null);
    let made = shippo.post("/shipments/", sent).await;
    assert_eq!((&made["status"], &made["rates"]), (&json!("QUEUED"), &json!([])));
    let done = shippo.after(&format!("/shipments/{}", id(&made)), &["QUEUED"]).await;
    let tokens = all(&done["rates"], "/servicelevel/token");
    assert!(tokens.contains(&"usps_priority") && tokens.contains(&"ups_ground"), "{tokens:?}");
    let in_euros = shippo.get(&format!("/shipments/{}/rates/eur", id(&made))).await;
    assert_eq!(in_euros["results"].as_array().unwrap().len(), tokens.len());
    assert_eq!(in_euros["results"][0]["currency_local"], "EUR");
    assert_eq!(in_euros["results"][0]["currency"], "USD");
}

#[tokio::test]
async fn a_border_wants_papers_and_a_telephone() {
    let shippo = Shippo::start().await;
    let mut sent = shipment("ES", "GB");
    let without = shippo.post("/shipments/", sent.clone()).await;
    assert_eq!(without["rates"], json!([]));
    assert!(without["messages"][0]["text"].as_str().unwrap().contains("customs declaration"));
    sent["customs_declaration"] = json!({ "certify": true, "certify_signer": "Ana", "contents_type": "MERCHANDISE",
        "non_delivery_option": "RETURN", "items": [{ "description": "Mug", "quantity": "1", "net_weight": "0.4",
        "mass_unit": "kg", "value_amount": "15.00", "value_currency": "EUR", "origin_country": "ES" }] });
    let phone = sent["address_to"]["phone"].take();
    let without = shippo.post("/shipments/", sent.clone()).await;
    assert_eq!(without["rates"], json!([]));
    assert!(without["messages"][0]["text"].as_str().unwrap().contains("phone"));
    sent["address_to"]["phone"] = phone;
    let with = shippo.post("/shipments/", sent).await;
    assert!(!with["rates"].as_array().unwrap().is_empty());
    assert_eq!(with["rates"][0]["currency_local"], "GBP");
}

#[tokio::test]
async fn a_return_is_offered_by_those_who_make_them() {
    let shippo = Shippo::start().await;
    let mut sent = shipment("ES", "ES");
    sent["extra"] = json!({ "is_return": true });
    let made = shippo.post("/shipments/", sent).await;
    assert!(all(&made["rates"], "/provider").iter().all(|name| *name == "UPS"));
    assert!(all(&made["messages"], "/source").contains(&"Correos"));
}

#[tokio::test]
async fn everything_wrong_is_said_at_once_and_objects_can_be_named() {
    let shippo = Shippo::start().await;
    let wrong = json!({ "address_from": "none", "customs_declaration": "none" });
    assert_eq!(
        shippo.refused("/shipments/", wrong).await,
        json!({
            "address_from": ["Address with supplied object_id not found."],
            "address_to": ["This field is required."],
            "customs_declaration": ["CustomsDeclaration with supplied object_id none not found."],
            "parcels": ["This field is required."],
        })
    );
    let mut sent = shipment("ES", "ES");
    let address = shippo.post("/addresses/", sent["address_to"].clone()).await;
    let parcel = shippo.post("/parcels/", sent["parcels"][0].clone()).await;
    sent["address_to"] = json!(id(&address));
    sent["parcels"] = json!([id(&parcel)]);
    let accounts = shippo.get("/carrier_accounts/?carrier=ups").await;
    sent["carrier_accounts"] = json!([id(&accounts["results"][0])]);
    let made = shippo.post("/shipments/", sent).await;
    assert_eq!(made["address_to"], address);
    assert!(all(&made["rates"], "/provider").iter().all(|name| *name == "UPS"));
    let (status, page) = shippo.ask(Method::GET, "/shipments/none", &Value::Null).await;
    assert_eq!(status, 404);
    assert!(page.as_str().unwrap().starts_with("<h1>Not Found</h1>"), "{page}");
}
