//! The other end of the webhooks: checks every signature by its own arithmetic and keeps what came.

use std::net::SocketAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::Duration;

use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use axum::routing::post;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::sync::mpsc;

use crate::world::{SECRET, STITCH_SECRET};

pub struct Receiver {
    pub url: String,
    pub status: Arc<AtomicU16>,
    received: mpsc::UnboundedReceiver<Value>,
}

type Door = (mpsc::UnboundedSender<Value>, Arc<AtomicU16>);

impl Receiver {
    pub async fn start() -> Self {
        Self::at("127.0.0.1:0".parse().expect("an address")).await
    }

    pub async fn at(address: SocketAddr) -> Self {
        let listener = TcpListener::bind(address).await.expect("a free port");
        let url = format!("http://{}/hook", listener.local_addr().expect("an address"));
        let (sender, received) = mpsc::unbounded_channel();
        let status = Arc::new(AtomicU16::new(200));
        let app = Router::new().route("/hook", post(receive)).with_state((sender, status.clone()));
        tokio::spawn(async move { axum::serve(listener, app).await });
        Self { url, status, received }
    }

    /// The next webhook.
    pub async fn next(&mut self) -> Value {
        let next = tokio::time::timeout(Duration::from_secs(10), self.received.recv()).await;
        next.expect("a webhook in time").expect("a webhook")
    }

    /// The types of the next n webhooks, sorted, since they come in any order.
    pub async fn types(&mut self, count: usize) -> Vec<String> {
        let mut types = Vec::new();
        for _ in 0..count {
            types.push(self.next().await["type"].as_str().expect("a type").to_owned());
        }
        types.sort();
        types
    }

    /// Nothing more comes within a moment.
    pub async fn quiet(&mut self) -> bool {
        tokio::time::timeout(Duration::from_millis(400), self.received.recv()).await.is_err()
    }
}

async fn receive(State((sender, status)): State<Door>, headers: HeaderMap, body: Bytes) -> StatusCode {
    assert!(signed(&headers, &body), "a bad signature: {headers:?}");
    let status = StatusCode::from_u16(status.load(Ordering::SeqCst)).expect("a status");
    sender.send(serde_json::from_slice(&body).expect("JSON")).expect("the test still listens");
    status
}

fn signed(headers: &HeaderMap, body: &[u8]) -> bool {
    if headers.contains_key("svix-id") {
        return signed_by_svix(headers, body);
    }
    // Shippo signs as Stripe does, under another name.
    let header = headers.get("shippo-auth-signature").unwrap_or_else(|| &headers["stripe-signature"]);
    let header = header.to_str().expect("ASCII");
    let (time, digest) = header.split_once(',').expect("two parts");
    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(SECRET.as_bytes()).expect("any length");
    mac.update(time.strip_prefix("t=").expect("a time").as_bytes());
    mac.update(b".");
    mac.update(body);
    digest.strip_prefix("v1=").is_some_and(|digest| digest == hex::encode(mac.finalize().into_bytes()))
}

fn signed_by_svix(headers: &HeaderMap, body: &[u8]) -> bool {
    let text = |name: &str| headers[name].to_str().expect("ASCII");
    let key = STANDARD.decode(STITCH_SECRET.trim_start_matches("whsec_")).expect("base64");
    let mut mac = Hmac::<sha2::Sha256>::new_from_slice(&key).expect("any length");
    for part in [text("svix-id").as_bytes(), b".", text("svix-timestamp").as_bytes(), b".", body] {
        mac.update(part);
    }
    text("svix-signature") == format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}
