//! The carriers' doors: each believes its own carrier only, keeps a body once, welcomes numbers nobody knows, and DHL's question is
//! answered.

use std::sync::{Arc, Mutex};

use axum::{
    Router,
    extract::Path,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use domain::{
    Shop,
    order::Limits,
    provider::{
        carriers::Carriers,
        dhl::{self, Dhl, Hook},
        fedex::signature::sign,
    },
    queue::drain,
};
use secrecy::SecretString;
use serde_json::json;
use server::webhooks::{Allowed, CarrierSecrets, Secrets};
use sqlx::PgPool;

use crate::support::{CORREOS_TOKEN, DHL_WORD, FEDEX_TOKEN, UPS_WORD, World, secrets};

const CARRIERS: [&str; 4] = ["fedex", "ups", "dhl", "correos"];

/// A push of each carrier about a number.
pub fn push(carrier: &str, number: &str) -> Vec<u8> {
    let said = match carrier {
        "fedex" => json!({ "output": { "completeTrackResults": [{ "trackingNumber": number, "trackResults": [
            { "scanEvents": [{ "eventType": "PU", "date": "2026-09-03T12:01:00-07:00" }] }] }] } }),
        "ups" => {
            json!({ "trackingNumber": format!(" {number}"), "activityStatus": { "type": "I", "code": "OT" },
            "localActivityDate": "20240423", "localActivityTime": "091519" })
        }
        "dhl" => {
            json!({ "scope": "subscription.push", "self": "x/sub-1", "shipments": [{ "id": number, "service": "express",
            "status": { "statusCode": "transit", "timestamp": "2026-06-30T10:00:00Z" } }] })
        }
        _ => json!([{ "codEnvio": number, "error": { "codError": "0" }, "eventos": [
            { "codEvento": "H020000V", "fecEvento": "29/04/2026", "horEvento": "08:46:00" }] }]),
    };
    said.to_string().into_bytes()
}

/// The right proof: a query and a header.
pub fn proof(carrier: &str, body: &[u8]) -> (String, &'static str, String) {
    match carrier {
        "fedex" => (String::new(), "fdx-signature", sign(body, &SecretString::from(FEDEX_TOKEN))),
        "ups" => (String::new(), "credential", UPS_WORD.to_owned()),
        "dhl" => (String::new(), dhl::HEADER, DHL_WORD.to_owned()),
        _ => (format!("?token={CORREOS_TOKEN}"), "x-nothing", String::new()),
    }
}

async fn send(
    world: &World,
    carrier: &str,
    (query, name, word): &(String, &str, String),
    body: &[u8],
) -> u16 {
    let url = format!("{}/api/webhooks/carriers/{carrier}{query}", world.url);
    let request =
        world.http.post(url).header("content-type", "application/json").header(*name, word.as_str());
    request.body(body.to_vec()).send().await.unwrap().status().as_u16()
}

async fn noted(world: &World, carrier: &str, reason: &str) -> i64 {
    let times =
        "select coalesce(sum(times), 0)::bigint from inbox_refusal where provider = $1 and reason = $2";
    sqlx::query_scalar(times).bind(carrier).bind(reason).fetch_one(&world.shop.pool).await.unwrap()
}

/// How many pushes are kept, and how many of them came twice.
async fn kept(world: &World, carrier: &str) -> (i64, i64) {
    let rows =
        "select count(*), count(*) filter (where deliveries = 2 and event_id = encode(sha256(body), 'hex'))
        from inbox where provider = $1 and about is null";
    sqlx::query_as(rows).bind(carrier).fetch_one(&world.shop.pool).await.unwrap()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn each_door_believes_its_own_carrier_and_keeps_a_push_once(pool: PgPool) {
    let world = World::without_worker(pool).await;
    for carrier in CARRIERS {
        let body = push(carrier, "NOBODYS1");
        let right = proof(carrier, &body);
        for other in CARRIERS.into_iter().filter(|other| *other != carrier) {
            let theirs = proof(other, &body);
            assert_eq!(send(&world, carrier, &theirs, &body).await, 400, "{other} at {carrier}'s door");
        }
        let (query, name, word) = &right;
        let altered = |text: &str| text.replacen('a', "b", 1).replacen('=', "=b", 1);
        let forged = (altered(query), *name, format!("{word}b"));
        assert_eq!(send(&world, carrier, &forged, &body).await, 400, "{carrier}");
        assert_eq!(kept(&world, carrier).await, (0, 0));
        // A number nobody knows is welcome; the same body again is the same push, another one is news.
        assert_eq!(send(&world, carrier, &right, &body).await, 200, "{carrier}");
        assert_eq!(send(&world, carrier, &right, &body).await, 200, "{carrier}, replayed");
        let news = push(carrier, "NOBODYS2");
        assert_eq!(send(&world, carrier, &proof(carrier, &news), &news).await, 200, "{carrier}");
        assert_eq!(kept(&world, carrier).await, (2, 1), "{carrier}");
    }
    // An altered body under a signature made for another.
    let body = push("fedex", "NOBODYS1");
    let mut altered = body.clone();
    altered[60] ^= 1;
    assert_eq!(send(&world, "fedex", &proof("fedex", &body), &altered).await, 400);
    assert!(noted(&world, "fedex", "signature_forged").await >= 1);
    assert!(noted(&world, "ups", "signature_missing").await >= 1);
    assert!(noted(&world, "dhl", "signature_missing").await >= 1);
    assert_eq!(noted(&world, "correos", "token_wrong").await, 1);
    drain(&world.shop).await.unwrap();
    assert_eq!(
        world.count("select count(*) from inbox where state = 'waiting'").await,
        8,
        "nobody's, and no failure"
    );
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn huge_and_unreadable_pushes_are_refused_and_noted(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let huge = vec![b' '; 2 * 1024 * 1024];
    for carrier in CARRIERS {
        assert_eq!(send(&world, carrier, &proof(carrier, &huge), &huge).await, 413, "{carrier}");
        for nonsense in ["", "{}", "[]", "7", "<html>"] {
            let body = nonsense.as_bytes();
            assert_eq!(send(&world, carrier, &proof(carrier, body), body).await, 400, "{carrier} {nonsense}");
        }
        assert_eq!(noted(&world, carrier, "too_large").await, 1, "{carrier}");
        assert_eq!(noted(&world, carrier, "not_an_event").await, 5, "{carrier}");
    }
    assert_eq!(world.count("select count(*) from inbox").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_shop_without_secrets_lets_no_carrier_in(pool: PgPool) {
    for secret in [None, Some(SecretString::from(""))] {
        let empty: Vec<_> = secret.into_iter().collect();
        let carriers = CarrierSecrets {
            fedex: empty.clone(),
            ups: empty.clone(),
            dhl: empty.clone(),
            correos: empty,
            allowed: Vec::new(),
        };
        let world = World::with(pool.clone(), Limits::default(), Secrets { carriers, ..secrets() }).await;
        for carrier in CARRIERS {
            let body = push(carrier, "NOBODYS1");
            let (_, name, _) = proof(carrier, &body);
            for word in ["", &proof(carrier, &body).2] {
                let said = ("?token=".to_owned(), name, word.to_owned());
                assert_eq!(send(&world, carrier, &said, &body).await, 400, "{carrier} {word}");
            }
        }
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_old_word_opens_while_it_is_replaced_and_ups_second_version_too(pool: PgPool) {
    let both = vec![SecretString::from("the new one"), SecretString::from(UPS_WORD)];
    let carriers = CarrierSecrets { ups: both, ..secrets().carriers };
    let world = World::with(pool, Limits::default(), Secrets { carriers, ..secrets() }).await;
    for (number, name, word) in
        [("A", "credential", UPS_WORD), ("B", "credential", "the new one"), ("C", "x-api-key", "the new one")]
    {
        let said = (String::new(), name, word.to_owned());
        assert_eq!(send(&world, "ups", &said, &push("ups", number)).await, 200, "{name} {word}");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_carrier_with_addresses_is_not_believed_from_elsewhere(pool: PgPool) {
    let allowed = vec![Allowed { carrier: "fedex", ip: "20.65.16.22".parse().unwrap() }];
    let carriers = CarrierSecrets { allowed, ..secrets().carriers };
    let world = World::with(pool, Limits::default(), Secrets { carriers, ..secrets() }).await;
    let body = push("fedex", "NOBODYS1");
    assert_eq!(send(&world, "fedex", &proof("fedex", &body), &body).await, 400);
    assert_eq!(noted(&world, "fedex", "address_not_allowed").await, 1);
    let body = push("dhl", "NOBODYS1");
    assert_eq!(send(&world, "dhl", &proof("dhl", &body), &body).await, 200, "nothing was said of DHL");
}

/// DHL as far as it asks whether we meant a subscription.
async fn asking() -> (String, Arc<Mutex<Vec<(String, String)>>>) {
    let confirmed = Arc::new(Mutex::new(Vec::new()));
    let kept = confirmed.clone();
    let confirm = async move |Path(name): Path<String>, headers: HeaderMap| {
        let secret = headers["dhl-api-hook-secret"].to_str().unwrap().to_owned();
        kept.lock().unwrap().push((name, secret));
        StatusCode::NO_CONTENT
    };
    let router = Router::new().route("/tracking/push/v1/subscription/{name}", post(confirm));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, router).await });
    (base, confirmed)
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn dhl_s_question_is_answered_with_its_secret_and_only_where_dhl_asks(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let (base, confirmed) = asking().await;
    let hook = Hook { url: "https://shop.test".to_owned(), word: SecretString::from(DHL_WORD) };
    let dhl = Dhl::new(&SecretString::from("key"), Some(&base), Some(hook)).unwrap();
    let carriers = Carriers { dhl: Some(dhl), ..Carriers::default() };
    let shop = Shop { carriers, ..world.shop.clone() };
    // The address in the push may be anybody's: only its last word is used, at DHL's own.
    let question =
        json!({ "scope": "subscription.validate", "self": "https://evil.test/sub-123", "secret": "shhh" });
    let question = question.to_string().into_bytes();
    let forged = (String::new(), dhl::HEADER, "a word".to_owned());
    assert_eq!(send(&world, "dhl", &forged, &question).await, 400);
    drain(&shop).await.unwrap();
    assert_eq!(confirmed.lock().unwrap().len(), 0, "nobody asked");
    assert_eq!(send(&world, "dhl", &proof("dhl", &question), &question).await, 200);
    drain(&shop).await.unwrap();
    assert_eq!(*confirmed.lock().unwrap(), [("sub-123".to_owned(), "shhh".to_owned())]);
    assert_eq!(world.count("select count(*) from job").await, 0);
    assert_eq!(world.count("select count(*) from inbox where state = 'processed'").await, 1);
}
