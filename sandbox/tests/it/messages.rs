//! Who carries messages takes only what the real ones take.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::SecretKey;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use p256::elliptic_curve::sec1::ToSec1Point;
use serde_json::{Value, json};

use crate::world::{World, config};

fn now() -> i64 {
    sandbox::clock::now()
}

/// `vapid t=…, k=…` with these claims.
fn vapid(claims: &Value) -> String {
    let key = SecretKey::from_slice(&[7; 32]).expect("thirty-two bytes are a key");
    let part = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", part(&json!({ "typ": "JWT", "alg": "ES256" })), part(claims));
    let mark: Signature = SigningKey::from(&key).sign(signed.as_bytes());
    let public = URL_SAFE_NO_PAD.encode(key.public_key().to_sec1_point(false).as_bytes());
    format!("vapid t={signed}.{}, k={public}", URL_SAFE_NO_PAD.encode(mark.to_bytes()))
}

#[tokio::test]
async fn the_push_service_believes_only_a_fresh_proof_for_itself() {
    let world = World::start(config()).await;
    let made = world.control("/_control/push/subscriptions", json!({})).await;
    let endpoint = made["endpoint"].as_str().unwrap();
    let send = async |authorization: String, ttl: bool, encoding: &str| {
        let request = world.client.post(endpoint).header("authorization", authorization);
        let request = request.header("content-encoding", encoding.to_owned());
        let request = if ttl { request.header("ttl", "60") } else { request };
        request.body(vec![0; 120]).send().await.unwrap().status().as_u16()
    };
    let good = json!({ "aud": world.running.http, "exp": now() + 3600, "sub": "mailto:a@b.test" });
    // Everything is right but the body, which nobody encrypted.
    assert_eq!(send(vapid(&good), true, "aes128gcm").await, 400);
    assert_eq!(send(vapid(&good), false, "aes128gcm").await, 400);
    assert_eq!(send(vapid(&good), true, "aesgcm").await, 400);
    for (field, value) in [
        ("aud", json!("https://elsewhere.test")),
        ("exp", json!(now() - 1)),
        ("exp", json!(now() + 25 * 3600)),
        ("sub", json!("somebody")),
    ] {
        let mut bad = good.clone();
        bad[field] = value;
        assert_eq!(send(vapid(&bad), true, "aes128gcm").await, 401, "{bad}");
    }
    let proof = vapid(&good);
    let (signed, mark) = proof.rsplit_once('.').unwrap();
    // The first letter bears six bits of the signature; the last would bear two, and altering it may alter nothing.
    let other = if mark.starts_with('A') { "B" } else { "A" };
    assert_eq!(send(format!("{signed}.{other}{}", &mark[1..]), true, "aes128gcm").await, 401);
    assert_eq!(send(String::new(), true, "aes128gcm").await, 401);
    let nobody = world.client.post(world.url("/push/nobody")).send().await.unwrap();
    assert_eq!(nobody.status(), 404);
}

#[tokio::test]
async fn nobody_without_a_key_sends_anything() {
    let world = World::start(config()).await;
    let status = async |request: reqwest::RequestBuilder| request.send().await.unwrap().status().as_u16();
    let text = [("To", "+34600111222"), ("From", "+15005550006"), ("Body", "Hello")];
    let twilio = || world.client.post(world.url("/twilio/2010-04-01/Accounts/AC1/Messages.json")).form(&text);
    assert_eq!(status(twilio()).await, 401);
    assert_eq!(status(twilio().basic_auth("AC1", Some("token"))).await, 201);
    let mail = json!({ "from": "a@b.test", "to": ["c@d.test"], "subject": "Hello", "text": "Hello" });
    let resend = || world.client.post(world.url("/resend/emails")).json(&mail);
    assert_eq!(status(resend()).await, 401);
    assert_eq!(status(resend().bearer_auth("sk_1")).await, 403);
    assert_eq!(status(resend().bearer_auth("re_1")).await, 200);
    let fcm = world.client.post(world.url("/fcm/v1/projects/clew-sandbox/messages:send")).json(&json!({}));
    assert_eq!(status(fcm.bearer_auth("ya29.x")).await, 401);
    let form = [("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer"), ("assertion", "a.b.c")];
    assert_eq!(status(world.client.post(world.url("/fcm/token")).form(&form)).await, 400);
}

#[tokio::test]
async fn a_key_of_resend_s_stands_for_one_mail() {
    let world = World::start(config()).await;
    let send = async |subject: &str| {
        let mail = json!({ "from": "a@b.test", "to": "c@d.test", "subject": subject, "text": "Hello" });
        let request = world.client.post(world.url("/resend/emails")).bearer_auth("re_1");
        let answer = request.header("idempotency-key", "k").json(&mail).send().await.unwrap();
        (answer.status().as_u16(), answer.json::<Value>().await.unwrap())
    };
    let first = send("Hello").await;
    assert_eq!(send("Hello").await, first);
    let other = send("Another").await;
    assert_eq!((other.0, &other.1["name"]), (409, &json!("invalid_idempotent_request")));
    assert_eq!(world.read("/_control/mail").await.as_array().unwrap().len(), 1);
}

#[tokio::test]
async fn busy_says_for_how_long() {
    let world = World::start(config()).await;
    world.control("/_control/faults", json!({ "twilio": { "api_429": 1 } })).await;
    let ask =
        || world.client.get(world.url("/twilio/2010-04-01/Accounts/AC1.json")).basic_auth("AC1", Some("t"));
    let busy = ask().send().await.unwrap();
    assert_eq!((busy.status().as_u16(), busy.headers()["retry-after"].to_str().unwrap()), (429, "7"));
    assert_eq!(ask().send().await.unwrap().status(), 200);
    let page = world.get("/sms").send().await.unwrap().text().await.unwrap();
    assert!(page.contains("Text messages"));
}
