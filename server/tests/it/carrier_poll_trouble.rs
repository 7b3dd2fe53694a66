//! A carrier that refuses, is busy, does not answer or is asked by two at once: its parcels wait, the others' do not, and nothing is lost.

use std::sync::{Arc, Mutex};

use axum::{Json, Router, http::StatusCode, routing::post};
use domain::{
    Shop,
    failpoint::Failpoints,
    poll::{self, Limit, Round},
    provider::{Credentials, carriers::Carriers, fedex::FedEx},
    tracking::TrackSource,
};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::poll_world::*;

fn on_its_way() -> Value {
    json!([{ "after": 0, "state": "picked_up" }, { "after": 2, "state": "in_transit" },
        { "after": 40, "state": "out_for_delivery" }])
}

async fn alerts(asking: &Asking) -> Vec<(String, bool)> {
    sqlx::query_as(
        "select provider, cleared_at is null from alert where kind = 'provider_paused' order by raised_at",
    )
    .fetch_all(&asking.shop.pool)
    .await
    .unwrap()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn revoked_credentials_pause_one_carrier_and_restored_it_catches_up_by_itself(pool: PgPool) {
    let asking = Asking::start(pool).await;
    let ups = asking.parcel("ups", UPS, on_its_way()).await;
    asking.parcel("fedex", FEDEX, on_its_way()).await;
    asking.world.faults(json!({ "ups": { "revoked": true } })).await;
    assert!(matches!(asking.round(TrackSource::Ups).await, Round::Paused(_)));
    assert_eq!(alerts(&asking).await, [("ups".to_owned(), true)]);
    assert_eq!(asking.round(TrackSource::Fedex).await, Round::Asked(1), "another carrier's go on");
    // It is tried now and then, not at every look, and there is one alarm.
    assert_eq!(asking.round(TrackSource::Ups).await, Round::Idle);
    for _ in 0..3 {
        asking.pass(0.31).await;
        assert!(matches!(asking.round(TrackSource::Ups).await, Round::Paused(_)));
    }
    assert_eq!(alerts(&asking).await, [("ups".to_owned(), true)]);
    assert_eq!(asking.field(ups, "failures").await.unwrap(), "0", "it is no parcel's fault");
    asking.world.faults(json!({ "ups": { "revoked": false } })).await;
    assert_eq!(asking.round(TrackSource::Ups).await, Round::Idle, "still left alone");
    asking.pass(0.31).await;
    assert_eq!(asking.round(TrackSource::Ups).await, Round::Asked(1));
    assert_eq!(alerts(&asking).await, [("ups".to_owned(), false)], "nobody had to say so");
    assert_eq!(asking.world.count("select count(*) from parcel where tracking = 'transit'").await, 2);
    let paused = "select count(*) from provider_health where paused_at is not null";
    assert_eq!(asking.world.count(paused).await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_busy_carrier_is_asked_no_more_until_it_said_and_one_that_is_down_ever_more_rarely(pool: PgPool) {
    let asking = Asking::start(pool).await;
    let parcel = asking.parcel("dhl_express", DHL, on_its_way()).await;
    let calls = async || asking.world.get("/_control/carriers").await["calls"]["dhl"].as_i64().unwrap_or(0);
    asking.world.faults(json!({ "dhl": { "api_429": 1 } })).await;
    let now = asking.shop.clock.now();
    let Round::Paused(until) = asking.round(TrackSource::Dhl).await else { panic!("it is busy") };
    assert!((7..=9).contains(&now.seconds_until(until)), "it said seven seconds");
    assert_eq!((asking.round(TrackSource::Dhl).await, calls().await), (Round::Idle, 1));
    assert_eq!(asking.field(parcel, "failures").await.unwrap(), "0");
    asking.shop.clock.set(until);
    asking.world.faults(json!({ "dhl": { "down": true } })).await;
    let mut pauses = Vec::new();
    for _ in 0..4 {
        let Round::Paused(until) = asking.round(TrackSource::Dhl).await else { panic!("it is down") };
        pauses.push(asking.shop.clock.now().seconds_until(until));
        asking.shop.clock.set(until);
    }
    assert!(pauses.is_sorted() && pauses[3] >= 120, "{pauses:?}");
    asking.world.faults(json!({ "dhl": { "down": false } })).await;
    assert_eq!(asking.round(TrackSource::Dhl).await, Round::Asked(1));
    let state = "select count(*) from poll_source_state where source = 'dhl' and failures = 0 and pause_until is null";
    assert_eq!(asking.world.count(state).await, 1);
    assert_eq!(asking.world.count("select count(*) from parcel where tracking = 'transit'").await, 1);
}

/// A FedEx that refuses every question with a bad number in it: the sizes of the questions it was asked.
async fn picky(at: String) -> (String, Arc<Mutex<Vec<usize>>>) {
    let asked = Arc::new(Mutex::new(Vec::new()));
    let heard = Arc::clone(&asked);
    let answer = move |Json(question): Json<Value>| {
        let numbers: Vec<String> = question["trackingInfo"]
            .as_array()
            .unwrap()
            .iter()
            .map(|one| one["trackingNumberInfo"]["trackingNumber"].as_str().unwrap().to_owned())
            .collect();
        heard.lock().unwrap().push(numbers.len());
        let scans = json!([{ "scanEvents": [{ "eventType": "PU", "date": at }] }]);
        let result = |number: &String| json!({ "trackingNumber": number, "trackResults": scans });
        let all: Vec<_> = numbers.iter().map(result).collect();
        std::future::ready(if numbers.iter().any(|number| number.starts_with("BAD")) {
            let why = json!({ "errors": [{ "code": "TRACKING.TRACKINGNUMBER.INVALID", "message": "no" }] });
            (StatusCode::BAD_REQUEST, Json(why))
        } else {
            (StatusCode::OK, Json(json!({ "output": { "completeTrackResults": all } })))
        })
    };
    let token = || std::future::ready(Json(json!({ "access_token": "t", "expires_in": 3600 })));
    let app =
        Router::new().route("/oauth/token", post(token)).route("/track/v1/trackingnumbers", post(answer));
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
    (base, asked)
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_number_that_spoils_a_question_is_found_by_halves_and_asked_rarely(pool: PgPool) {
    let mut asking = Asking::start(pool).await;
    let (base, asked) = picky(asking.shop.clock.now().rfc3339()).await;
    let key = Credentials { id: "id".into(), secret: "secret".to_owned().into() };
    let fedex = Some(FedEx::new(key, Some(&base)).unwrap());
    asking.shop.carriers = Carriers { fedex, ..Carriers::default() };
    for good in 0..15 {
        asking.typed("fedex", &format!("GOOD{good}")).await;
    }
    let bad = asking.typed("fedex", "BAD1").await;
    asking.rounds(TrackSource::Fedex).await;
    let sizes = asked.lock().unwrap().clone();
    assert_eq!((sizes[0], sizes[1]), (16, 8), "all, then half: {sizes:?}");
    assert!(sizes.contains(&1) && sizes.len() <= 11, "{sizes:?}");
    let heard = "select count(*) from parcel where tracking = 'transit'";
    assert_eq!(asking.world.count(heard).await, 15, "the others are none the worse");
    assert_eq!(asking.field(bad, "failures").await.unwrap(), "1");
    assert_eq!(asking.field(bad, "refused_because").await.unwrap(), "TRACKING.TRACKINGNUMBER.INVALID");
    let days = asking.shop.clock.now().minutes_until(asking.next(bad).await.unwrap()) / (24 * 60);
    assert_eq!(days, 1);
    // When it is asked again, it spoils nobody's question.
    asking.pass(26.0).await;
    asked.lock().unwrap().clear();
    asking.rounds(TrackSource::Fedex).await;
    let mut sizes = asked.lock().unwrap().clone();
    sizes.sort_unstable();
    assert_eq!(sizes, [1, 15]);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn two_who_ask_at_once_ask_each_number_once(pool: PgPool) {
    let mut asking = Asking::start(pool).await;
    // The budget keeps nobody apart here: only the lease does.
    let budgets = &mut asking.shop.carriers.budgets;
    budgets.ups.gap = Limit::daily(50_000);
    let numbers = ["1Z999AA10123456784", "1Z5R89390357567127"];
    for number in numbers {
        asking.parcel("ups", number, on_its_way()).await;
    }
    // Both processes, until both have nothing to do.
    for _ in 0..6 {
        let both = (poll::round(&asking.shop, TrackSource::Ups), poll::round(&asking.shop, TrackSource::Ups));
        let (one, other) = tokio::join!(both.0, both.1);
        let asked =
            [one.unwrap(), other.unwrap()].into_iter().filter(|round| matches!(round, Round::Asked(_)));
        assert!(asked.count() <= 1, "never two questions at a time");
        asking.shop.clock.set(asking.shop.clock.now().plus(2));
    }
    for number in numbers {
        assert_eq!(asking.asked("ups", number).await, 1, "{number}");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn who_dies_between_the_answer_and_its_hearing_loses_nothing(pool: PgPool) {
    let asking = Asking::start(pool).await;
    asking.parcel("correos", CORREOS, on_its_way()).await;
    let (reached, mut reach) = tokio::sync::mpsc::unbounded_channel();
    let hook = move |_| {
        let _ = reached.send(());
        std::future::pending::<()>()
    };
    let dying = Shop { failpoints: Failpoints::with(hook), ..asking.shop.clone() };
    let process = tokio::spawn(async move { poll::round(&dying, TrackSource::Correos).await });
    reach.recv().await.unwrap();
    process.abort();
    let _ = process.await;
    assert_eq!(asking.round(TrackSource::Correos).await, Round::Idle, "nobody knows that it is dead");
    asking.shop.clock.set(asking.shop.clock.now().plus(61));
    assert_eq!(asking.round(TrackSource::Correos).await, Round::Asked(1));
    assert_eq!(asking.world.count("select count(*) from parcel where tracking = 'transit'").await, 1);
}
