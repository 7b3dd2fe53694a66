//! Carriers that can are asked to tell of parcels by themselves: once each, again before it ends, and no more when the parcel has arrived.

use domain::{poll::Round, tracking::TrackSource};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{label_world::work_until, poll_world::*, support::DHL_WORD};

fn long() -> Value {
    json!([{ "after": 0, "state": "picked_up" }, { "after": 500, "state": "delivered" }])
}

async fn state(asking: &Asking, parcel: domain::ids::ParcelId) -> String {
    asking.field(parcel, "subscription_state").await.unwrap()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn ups_tells_of_a_number_that_was_typed_and_is_asked_again_after_twelve_days(pool: PgPool) {
    let asking = Asking::with(pool, true).await;
    let good = asking.parcel("ups", UPS, long()).await;
    let bad = asking.typed("ups", "12345").await;
    asking.rounds(TrackSource::Ups).await;
    assert_eq!(state(&asking, good).await, "active");
    assert_eq!(state(&asking, bad).await, "failed", "to UPS it is no number");
    assert!(asking.field(bad, "failed_because").await.is_some());
    assert_eq!(asking.field(bad, "renew_at").await, None, "and is not asked for again");
    let told = async || asking.world.get("/_control/carriers").await["ups"].clone();
    let first = told().await;
    assert_eq!(first.as_array().unwrap().len(), 1);
    let until = |told: &Value| told[0]["until"].as_i64().unwrap();
    asking.pass(11.0 * 24.0).await;
    asking.rounds(TrackSource::Ups).await;
    assert_eq!(until(&told().await), until(&first), "not before the twelfth day");
    asking.pass(24.5).await;
    asking.rounds(TrackSource::Ups).await;
    assert!(until(&told().await) > until(&first), "renewed before its fourteen days are over");
    assert_eq!(state(&asking, good).await, "active");
    asking.pass(212.0).await;
    asking.rounds(TrackSource::Ups).await;
    let delivered = "select count(*) from parcel where tracking = 'delivered'";
    work_until(&asking.world, &asking.shop, async || asking.world.count(delivered).await == 1).await;
    asking.pass(3.0).await;
    asking.rounds(TrackSource::Ups).await;
    assert_eq!(state(&asking, good).await, "completed");
    assert_eq!(asking.field(good, "renew_at").await, None);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn dhl_tells_once_its_question_is_answered_and_is_asked_anew_when_it_ends_it(pool: PgPool) {
    let asking = Asking::with(pool, true).await;
    let parcel = asking.parcel("dhl_express", DHL, long()).await;
    let other = asking.parcel("dhl_express", "73891051146", long()).await;
    let homeless = asking.parcel("dhl_express", "JJD0099999999", long()).await;
    sqlx::query("update parcel set carrier_token = 'dhl' where id = $1")
        .bind(homeless.0)
        .execute(&asking.shop.pool)
        .await
        .unwrap();
    asking.rounds(TrackSource::Dhl).await;
    let name = asking.field(parcel, "subscription_id").await.unwrap();
    assert_eq!(asking.field(other, "subscription_id").await.unwrap(), name, "ten at a time");
    assert_eq!(state(&asking, parcel).await, "none", "it waits to be confirmed");
    assert_eq!(
        state(&asking, homeless).await,
        "failed",
        "no division is known; it is looked at all the same"
    );
    assert!(asking.next(homeless).await.is_some());
    // DHL asks our door, the job answers, DHL says that it stands.
    work_until(&asking.world, &asking.shop, async || state(&asking, parcel).await == "active").await;
    assert_eq!(state(&asking, other).await, "active");
    assert_eq!(asking.field(parcel, "renew_at").await, None);
    push(&asking, "subscription.expired", &name).await;
    work_until(&asking.world, &asking.shop, async || state(&asking, parcel).await == "failed").await;
    assert!(asking.next(parcel).await.is_some());
    asking.pass(1.1).await;
    asking.rounds(TrackSource::Dhl).await;
    assert_ne!(asking.field(parcel, "subscription_id").await.unwrap(), name, "asked for anew");
    work_until(&asking.world, &asking.shop, async || state(&asking, parcel).await == "active").await;
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn dhls_word_that_overtakes_its_own_answer_waits_for_it(pool: PgPool) {
    let asking = Asking::with(pool, true).await;
    let parcel = asking.parcel("dhl_express", DHL, long()).await;
    push(&asking, "subscription.ready", "sub-early").await;
    let waiting =
        "select count(*) from inbox where state = 'waiting' and match_key = 'subscription:sub-early'";
    work_until(&asking.world, &asking.shop, async || asking.world.count(waiting).await == 1).await;
    let mut tx = asking.shop.pool.begin().await.unwrap();
    domain::inbox::store::meet(&mut tx, "subscription:sub-early").await.unwrap();
    sqlx::query("update parcel_poll set subscription_id = 'sub-early' where parcel_id = $1")
        .bind(parcel.0)
        .execute(&mut *tx)
        .await
        .unwrap();
    domain::inbox::store::wake(&mut tx, &domain::poll::about_subscription("sub-early")).await.unwrap();
    tx.commit().await.unwrap();
    work_until(&asking.world, &asking.shop, async || state(&asking, parcel).await == "active").await;
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_carrier_that_does_not_answer_whether_it_will_tell_is_looked_at_all_the_same(pool: PgPool) {
    let asking = Asking::with(pool, true).await;
    let parcel = asking.parcel("ups", UPS, long()).await;
    asking.world.faults(json!({ "ups": { "down": true, "only": "POST /ups/api/track" } })).await;
    assert!(matches!(asking.round(TrackSource::Ups).await, Round::Paused(_)), "no answer says nothing");
    assert_eq!(state(&asking, parcel).await, "none");
    asking.world.faults(json!({ "ups": { "down": false } })).await;
    asking.pass(0.1).await;
    asking.rounds(TrackSource::Ups).await;
    assert_eq!(state(&asking, parcel).await, "active");
    assert_eq!(asking.asked("ups", UPS).await, 1);
}

async fn push(asking: &Asking, scope: &str, name: &str) {
    let body = json!({ "scope": scope, "self": format!("https://api-eu.dhl.com/x/{name}") });
    let url = format!("{}/api/webhooks/carriers/dhl", asking.world.url);
    let request = asking.world.http.post(url).header(domain::provider::dhl::HEADER, DHL_WORD).json(&body);
    assert_eq!(request.send().await.unwrap().status(), 200, "{scope}");
}
