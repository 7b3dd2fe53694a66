//! Buying labels, printing them, finding them again.

use reqwest::Method;
use serde_json::{Value, json};

use crate::shippo::{Shippo, id, shipment};

#[tokio::test]
async fn a_label_comes_in_its_own_time() {
    let shippo = Shippo::start().await;
    let rate = shippo.rate().await;
    let queued = shippo.post("/transactions/", json!({ "rate": rate, "metadata": "order 7K3QD" })).await;
    assert_eq!(
        (&queued["status"], &queued["tracking_number"], &queued["label_url"]),
        (&json!("QUEUED"), &json!(""), &json!(""))
    );
    let done = shippo.after(&format!("/transactions/{}", id(&queued)), &["QUEUED"]).await;
    assert_eq!((&done["status"], &done["metadata"]), (&json!("SUCCESS"), &json!("order 7K3QD")));
    assert_eq!(done["tracking_status"], "PRE_TRANSIT");
    let number = done["tracking_number"].as_str().unwrap();
    assert!(done["tracking_url_provider"].as_str().unwrap().ends_with(number));
    assert!(done["eta"].as_str().unwrap().ends_with('Z'));
}

#[tokio::test]
async fn the_same_rate_twice_is_two_purchases() {
    let shippo = Shippo::start().await;
    let rate = shippo.rate().await;
    let bought = json!({ "rate": rate, "async": false });
    let one = shippo.post("/transactions/", bought.clone()).await;
    let two = shippo.post("/transactions/", bought).await;
    assert_ne!(one["tracking_number"], two["tracking_number"]);
    let all = shippo.0.read("/_control/shippo/transactions").await;
    assert_eq!(all.as_array().unwrap().len(), 2);
    assert_eq!((&all[0]["object_id"], &all[0]["carrier"]), (&two["object_id"], &json!("correos_espana")));
}

#[tokio::test]
async fn purchases_are_found_again_newest_first() {
    let shippo = Shippo::start().await;
    let (one, two, three) = (shippo.label().await, shippo.label().await, shippo.label().await);
    let of_rate = shippo.get(&format!("/transactions/?rate={}", two["rate"].as_str().unwrap())).await;
    assert_eq!(of_rate["results"], json!([two]));
    let page = shippo.get("/transactions/?object_status=SUCCESS&tracking_status=PRE_TRANSIT&results=2").await;
    assert_eq!((&page["results"], &page["previous"]), (&json!([three, two]), &json!(null)));
    let path = page["next"].as_str().unwrap().split_once("/shippo").unwrap().1;
    let rest = shippo.get(path).await;
    assert_eq!((&rest["results"], &rest["next"]), (&json!([one]), &json!(null)));
    assert!(rest["previous"].is_string());
    assert_eq!(shippo.get("/transactions/?object_status=ERROR").await["results"], json!([]));
}

#[tokio::test]
async fn a_purchase_of_nothing_is_refused() {
    let shippo = Shippo::start().await;
    assert_eq!(
        shippo.refused("/transactions/", json!({})).await,
        json!({ "rate": ["This field is required."] })
    );
    let unknown = shippo.refused("/transactions/", json!({ "rate": "none" })).await;
    assert_eq!(unknown, json!({ "rate": ["Rate with supplied object_id not found."] }));
    let rate = shippo.rate().await;
    let long = shippo.refused("/transactions/", json!({ "rate": rate, "metadata": "x".repeat(101) })).await;
    assert_eq!(long, json!({ "metadata": ["Ensure this field has no more than 100 characters."] }));
    let odd = shippo.refused("/transactions/", json!({ "rate": rate, "label_file_type": "GIF" })).await;
    assert_eq!(odd, json!({ "label_file_type": ["\"GIF\" is not a valid choice."] }));
    let (status, _) = shippo.ask(Method::GET, "/transactions/none", &Value::Null).await;
    assert_eq!(status, 404);
}

#[tokio::test]
async fn a_rate_grows_old_on_the_carriers_clock() {
    let shippo = Shippo::start().await;
    let rate = shippo.rate().await;
    shippo.0.control("/_control/shippo/clock", json!({ "hours": 167 })).await;
    shippo.post("/transactions/", json!({ "rate": rate })).await;
    shippo.0.control("/_control/shippo/clock", json!({ "hours": 1.5 })).await;
    let late = shippo.refused("/transactions/", json!({ "rate": rate })).await;
    assert_eq!(late, json!({ "rate": ["Rate has expired."] }));
}

#[tokio::test]
async fn numbers_are_such_as_the_carrier_gives() {
    let shippo = Shippo::start().await;
    for (country, provider, begins, length) in [
        ("ES", "Correos", "PK", 23),
        ("ES", "UPS", "1Z", 18),
        ("ES", "DHL Express", "", 10),
        ("US", "USPS", "92", 22),
    ] {
        let made = shippo.post("/shipments/", shipment(country, country)).await;
        let rate =
            made["rates"].as_array().unwrap().iter().find(|rate| rate["provider"] == provider).unwrap();
        let bought = shippo.post("/transactions/", json!({ "rate": id(rate), "async": false })).await;
        let number = bought["tracking_number"].as_str().unwrap();
        assert!(number.starts_with(begins) && number.len() == length, "{provider}: {number}");
    }
}

#[tokio::test]
async fn a_label_is_a_real_file_of_the_size_asked_for() {
    let shippo = Shippo::start().await;
    for (file_type, size) in
        [("", "[0 0 288 432]"), ("PDF_A4", "[0 0 595 842]"), ("PDF_2.3x7.5", "[0 0 166 540]")]
    {
        let rate = shippo.rate().await;
        let sent = json!({ "rate": rate, "label_file_type": file_type, "async": false });
        let bought = shippo.post("/transactions/", sent).await;
        let answer = shippo.0.client.get(bought["label_url"].as_str().unwrap()).send().await.unwrap();
        assert_eq!(
            (answer.status().as_u16(), &answer.headers()["content-type"]),
            (200, &"application/pdf".parse().unwrap())
        );
        let file = answer.bytes().await.unwrap();
        let text: String = file.iter().map(|byte| char::from(*byte)).collect();
        assert!(text.starts_with("%PDF-1.4\n") && text.ends_with("%%EOF\n") && text.contains(size));
        for said in [
            "(Correos)",
            "(Paq ",
            bought["tracking_number"].as_str().unwrap(),
            "(Ana Pe\\361a)",
            "(Carrer de Balmes 2)",
        ] {
            assert!(text.contains(said), "{said}");
        }
    }
}

#[tokio::test]
async fn labels_come_as_pictures_and_for_printers_too() {
    let shippo = Shippo::start().await;
    for (file_type, ending, begins) in [("PNG", ".png", &b"\x89PNG\r\n\x1a\n"[..]), ("ZPLII", ".zpl", b"^XA")]
    {
        let rate = shippo.rate().await;
        let sent = json!({ "rate": rate, "label_file_type": file_type, "async": false });
        let bought = shippo.post("/transactions/", sent).await;
        let url = bought["label_url"].as_str().unwrap();
        assert!(url.ends_with(ending), "{url}");
        let file = shippo.0.client.get(url).send().await.unwrap().bytes().await.unwrap();
        assert!(file.starts_with(begins));
    }
    let none = shippo.0.client.get(shippo.0.url("/shippo/labels/none.pdf")).send().await.unwrap();
    assert_eq!(none.status(), 404);
}
