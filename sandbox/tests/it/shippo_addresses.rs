//! Keys, addresses, customs papers: what comes before a shipment.

use reqwest::Method;
use serde_json::{Value, json};

use crate::shippo::{Shippo, id, names};
use crate::world::{World, config};

#[tokio::test]
async fn only_a_test_token_is_let_in() {
    let world = World::start(config()).await;
    for (token, says) in [
        (None, "Authentication credentials were not provided."),
        (Some("Bearer shippo_test_1"), "Authentication credentials were not provided."),
        (Some("ShippoToken shippo_test_"), "Invalid token."),
        (
            Some("ShippoToken shippo_live_1"),
            "The sandbox takes no live tokens. Use a test token (shippo_test_…).",
        ),
    ] {
        let request = world.client.get(world.url("/shippo/addresses/"));
        let request =
            token.into_iter().fold(request, |request, token| request.header("authorization", token));
        let answer = request.send().await.unwrap();
        assert_eq!(answer.status(), 401);
        assert_eq!(answer.json::<Value>().await.unwrap(), json!({ "detail": says }));
    }
}

#[tokio::test]
async fn an_address_is_kept_and_validated_into_a_new_one() {
    let shippo = Shippo::start().await;
    let sent = json!({ "name": "Ana", "street_no": "215", "street1": "Clayton St.", "city": "San Francisco",
        "state": "CA", "zip": "94117", "country": "us", "phone": "+1 555 341 9393", "metadata": "Customer 1" });
    let made = shippo.post("/addresses/", sent).await;
    assert_eq!(made["validation_results"], json!({}));
    assert_eq!((&made["phone"], &made["country"]), (&json!("0015553419393"), &json!("US")));
    assert_eq!((&made["is_complete"], &made["test"]), (&json!(true), &json!(true)));
    let valid = shippo.get(&format!("/addresses/{}/validate", id(&made))).await;
    assert_ne!(valid["object_id"], made["object_id"]);
    assert_eq!(valid["validation_results"], json!({ "is_valid": true, "messages": [] }));
    assert_eq!((&valid["street1"], &valid["city"]), (&json!("215 CLAYTON ST."), &json!("SAN FRANCISCO")));
    assert_eq!(names(&valid), names(&made));
    assert_eq!(shippo.get(&format!("/addresses/{}", id(&made))).await, made);
    assert_eq!(shippo.get("/addresses").await["results"], json!([valid, made]));
}

#[tokio::test]
async fn an_address_nobody_can_find_says_so() {
    let shippo = Shippo::start().await;
    for (street, zip) in [("Mayor 1", ""), ("Mayor 1", "00000"), ("Nowhere Lane 3", "28013")] {
        let sent = json!({ "name": "Ana", "street1": street, "city": "Madrid", "zip": zip, "country": "ES", "validate": true });
        let made = shippo.post("/addresses/", sent).await;
        assert_eq!(made["validation_results"]["is_valid"], false);
        assert_eq!(made["validation_results"]["messages"][0]["code"], "Address Not Found");
        assert_eq!(made["is_complete"], false);
    }
    assert_eq!(
        shippo.refused("/addresses/", json!({})).await,
        json!({ "country": ["This field is required."] })
    );
}

#[tokio::test]
async fn customs_papers_name_their_items() {
    let shippo = Shippo::start().await;
    let item = json!({ "description": "T-Shirt", "quantity": 2, "net_weight": "400", "mass_unit": "g",
        "value_amount": "20", "value_currency": "USD", "origin_country": "US", "hs_code": "6109.10" });
    let made = shippo.post("/customs/items/", item.clone()).await;
    assert_eq!((&made["object_state"], &made["quantity"]), (&json!("VALID"), &json!(2)));
    assert_eq!(shippo.get(&format!("/customs/items/{}", id(&made))).await, made);
    let mut declaration = json!({ "certify": true, "certify_signer": "Ana", "contents_type": "MERCHANDISE",
        "non_delivery_option": "RETURN", "incoterm": "DDU" });
    let refused = shippo.refused("/customs/declarations/", declaration.clone()).await;
    assert_eq!(refused, json!({ "items": ["This field is required."] }));
    declaration["items"] = json!([id(&made), item]);
    let declared = shippo.post("/customs/declarations/", declaration).await;
    assert_eq!((&declared["items"][0], declared["items"].as_array().unwrap().len()), (&made["object_id"], 2));
    assert_eq!(shippo.get(&format!("/customs/declarations/{}", id(&declared))).await, declared);
    let (status, _) = shippo.ask(Method::GET, "/customs/declarations/none", &Value::Null).await;
    assert_eq!(status, 404);
}

#[tokio::test]
async fn accounts_say_whose_they_are() {
    let shippo = Shippo::start().await;
    let accounts = shippo.get("/carrier_accounts/?results=100").await;
    let carriers = crate::shippo::all(&accounts["results"], "/carrier");
    assert_eq!(carriers, ["correos_espana", "ups", "dhl_express", "usps"]);
    let usps = shippo.get("/carrier_accounts/?carrier=usps").await;
    assert_eq!(usps["results"].as_array().unwrap().len(), 1);
    let one = shippo.get(&format!("/carrier_accounts/{}", id(&usps["results"][0]))).await;
    assert_eq!(one["carrier_name"], "USPS");
}
