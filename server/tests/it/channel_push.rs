//! Push messages: encrypted for one browser, dropped when its push service says so; and a shop's app.

use domain::{
    Shop,
    notice::Channel,
    provider::web_push::{Push, Subscription, WebPush, new_key},
    queue::drain,
};
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    channel_world::{again, browser, plan, quiet_order, stands, subscribe},
    support::World,
};

/// What a browser of the sandbox was shown.
pub async fn got(world: &World, browser: &str) -> Vec<Value> {
    let seen = world.get(&format!("/_control/push/subscriptions/{browser}")).await;
    seen["received"].as_array().unwrap().clone()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_browser_can_read_what_was_sent_to_it_and_nobody_else_can(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    let (theirs, id) = browser(&world, &number).await;
    let notice = plan(&world, &number, Channel::Push, &id.to_string()).await;
    drain(&world.shop).await.unwrap();
    assert_eq!(stands(&world, notice).await.1.as_deref(), Some("web_push"));
    let received = got(&world, &theirs).await;
    let message: Value = serde_json::from_str(received[0]["text"].as_str().unwrap()).unwrap();
    assert!(message["title"].as_str().unwrap().contains(&number.to_string()), "{message}");
    assert!(message["url"].as_str().unwrap().starts_with(&world.url));
    assert_eq!(received[0]["topic"], message["tag"]);
    assert_eq!(received[0]["contact"], "mailto:help@shop.test");
    assert_eq!(received.len(), 1);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_subscription_that_is_over_is_dropped_and_one_that_is_busy_is_not(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    let gone = "select count(*) from push_subscription where gone_at is not null";
    for (turn, status) in [(1, 404), (2, 410)] {
        let (theirs, id) = browser(&world, &number).await;
        let path = format!("/_control/push/subscriptions/{theirs}");
        world.control(&path, json!({ "answers": status })).await;
        let notice = plan(&world, &number, Channel::Push, &id.to_string()).await;
        drain(&world.shop).await.unwrap();
        assert_eq!((stands(&world, notice).await.0.as_str(), world.count(gone).await), ("suppressed", turn));
    }
    let (theirs, id) = browser(&world, &number).await;
    let notice = plan(&world, &number, Channel::Push, &id.to_string()).await;
    for fault in ["api_429", "api_5xx"] {
        world.faults(json!({ "push": { fault: 1 } })).await;
        again(&world, &world.shop).await;
        assert_eq!(
            (stands(&world, notice).await.0.as_str(), world.count(gone).await),
            ("failed", 2),
            "{fault}"
        );
    }
    again(&world, &world.shop).await;
    assert_eq!((stands(&world, notice).await.0.as_str(), got(&world, &theirs).await.len()), ("sent", 1));
    // Too large is about this message only.
    world.control(&format!("/_control/push/subscriptions/{theirs}"), json!({ "answers": 413 })).await;
    sqlx::query("update suppression set notice_id = null").execute(&world.shop.pool).await.unwrap();
    sqlx::query("delete from notice").execute(&world.shop.pool).await.unwrap();
    let large = plan(&world, &number, Channel::Push, &id.to_string()).await;
    drain(&world.shop).await.unwrap();
    assert_eq!((stands(&world, large).await.0.as_str(), world.count(gone).await), ("dead", 2));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_lost_answer_shows_one_message(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    let (theirs, id) = browser(&world, &number).await;
    world.faults(json!({ "push": { "api_drop_reply": 1 } })).await;
    let notice = plan(&world, &number, Channel::Push, &id.to_string()).await;
    drain(&world.shop).await.unwrap();
    assert_eq!(stands(&world, notice).await.0, "failed");
    again(&world, &world.shop).await;
    assert_eq!(stands(&world, notice).await.0, "sent");
    let received = got(&world, &theirs).await;
    let tag = |message: &Value| {
        serde_json::from_str::<Value>(message["text"].as_str().unwrap()).unwrap()["tag"].clone()
    };
    assert_eq!(received.len(), 2, "the service cannot know");
    assert_eq!(tag(&received[0]), tag(&received[1]), "the browser shows one");
    assert_eq!(received[0]["topic"], received[1]["topic"]);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn no_address_but_a_push_service_s_is_called(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    let keys = world.control("/_control/push/subscriptions", json!({})).await["keys"].take();
    let text = |name: &str| keys[name].as_str().unwrap().to_owned();
    // Our own doorway stands for any address a visitor would like this server to call.
    let endpoint = format!("{}/api/webhooks/stripe", world.url);
    let to = Subscription { endpoint: endpoint.clone(), p256dh: text("p256dh"), auth: text("auth") };
    assert!(!world.shop.push.takes(&to));
    let web = (endpoint, Some(text("p256dh")), Some(text("auth")));
    let id = subscribe(&world, &number, "web", web).await;
    let notice = plan(&world, &number, Channel::Push, &id.to_string()).await;
    drain(&world.shop).await.unwrap();
    assert_eq!(stands(&world, notice).await.0, "suppressed");
    assert_eq!(
        world.count("select coalesce(sum(times), 0)::bigint from inbox_refusal").await,
        0,
        "nobody knocked"
    );
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn another_shop_s_key_opens_nothing(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    let (theirs, id) = browser(&world, &number).await;
    let stranger = WebPush::new(&new_key(), "x@x.test", Some(&world.sandbox.http)).unwrap();
    let notice = plan(&world, &number, Channel::Push, &id.to_string()).await;
    drain(&Shop { push: stranger, ..world.shop.clone() }).await.unwrap();
    assert!(stands(&world, notice).await.3.contains("403"));
    assert!(got(&world, &theirs).await.is_empty());
    let row: (String, String, String) =
        sqlx::query_as("select endpoint, p256dh, auth from push_subscription where id = $1")
            .bind(id)
            .fetch_one(&world.shop.pool)
            .await
            .unwrap();
    let to = Subscription { endpoint: row.0, p256dh: row.1, auth: row.2 };
    assert!(world.shop.push.takes(&to));
    let huge = Push { body: &[b'x'; 4000], ttl: 1, urgency: "normal", topic: "a" };
    let sent = world.shop.push.send(&to, &huge, world.shop.clock.now()).await;
    assert!(format!("{sent:?}").contains("longer"), "{sent:?}");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_app_gets_messages_and_a_token_that_is_over_is_dropped(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let number = quiet_order(&world).await;
    let app = async |token: &str| {
        let id = subscribe(&world, &number, "fcm", (token.to_owned(), None, None)).await;
        let notice = plan(&world, &number, Channel::Push, &id.to_string()).await;
        drain(&world.shop).await.unwrap();
        stands(&world, notice).await
    };
    let (state, provider, name, why) = app("token-1").await;
    assert_eq!((state.as_str(), provider.as_deref()), ("sent", Some("fcm")), "{why}");
    let sent = world.get("/_control/fcm/messages").await;
    assert_eq!(sent["messages"][0]["name"].as_str(), name.as_deref());
    assert!(sent["messages"][0]["notification"]["title"].as_str().unwrap().contains(&number.to_string()));
    assert_eq!(app("token-2").await.0, "sent");
    assert_eq!(world.get("/_control/fcm/messages").await["tokens_given"], 1, "a token serves an hour");
    for over in ["gone-1", "other-1"] {
        assert_eq!(app(over).await.0, "suppressed", "{over}");
    }
    assert_eq!(app("bad-1").await.0, "dead");
    assert_eq!(world.count("select count(*) from push_subscription where gone_at is not null").await, 2);
    // Google took the token back before its time: one refusal, then a new one.
    world.control("/_control/fcm/tokens/forget", json!({})).await;
    let (state, .., why) = app("token-3").await;
    assert_eq!(state, "sent", "{why}");
}
