//! A client of the sandbox's Shippo, and the few calls every test of it makes.

use std::collections::BTreeSet;

use reqwest::{Method, StatusCode};
use sandbox::Config;
use serde_json::{Value, json};

use crate::receiver::Receiver;
use crate::world::{SECRET, World, config};

pub const TOKEN: &str = "ShippoToken shippo_test_sandbox";

pub struct Shippo(pub World);

impl Shippo {
    pub async fn start() -> Self {
        Self(World::start(config()).await)
    }

    pub async fn telling(clew: &Receiver) -> Self {
        let (shippo_webhook_url, shippo_webhook_secret) = (Some(clew.url.clone()), Some(SECRET.to_owned()));
        Self(World::start(Config { shippo_webhook_url, shippo_webhook_secret, ..config() }).await)
    }

    pub async fn ask(&self, method: Method, path: &str, body: &Value) -> (StatusCode, Value) {
        let request = self.0.client.request(method, self.0.url(&format!("/shippo{path}")));
        let request = if body.is_null() { request } else { request.json(body) };
        let answer = request.header("authorization", TOKEN).send().await.expect("an answer");
        let status = answer.status();
        let text = answer.text().await.expect("text");
        (status, serde_json::from_str(&text).unwrap_or(Value::String(text)))
    }

    pub async fn get(&self, path: &str) -> Value {
        let (status, answer) = self.ask(Method::GET, path, &Value::Null).await;
        assert_eq!(status, 200, "{answer}");
        answer
    }

    pub async fn post(&self, path: &str, body: Value) -> Value {
        let (status, answer) = self.ask(Method::POST, path, &body).await;
        assert_eq!(status, 201, "{answer}");
        answer
    }

    /// What a call that must fail answers.
    pub async fn refused(&self, path: &str, body: Value) -> Value {
        let (status, answer) = self.ask(Method::POST, path, &body).await;
        assert_eq!(status, 400, "{answer}");
        answer
    }

    /// A shipment from Madrid to Barcelona with its rates.
    pub async fn shipment(&self) -> Value {
        self.post("/shipments/", shipment("ES", "ES")).await
    }

    /// The cheapest rate of a new shipment.
    pub async fn rate(&self) -> String {
        id(&self.shipment().await["rates"][0])
    }

    /// A label that is there at once.
    pub async fn label(&self) -> Value {
        let rate = self.rate().await;
        self.post("/transactions/", json!({ "rate": rate, "async": false, "metadata": "order 7K3QD" })).await
    }

    /// The object at `path` once its status is no longer one of these.
    pub async fn after(&self, path: &str, passing: &[&str]) -> Value {
        let mut changes = 0;
        loop {
            let now = self.get(path).await;
            if !passing.contains(&now["status"].as_str().expect("a status")) {
                return now;
            }
            changes += 1;
            assert!(changes < 100_000, "{now}");
            tokio::task::yield_now().await;
        }
    }
}

/// Half a kilogram between two countries.
pub fn shipment(from: &str, to: &str) -> Value {
    json!({
        "address_from": address("Clew Shop", "Calle Mayor 1", "28013", "Madrid", from),
        "address_to": address("Ana Peña", "Carrer de Balmes 2", "08007", "Barcelona", to),
        "parcels": [{
            "length": "20", "width": "15", "height": "10", "distance_unit": "cm", "weight": "0.5", "mass_unit": "kg",
        }],
        "async": false,
    })
}

fn address(name: &str, street: &str, zip: &str, city: &str, country: &str) -> Value {
    json!({ "name": name, "street1": street, "zip": zip, "city": city, "country": country, "phone": "+34 600 000 000" })
}

pub fn id(object: &Value) -> String {
    object["object_id"].as_str().unwrap_or_else(|| panic!("{object}")).to_owned()
}

/// The texts of one field of all these.
pub fn all<'a>(list: &'a Value, pointer: &str) -> Vec<&'a str> {
    list.as_array()
        .expect("a list")
        .iter()
        .map(|item| item.pointer(pointer).and_then(Value::as_str).expect("a text"))
        .collect()
}

/// Shapes are compared with the recorded ones by their names only.
pub fn names(object: &Value) -> BTreeSet<&str> {
    object.as_object().expect("an object").keys().map(String::as_str).collect()
}
