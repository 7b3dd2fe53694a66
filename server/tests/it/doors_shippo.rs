//! Shippo's door: a token in the address or a signature, one row per body, an answer in time, and nothing of it in a log.

use std::{
    io::Write,
    sync::{Arc, Mutex},
    time::{Duration, Instant},
};

use clap::Parser;
use domain::{clock::At, order::Limits, provider::signature::stamped::sign};
use secrecy::SecretString;
use serde_json::{Value, json};
use server::{config::Cli, shippo_hooks, webhooks::Secrets};
use sqlx::PgPool;

use crate::support::{SHIPPO_TOKEN, World, secrets};

const SECRET: &str = "agreed with Shippo's support";

fn track(number: &str) -> Vec<u8> {
    let scan = json!({ "object_id": "scan_1", "status": "TRANSIT", "status_date": "2026-09-05T12:00:00Z" });
    let data = json!({ "carrier": "ups", "tracking_number": number, "tracking_status": scan, "tracking_history": [] });
    json!({ "event": "track_updated", "test": true, "data": data }).to_string().into_bytes()
}

async fn post(world: &World, query: &str, signature: Option<&str>, body: &[u8]) -> u16 {
    let url = format!("{}/api/webhooks/shippo{query}", world.url);
    let mut request = world.http.post(url).header("content-type", "application/json");
    if let Some(signature) = signature {
        request = request.header("shippo-auth-signature", signature);
    }
    request.body(body.to_vec()).send().await.unwrap().status().as_u16()
}

async fn noted(world: &World, reason: &str) -> i64 {
    let times =
        "select coalesce(sum(times), 0)::bigint from inbox_refusal where provider = 'shippo' and reason = $1";
    sqlx::query_scalar(times).bind(reason).fetch_one(&world.shop.pool).await.unwrap()
}

fn right() -> String {
    format!("?token={SHIPPO_TOKEN}")
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_token_in_the_address_opens_and_nothing_else_does(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let body = track("1ZNOBODYS");
    for wrong in [
        "?token=",
        "?token=a-word",
        "?token=a-word-only-shippo-knowsx",
        "?token=x&token=a-word-only-shippo-knows",
    ] {
        assert_eq!(post(&world, wrong, None, &body).await, 400, "{wrong}");
    }
    let signed = sign(&body, &SecretString::from(SHIPPO_TOKEN), world.shop.clock.now());
    assert_eq!(post(&world, "", Some(&signed), &body).await, 400);
    assert_eq!((noted(&world, "token_wrong").await, noted(&world, "token_missing").await), (4, 1));
    assert_eq!(world.count("select count(*) from inbox").await, 0);
    // A number nobody knows is welcome; the same body again is the same webhook, another one is news.
    assert_eq!(post(&world, &right(), None, &body).await, 200);
    assert_eq!(post(&world, &right(), None, &body).await, 200);
    assert_eq!(post(&world, &right(), None, &track("1ZOTHER")).await, 200);
    let rows =
        "select count(*) from inbox where provider = 'shippo' and kind = 'track_updated' and about is null";
    assert_eq!(world.count(rows).await, 2);
    let twice = "select count(*) from inbox where deliveries = 2 and event_id = encode(sha256(body), 'hex')";
    assert_eq!(world.count(twice).await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn huge_and_unreadable_bodies_are_refused_and_noted(pool: PgPool) {
    let world = World::without_worker(pool).await;
    assert_eq!(post(&world, &right(), None, &vec![b' '; 2 * 1024 * 1024]).await, 413);
    for nonsense in ["", "{}", "[]", "<html>", r#"{"event": 7}"#] {
        assert_eq!(post(&world, &right(), None, nonsense.as_bytes()).await, 400, "{nonsense}");
    }
    assert_eq!((noted(&world, "too_large").await, noted(&world, "not_an_event").await), (1, 5));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_shop_without_a_token_lets_nobody_in(pool: PgPool) {
    for none in [None, Some(SecretString::from(""))] {
        let world =
            World::with(pool.clone(), Limits::default(), Secrets { shippo_token: none, ..secrets() }).await;
        for query in ["", "?token", "?token=", &right()] {
            assert_eq!(post(&world, query, None, &track("1Z")).await, 400, "{query}");
        }
    }
    let emptied = Secrets { shippo: vec![SecretString::from("")], ..secrets() };
    let world = World::with(pool, Limits::default(), emptied).await;
    let empty = sign(&track("1Z"), &SecretString::from(""), world.shop.clock.now());
    assert_eq!(
        post(&world, &right(), Some(&empty), &track("1Z")).await,
        400,
        "an empty secret never verifies"
    );
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn where_shippo_signs_only_its_signature_opens(pool: PgPool) {
    let old = SecretString::from("the one before");
    let both = vec![old.clone(), SecretString::from(SECRET)];
    let world = World::with(pool, Limits::default(), Secrets { shippo: both, ..secrets() }).await;
    let (now, body) = (world.shop.clock.now(), track("1Z"));
    let signed = |secret: &str, at: At| sign(&body, &SecretString::from(secret), at);
    let good = signed(SECRET, now);
    let (stamp, mark) = good.split_once(',').unwrap();
    for (signature, reason, times) in [
        (None, "signature_missing", 1),
        (Some(format!("{good},{mark}")), "signature_missing", 2),
        (Some(format!("{stamp},{good}")), "signature_missing", 3),
        (Some(signed("somebody else's", now)), "signature_forged", 1),
        (Some(signed(SECRET, now.plus(-310))), "signature_stale", 1),
        (Some(signed(SECRET, now.plus(310))), "signature_stale", 2),
    ] {
        assert_eq!(post(&world, &right(), signature.as_deref(), &body).await, 400, "{signature:?}");
        assert_eq!(noted(&world, reason).await, times, "{signature:?}");
    }
    let mut altered = body.clone();
    altered[40] ^= 1;
    assert_eq!(post(&world, "", Some(&good), &altered).await, 400);
    assert_eq!(post(&world, "", Some(&good), &body).await, 200);
    assert_eq!(post(&world, "", Some(&sign(&track("2"), &old, now)), &track("2")).await, 200);
}

/// Shippo hangs up after three seconds; who is told 503 in time sends it again.
#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_database_that_hangs_is_told_to_shippo_in_time(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let mut hold = world.shop.pool.begin().await.unwrap();
    sqlx::query("lock table inbox in access exclusive mode").execute(&mut *hold).await.unwrap();
    let asked = Instant::now();
    assert_eq!(post(&world, &right(), None, &track("1Z")).await, 503);
    assert!(asked.elapsed() < Duration::from_secs(3), "{:?}", asked.elapsed());
    hold.rollback().await.unwrap();
    assert_eq!(post(&world, &right(), None, &track("1Z")).await, 200);
    assert_eq!(world.count("select count(*) from inbox").await, 1);
}

#[derive(Clone, Default)]
struct Log(Arc<Mutex<Vec<u8>>>);

impl Write for Log {
    fn write(&mut self, line: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().write(line)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn the_token_reaches_no_log(pool: PgPool) {
    let log = Log::default();
    let sink = log.clone();
    // A test's runtime has one thread, so everything the doorway says while it runs comes here.
    let listener = tracing_subscriber::fmt()
        .with_max_level(tracing::Level::TRACE)
        .with_ansi(false)
        .with_writer(move || sink.clone())
        .finish();
    let _listening = tracing::subscriber::set_default(listener);
    let world = World::without_worker(pool).await;
    // Another test's thread may have learnt meanwhile that nobody listens.
    tracing::callsite::rebuild_interest_cache();
    for query in [right(), format!("?token={SHIPPO_TOKEN}-but-wrong")] {
        let url = format!("{}/api/webhooks/shippo{query}", world.url);
        let (host, path) = url.trim_start_matches("http://").split_once('/').unwrap();
        // By hand: a client in the same process would log its own address.
        let mut stream = tokio::net::TcpStream::connect(host).await.unwrap();
        let request = format!(
            "POST /{path} HTTP/1.1\r\nhost: {host}\r\ncontent-length: 2\r\nconnection: close\r\n\r\n{{}}"
        );
        tokio::io::AsyncWriteExt::write_all(&mut stream, request.as_bytes()).await.unwrap();
        let mut answer = String::new();
        tokio::io::AsyncReadExt::read_to_string(&mut stream, &mut answer).await.unwrap();
        assert!(answer.starts_with("HTTP/1.1 400"), "{answer}");
        assert!(!answer.contains(SHIPPO_TOKEN));
    }
    let said = String::from_utf8(log.0.lock().unwrap().clone()).unwrap();
    assert!(
        said.contains("webhook refused") && said.contains("/api/webhooks/shippo"),
        "the log was listened to"
    );
    let leak = said.lines().find(|line| line.contains(SHIPPO_TOKEN));
    assert_eq!(leak, None);
}

fn settings(world: &World, token: &str) -> server::config::Settings {
    let base = format!("{}/shippo", world.sandbox.http);
    let arguments = [
        ("--shippo-token", "shippo_test_1"),
        ("--shippo-api-base", &base),
        ("--public-url", "https://shop.test"),
        ("--shippo-webhook-token", token),
    ];
    let arguments = arguments.iter().flat_map(|(name, value)| [*name, *value]);
    Cli::parse_from(["clew", "check"].into_iter().chain(arguments)).settings
}

async fn registered(world: &World) -> Vec<(String, String)> {
    let url = format!("{}/shippo/webhooks", world.sandbox.http);
    let request = world.http.get(url).header("authorization", "ShippoToken shippo_test_1");
    let list: Value = request.send().await.unwrap().json().await.unwrap();
    let text = |hook: &Value, name: &str| hook[name].as_str().unwrap().to_owned();
    let hooks = list["results"].as_array().unwrap();
    hooks.iter().map(|hook| (text(hook, "event"), text(hook, "url"))).collect()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn registering_the_webhook_twice_registers_it_once(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let settings = settings(&world, "s3cret word");
    let shippo = &world.shop.shippo;
    let first = shippo_hooks::register(&settings, shippo).await.unwrap();
    let after = registered(&world).await;
    let mut events: Vec<_> = after.iter().map(|(event, _)| event.as_str()).collect();
    events.sort_unstable();
    assert_eq!(events, ["track_updated", "transaction_created", "transaction_updated"]);
    for (_, url) in &after {
        assert_eq!(url, "https://shop.test/api/webhooks/shippo?token=s3cret+word");
    }
    let second = shippo_hooks::register(&settings, shippo).await.unwrap();
    assert_eq!(registered(&world).await, after);
    assert!(first.iter().all(|line| line.ends_with(": registered")), "{first:?}");
    assert!(second.iter().all(|line| line.ends_with("registered already")), "{second:?}");
    assert!(!format!("{first:?}{second:?}").contains("s3cret"), "the token is not printed");
    assert!(shippo_hooks::register(&self::settings(&world, ""), shippo).await.is_err());
    assert!(shippo_hooks::register(&self::settings(&world, &"x".repeat(200)), shippo).await.is_err());
}
