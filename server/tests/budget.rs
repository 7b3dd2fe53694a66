//! The byte budget of a customer's first visit, measured on the release build.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

#[path = "../../bench/src/first_visit.rs"]
mod first_visit;
#[path = "kill/server.rs"]
#[expect(dead_code, reason = "the kill test uses the rest")]
mod victim;

use first_visit::first_visit;
use serde_json::{Value, json};
use victim::{API_KEY, Victim};

/// HTML, CSS, JS and WASM of an order page, compressed (docs/ARCHITECTURE.md).
const MOST: usize = 60 * 1024;

#[tokio::test]
async fn a_first_visit_stays_within_its_budget() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let victim = Victim::start().await;
    let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let body = json!({
        "customer": { "name": "Ana Ruiz", "email": "ana@customer.test" },
        "address": { "line1": "Calle Mayor 12", "city": "Madrid", "postalCode": "28013", "country": "ES" },
        "items": [{ "name": "Poster A2", "quantity": 2, "unitAmount": 1450 }, { "name": "Book", "quantity": 1, "unitAmount": 3400 }],
        "currency": "EUR", "workflow": "print-factory", "language": "ru"
    });
    let request =
        http.post(format!("{}/api/orders", victim.url)).bearer_auth(API_KEY).header("idempotency-key", "1");
    let created: Value = request.json(&body).send().await.unwrap().json().await.unwrap();
    let number = created["number"].as_str().unwrap();
    let form = [("number", number), ("email", "ana@customer.test")];
    let found = http.post(format!("{}/track", victim.url)).form(&form).send().await.unwrap();
    let cookie = found.headers()["set-cookie"].to_str().unwrap().split(';').next().unwrap().to_owned();

    let order = first_visit(&http, &victim.url, &format!("/o/{number}"), Some(&cookie)).await.unwrap();
    let total: usize = order.values().sum();
    println!("order page: {order:#?}\ntotal: {total} bytes of {MOST}");
    assert!(order.keys().any(|file| file.ends_with(".wasm")), "the order page is live");
    assert!(order.keys().any(|file| file.ends_with(".css")), "the order page is dressed");
    assert!(!order.keys().any(|file| file.contains("pkg-admin")), "customers download nothing of the admin");
    assert!(total <= MOST, "{total} bytes of {MOST}");

    let track = first_visit(&http, &victim.url, "/track", None).await.unwrap();
    println!("/track: {track:#?}");
    assert!(
        !track.keys().any(|file| file.ends_with(".wasm") || file.ends_with(".js")),
        "the look-up needs no script"
    );
    victim.stop().await;
}
