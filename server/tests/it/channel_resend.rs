//! Mail over HTTP: one mail whatever is lost, and what becomes of it.

use domain::{notice::Channel, queue::drain};
use serde_json::json;
use sqlx::PgPool;

use crate::{
    channel_world::{again, dies_at, plan, quiet_order, stands, until},
    support::World,
};

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_mail_goes_through_resend_and_its_news_come_back(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    let shop = world.with_resend();
    let id = plan(&world, &number, Channel::Email, "maria@customer.test").await;
    drain(&shop).await.unwrap();
    let (_, provider, email, why) = stands(&world, id).await;
    assert_eq!(provider.as_deref(), Some("resend"), "{why}");
    let mail = &world.mail("maria@customer.test", 1).await[0];
    assert!(mail["subject"].as_str().unwrap().contains(&number.to_string()));
    assert!(
        mail["html"].as_str().unwrap().contains("<html")
            && mail["raw"].as_str().unwrap().contains("X-Way: resend")
    );
    let header = |name: &str| {
        let all = mail["headers"].as_array().unwrap();
        all.iter().find(|field| field["name"] == name).map(|field| field["value"].clone())
    };
    assert_eq!(header("Auto-Submitted"), Some("auto-generated".into()));
    until(&world, id, "delivered").await;
    for happening in ["clicked", "opened", "bounced"] {
        let path = format!("/_control/resend/emails/{}", email.as_deref().unwrap());
        world.control(&path, json!({ "happening": happening })).await;
        world.idle().await;
    }
    assert_eq!(stands(&world, id).await.0, "clicked", "a message never goes back");
    let times = "select count(*) from notice where delivered_at is not null and opened_at is not null and clicked_at is not null";
    assert_eq!(world.count(times).await, 1);
    let bad = plan(&world, &number, Channel::Email, "gone@bounce.test").await;
    drain(&shop).await.unwrap();
    until(&world, bad, "dead").await;
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_lost_answer_and_a_dead_process_send_one_mail(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    let shop = world.with_resend();
    for (turn, lost) in ["api_drop_reply", "api_5xx_after"].into_iter().enumerate() {
        let to = format!("lost{turn}@customer.test");
        world.faults(json!({ "resend": { lost: 1 } })).await;
        let id = plan(&world, &number, Channel::Email, &to).await;
        drain(&shop).await.unwrap();
        assert_eq!(stands(&world, id).await.0, "failed", "{lost}");
        again(&world, &shop).await;
        assert!(stands(&world, id).await.2.is_some(), "{lost}: the same mail's id");
        assert_eq!(world.mail(&to, 1).await.len(), 1, "{lost}");
    }
    for (turn, place) in ["resend.kept", "resend.called"].into_iter().enumerate() {
        let to = format!("dead{turn}@customer.test");
        let id = plan(&world, &number, Channel::Email, &to).await;
        dies_at(&world, &shop, place).await;
        again(&world, &shop).await;
        assert!(stands(&world, id).await.2.is_some(), "{place}");
        assert_eq!(world.mail(&to, 1).await.len(), 1, "{place}");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn resend_s_refusals_are_for_ever_and_its_limits_are_not(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    let shop = world.with_resend();
    let bad = plan(&world, &number, Channel::Email, "no address").await;
    drain(&shop).await.unwrap();
    let (state, .., why) = stands(&world, bad).await;
    assert!(state == "suppressed" && why.contains("validation_error"), "{state}: {why}");
    world.faults(json!({ "resend": { "api_429": 1 } })).await;
    let id = plan(&world, &number, Channel::Email, "maria@customer.test").await;
    drain(&shop).await.unwrap();
    assert_eq!(stands(&world, id).await.0, "failed");
    again(&world, &shop).await;
    assert!(stands(&world, id).await.2.is_some());
    assert_eq!(world.mail("maria@customer.test", 1).await.len(), 1);
}
