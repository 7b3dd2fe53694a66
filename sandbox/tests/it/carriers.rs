//! Clients of the sandbox's carriers, an ear for their pushes, and the few calls every test of them makes.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode as Status};
use axum::routing::post;
use reqwest::{RequestBuilder, StatusCode};
use serde_json::{Value, json};
use tokio::net::TcpListener;
use tokio::sync::mpsc;

use crate::world::{World, config};

pub const UPS: &str = "1Z999AA10123456784";
pub const FEDEX: &str = "986578788855";
pub const DHL: &str = "3318810025";
pub const CORREOS: &str = "RR123456785ES";

pub struct Carriers(pub World);

impl Carriers {
    pub async fn start() -> Self {
        Self(World::start(config()).await)
    }

    /// A journey by hand.
    pub async fn script(&self, script: Value) -> Value {
        let begun = self.0.control("/_control/journeys", script).await;
        assert!(begun["scans"].is_array(), "{begun}");
        begun
    }

    /// Puts the carriers' clock forward.
    pub async fn clock(&self, hours: f64) -> u64 {
        self.0.control("/_control/clock", json!({ "hours": hours })).await["sent"].as_u64().expect("a number")
    }

    pub async fn faults(&self, switches: Value) {
        let turned = self.0.post("/_control/faults").json(&switches).send().await.expect("an answer");
        assert_eq!(turned.status(), 200, "{switches}");
    }

    pub fn token_call(&self, carrier: &str, id: &str, secret: &str) -> RequestBuilder {
        let client = &self.0.client;
        let grant = ("grant_type", "client_credentials");
        match carrier {
            "fedex" => {
                let form = [grant, ("client_id", id), ("client_secret", secret)];
                client.post(self.0.url("/fedex/oauth/token")).form(&form)
            }
            _ => {
                let call = client.post(self.0.url("/ups/security/v1/oauth/token"));
                call.basic_auth(id, Some(secret)).form(&[grant])
            }
        }
    }

    pub async fn token(&self, carrier: &str) -> String {
        let (status, token) = answer(self.token_call(carrier, "shop", "secret")).await;
        assert_eq!(status, 200, "{token}");
        token["access_token"].as_str().expect("a token").to_owned()
    }

    pub fn fedex_call(&self, token: &str, numbers: &[&str]) -> RequestBuilder {
        let asked: Vec<Value> = numbers
            .iter()
            .map(|number| json!({ "trackingNumberInfo": { "trackingNumber": number } }))
            .collect();
        let call = self.0.client.post(self.0.url("/fedex/track/v1/trackingnumbers"));
        let call = call.bearer_auth(token).header("x-customer-transaction-id", "clew-1");
        call.json(&json!({ "includeDetailedScans": true, "trackingInfo": asked }))
    }

    /// The newest result of one number.
    pub async fn fedex(&self, number: &str) -> Value {
        let (status, body) = answer(self.fedex_call(&self.token("fedex").await, &[number])).await;
        assert_eq!(status, 200, "{body}");
        let results = &body["output"]["completeTrackResults"][0]["trackResults"];
        results.as_array().expect("results").last().expect("a result").clone()
    }

    pub fn ups_call(&self, token: &str, number: &str) -> RequestBuilder {
        let path = format!("/ups/api/track/v1/details/{number}?locale=en_US");
        let call = self.0.client.get(self.0.url(&path)).bearer_auth(token);
        call.header("transId", "t-1").header("transactionSrc", "clew")
    }

    pub async fn ups(&self, number: &str) -> Value {
        let (status, body) = answer(self.ups_call(&self.token("ups").await, number)).await;
        assert_eq!(status, 200, "{body}");
        body["trackResponse"]["shipment"][0].clone()
    }

    pub async fn subscribe(&self, version: &str, body: &Value) -> (StatusCode, Value) {
        let path = format!("/ups/api/track/{version}/subscription/standard/package");
        let call = self.0.client.post(self.0.url(&path)).bearer_auth(self.token("ups").await);
        answer(call.header("transId", "t-1").header("transactionSrc", "clew").json(body)).await
    }

    pub fn dhl_call(&self, number: &str) -> RequestBuilder {
        let path = format!("/dhl/track/shipments?trackingNumber={number}");
        self.0.client.get(self.0.url(&path)).header("DHL-API-Key", "key")
    }

    pub async fn dhl(&self, number: &str) -> Value {
        let (status, body) = answer(self.dhl_call(number)).await;
        assert_eq!(status, 200, "{body}");
        body
    }

    pub async fn correos(&self, number: &str) -> Value {
        let path = format!(
            "/correos/canonico/eventos_envio_servicio/{number}?codAplicacion=60&codCanal=3&codIdioma=ES&indUltEvento=N"
        );
        let (status, body) = answer(self.0.client.get(self.0.url(&path))).await;
        assert_eq!(status, 200, "{body}");
        body
    }
}

/// Status and body, whatever the body is called.
pub async fn answer(call: RequestBuilder) -> (StatusCode, Value) {
    let answer = call.send().await.expect("an answer");
    let status = answer.status();
    let text = answer.text().await.expect("text");
    (status, serde_json::from_str(&text).unwrap_or(Value::String(text)))
}

/// The fields called so of all of these.
pub fn column<'a>(list: &'a Value, pointer: &str) -> Vec<&'a str> {
    let list = list.as_array().unwrap_or_else(|| panic!("no list: {list}"));
    list.iter().map(|item| item.pointer(pointer).and_then(Value::as_str).expect("a text")).collect()
}

/// One push as it came.
pub struct Heard {
    pub headers: HeaderMap,
    pub raw: Bytes,
    pub body: Value,
}

impl Heard {
    pub fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", |value| value.to_str().expect("ASCII"))
    }
}

/// Hears everything, believes everything, answers as it is told to.
pub struct Ear {
    pub url: String,
    pub status: Arc<AtomicU16>,
    heard: mpsc::UnboundedReceiver<Heard>,
}

type Door = (mpsc::UnboundedSender<Heard>, Arc<AtomicU16>);

impl Ear {
    pub async fn open() -> Self {
        let address: SocketAddr = "127.0.0.1:0".parse().expect("an address");
        let listener = TcpListener::bind(address).await.expect("a free port");
        let url = format!("http://{}/hook", listener.local_addr().expect("an address"));
        let (sender, heard) = mpsc::unbounded_channel();
        let status = Arc::new(AtomicU16::new(200));
        let app = Router::new().route("/hook", post(hear)).with_state((sender, status.clone()));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { url, status, heard }
    }

    pub async fn next(&mut self) -> Heard {
        let next = tokio::time::timeout(Duration::from_secs(10), self.heard.recv()).await;
        next.expect("a push in time").expect("a push")
    }

    pub async fn all(&mut self, count: usize) -> Vec<Heard> {
        let mut all = Vec::new();
        for _ in 0..count {
            all.push(self.next().await);
        }
        all
    }

    /// Nothing more comes within a moment.
    pub async fn quiet(&mut self) -> bool {
        tokio::time::timeout(Duration::from_millis(400), self.heard.recv()).await.is_err()
    }
}

async fn hear(State((sender, status)): State<Door>, headers: HeaderMap, raw: Bytes) -> Status {
    let body = serde_json::from_slice(&raw).expect("JSON");
    sender.send(Heard { headers, raw, body }).expect("the test still listens");
    Status::from_u16(status.load(Ordering::SeqCst)).expect("a status")
}
