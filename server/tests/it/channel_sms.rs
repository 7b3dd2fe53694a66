//! Text messages over Twilio's wire: one message whatever is lost, and what becomes of it.

use domain::{
    Language,
    notice::Channel,
    provider::{said::Said, twilio::Checked},
    queue::drain,
};
use serde_json::json;
use sqlx::PgPool;

use crate::{
    channel_world::{again, dies_at, plan, quiet_order, stands, texts, until},
    support::World,
};

const ANA: &str = "+34600111222";
const SEND: &str = "POST /twilio/2010-04-01";

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_text_message_is_sent_and_says_that_it_arrived(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    let id = plan(&world, &number, Channel::Sms, ANA).await;
    drain(&world.shop).await.unwrap();
    let (_, provider, sid, _) = stands(&world, id).await;
    let sent = texts(&world, ANA).await;
    assert_eq!((provider.as_deref(), sid.as_deref()), (Some("twilio"), sent[0]["sid"].as_str()));
    assert!(sent[0]["body"].as_str().unwrap().contains(&number.to_string()));
    until(&world, id, "delivered").await;
    assert_eq!(world.count("select count(*) from notice where delivered_at is not null").await, 1);
    let bad = plan(&world, &number, Channel::Sms, "+34600030005").await;
    until(&world, bad, "dead").await;
    assert!(stands(&world, bad).await.3.contains("30005"));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn twilio_times_out_after_accepting_and_there_is_one_message(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    for (lost, to) in [
        ("api_timeout", "+34600000101"),
        ("api_drop_reply", "+34600000102"),
        ("api_5xx_after", "+34600000103"),
    ] {
        world.faults(json!({ "twilio": { "only": SEND, lost: 1 } })).await;
        let id = plan(&world, &number, Channel::Sms, to).await;
        drain(&world.shop).await.unwrap();
        let (_, provider, sid, _) = stands(&world, id).await;
        assert_eq!((provider.as_deref(), sid.is_some()), (Some("twilio"), true), "{lost}: found at once");
        assert_eq!(texts(&world, to).await.len(), 1, "{lost}");
        until(&world, id, "delivered").await;
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_list_that_lags_or_is_away_makes_no_second_message(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    world.faults(json!({ "twilio": { "only": SEND, "api_drop_reply": 1, "list_lags": true } })).await;
    let id = plan(&world, &number, Channel::Sms, ANA).await;
    drain(&world.shop).await.unwrap();
    assert_eq!(stands(&world, id).await.0, "failed");
    // Nobody can look: nobody sends.
    world.faults(json!({ "twilio": { "only": "GET /twilio", "down": true } })).await;
    again(&world, &world.shop).await;
    assert_eq!(stands(&world, id).await.0, "failed");
    world.faults(json!({ "twilio": { "down": false, "only": null, "list_lags": false } })).await;
    again(&world, &world.shop).await;
    until(&world, id, "delivered").await;
    assert_eq!(texts(&world, ANA).await.len(), 1);
    assert_eq!(world.count("select count(*) from job").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_process_that_dies_at_each_step_sends_one_message(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    for (place, to) in [("sms.kept", "+34600000201"), ("sms.called", "+34600000202")] {
        let id = plan(&world, &number, Channel::Sms, to).await;
        dies_at(&world, &world.shop, place).await;
        again(&world, &world.shop).await;
        until(&world, id, "delivered").await;
        assert_eq!(texts(&world, to).await.len(), 1, "{place}");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_twilio_says_of_a_number_is_for_ever_and_what_it_says_of_now_is_not(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    for (to, code) in [("+15005550001", "21211"), ("+15005550009", "21614"), ("+15005550004", "21610")] {
        let id = plan(&world, &number, Channel::Sms, to).await;
        drain(&world.shop).await.unwrap();
        let (state, .., why) = stands(&world, id).await;
        assert!(state == "suppressed" && why.starts_with(code), "{state}: {why}");
        assert!(texts(&world, to).await.is_empty());
    }
    world.faults(json!({ "twilio": { "api_429": 1 } })).await;
    let id = plan(&world, &number, Channel::Sms, ANA).await;
    drain(&world.shop).await.unwrap();
    let (state, .., why) = stands(&world, id).await;
    assert!(state == "failed" && why.contains("429"), "{state}: {why}");
    let failures = "select coalesce(sum(failures), 0)::bigint from provider_health where provider = 'twilio'";
    assert_eq!(world.count(failures).await, 0, "busy is an answer");
    world.faults(json!({ "twilio": { "down": true } })).await;
    again(&world, &world.shop).await;
    assert_eq!(stands(&world, id).await.0, "failed");
    world.faults(json!({ "twilio": { "down": false } })).await;
    again(&world, &world.shop).await;
    until(&world, id, "delivered").await;
    assert_eq!(texts(&world, ANA).await.len(), 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_shop_without_an_account_says_so_and_a_refused_token_pauses(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    let id = plan(&world, &number, Channel::Sms, ANA).await;
    drain(&domain::Shop { sms: None, ..world.shop.clone() }).await.unwrap();
    assert_eq!(stands(&world, id).await.0, "suppressed");
    let secret = json!({ "provider": "twilio", "url": format!("{}/api/webhooks/twilio", world.url), "secret": "another" });
    world.control("/_control/webhook-url", secret).await;
    let id = plan(&world, &number, Channel::Sms, "+34600000301").await;
    drain(&world.shop).await.unwrap();
    assert_eq!(stands(&world, id).await.0, "failed");
    let paused = "select count(*) from provider_health where provider = 'twilio' and paused_at is not null";
    assert_eq!(world.count(paused).await, 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn stop_spares_a_number_and_start_lifts_it(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    let first = plan(&world, &number, Channel::Sms, ANA).await;
    until(&world, first, "delivered").await;
    let spared = "select count(*) from suppression where channel = 'sms' and reason = 'opted_out' and lifted_at is null";
    for (word, count) in [("Where is it?", 0), ("Stop", 1), ("STOP", 1), ("start", 0)] {
        world.control("/_control/sms/inbound", json!({ "from": ANA, "body": word })).await;
        world.idle().await;
        assert_eq!(world.count(spared).await, count, "{word}");
    }
    assert_eq!(world.count("select count(*) from suppression").await, 1);
    let hash: Vec<u8> =
        sqlx::query_scalar("select address_hash from suppression").fetch_one(&world.shop.pool).await.unwrap();
    assert_eq!(hash, world.shop.secret.phone_hash(ANA));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_number_is_proved_by_the_code_that_was_sent_to_it(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let twilio = world.shop.sms.clone().unwrap();
    let now = world.shop.clock.now();
    assert_eq!(twilio.start_proof(ANA, Language::Es, now).await, Ok(Said::Done(())));
    assert!(texts(&world, ANA).await[0]["body"].as_str().unwrap().contains("111222"));
    assert_eq!(twilio.check_proof(ANA, "000000", now).await, Ok(Checked::Wrong));
    assert_eq!(twilio.check_proof(ANA, "111222", now).await, Ok(Checked::Right));
    assert_eq!(twilio.check_proof(ANA, "111222", now).await, Ok(Checked::Over), "a code proves once");
    assert!(matches!(twilio.start_proof("+1", Language::Es, now).await, Ok(Said::Refused(_))));
    twilio.start_proof(ANA, Language::Es, now).await.unwrap();
    for _ in 0..5 {
        assert_eq!(twilio.check_proof(ANA, "000000", now).await, Ok(Checked::Wrong));
    }
    assert_eq!(twilio.check_proof(ANA, "111222", now).await, Ok(Checked::Over), "not by trying");
}
