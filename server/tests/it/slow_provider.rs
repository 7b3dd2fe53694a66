//! One slow provider never holds up another: while one says nothing, messages over the others leave, orders go on, and the figures show which
//! lane it is that waits.

use std::time::Duration;

use domain::{
    ids::NoticeId,
    notice::{self, Channel, LaneRow},
    order::{self, Move, OrderNumber},
    staff::Role,
};
use serde_json::json;
use sqlx::PgPool;

use crate::{
    channel_push::got,
    channel_world::{browser, plan, stands, subscribe, texts},
    support::World,
};

/// Waits, doing nothing itself, until it is so.
async fn becomes(world: &World, what: &str, so: impl AsyncFn() -> bool) {
    let wait = async {
        while !so().await {
            world.breathe().await;
        }
    };
    tokio::time::timeout(Duration::from_secs(40), wait).await.unwrap_or_else(|_| panic!("{what}"));
}

/// So many messages to as many people, more than the channel has places.
async fn many(world: &World, number: &OrderNumber, channel: Channel, to: &[String]) -> Vec<NoticeId> {
    let mut planned = Vec::new();
    for to in to {
        planned.push(plan(world, number, channel, to).await);
    }
    // The worker has four places in each lane.
    let places = "select count(*) from notice where state = 'sending'";
    becomes(world, "all places are taken", async || world.count(places).await == 4).await;
    planned
}

/// How many of them have not even been tried.
async fn untried(world: &World, planned: &[NoticeId]) -> usize {
    let mut count = 0;
    for id in planned {
        count += usize::from(stands(world, *id).await.0 == "pending");
    }
    count
}

async fn lanes(world: &World) -> Vec<LaneRow> {
    let since = world.shop.clock.now().plus(-3600);
    notice::figures(&world.shop, since).await.unwrap().lanes
}

/// What is due in a lane.
fn due(lanes: &[LaneRow], lane: &str) -> i64 {
    lanes.iter().find(|row| row.lane == lane).unwrap().due
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_mail_server_that_hangs_holds_up_no_text_no_push_and_no_order(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    world.mail("ana@customer.test", 1).await;
    becomes(&world, "nothing is left", async || world.count("select count(*) from job").await == 0).await;
    world.faults(json!({ "smtp_hang": true })).await;
    let to: Vec<String> = (0..12).map(|index| format!("slow{index}@customer.test")).collect();
    let mails = many(&world, &number, Channel::Email, &to).await;

    let text = plan(&world, &number, Channel::Sms, "+34600000601").await;
    let (theirs, subscription) = browser(&world, &number).await;
    let push = plan(&world, &number, Channel::Push, &subscription.to_string()).await;
    // Money in, and what follows from it, with a mail that has to wait.
    world.paid_order(|body| body["customer"]["email"] = "eva@customer.test".into()).await;
    becomes(&world, "the text arrives", async || stands(&world, text).await.0 == "delivered").await;
    becomes(&world, "the push leaves", async || stands(&world, push).await.0 == "sent").await;
    assert_eq!((texts(&world, "+34600000601").await.len(), got(&world, &theirs).await.len()), (1, 1));
    // The mail server had all the while, and most of its mails have not even come to it.
    assert!(untried(&world, &mails).await >= 4, "the mail server hangs");
    becomes(&world, "only mails wait", async || {
        let lanes = lanes(&world).await;
        due(&lanes, "email") >= 12 && ["work", "sms", "push"].iter().all(|lane| due(&lanes, lane) == 0)
    })
    .await;

    world.faults(json!({ "smtp_hang": false })).await;
    for (id, to) in mails.into_iter().zip(&to) {
        becomes(&world, to, async || {
            world.hurry().await;
            stands(&world, id).await.0 == "sent"
        })
        .await;
        assert_eq!(world.mail(to, 1).await.len(), 1, "{to}: once");
    }
    world.mail("eva@customer.test", 1).await;
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_twilio_that_hangs_holds_up_no_mail_no_push_and_no_order(pool: PgPool) {
    let world = World::start(pool).await;
    let number = world.paid_order(|_| ()).await;
    world.mail("ana@customer.test", 1).await;
    becomes(&world, "nothing is left", async || world.count("select count(*) from job").await == 0).await;
    // It takes what comes, and never says so.
    world.faults(json!({ "twilio": { "only": "POST /twilio/2010-04-01", "api_timeout": 8 } })).await;
    let to: Vec<String> = (10..20).map(|index| format!("+346000007{index}")).collect();
    let sms = many(&world, &number, Channel::Sms, &to).await;

    let mail = plan(&world, &number, Channel::Email, "quick@customer.test").await;
    let (theirs, subscription) = browser(&world, &number).await;
    let push = plan(&world, &number, Channel::Push, &subscription.to_string()).await;
    world.paid_order(|body| body["customer"]["email"] = "eva@customer.test".into()).await;
    world.mail("eva@customer.test", 1).await;
    becomes(&world, "the mail leaves", async || stands(&world, mail).await.0 == "sent").await;
    becomes(&world, "the push leaves", async || stands(&world, push).await.0 == "sent").await;
    assert_eq!(got(&world, &theirs).await.len(), 1);
    assert!(untried(&world, &sms).await >= 2, "Twilio hangs");
    let lanes = lanes(&world).await;
    assert!(due(&lanes, "sms") >= 2, "{lanes:?}");

    for (id, to) in sms.into_iter().zip(&to) {
        becomes(&world, to, async || {
            world.hurry().await;
            stands(&world, id).await.0 == "delivered"
        })
        .await;
        assert_eq!(texts(&world, to).await.len(), 1, "{to}: one text");
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_app_s_push_service_that_hangs_holds_up_no_browser(pool: PgPool) {
    let world = World::start(pool).await;
    let (ana, _) = world.person(Role::Operator).await;
    let on_its_way = async |number: &OrderNumber| {
        for stage in ["in_production", "shipped"] {
            let version = world.load(number).await.version;
            order::advance(&world.shop, &ana, world.id(number).await, Move::On(stage.into()), version)
                .await
                .unwrap();
        }
    };
    let first = world.paid_order(|_| ()).await;
    for index in 0..12 {
        subscribe(&world, &first, "fcm", (format!("token-{index}"), None, None)).await;
    }
    world.faults(json!({ "fcm": { "api_timeout": 100 } })).await;
    on_its_way(&first).await;
    let trying = "select count(*) from notice where channel = 'push' and state = 'sending'";
    becomes(&world, "all places are taken", async || world.count(trying).await == 4).await;
    let second = world.paid_order(|body| body["customer"]["email"] = "eva@customer.test".into()).await;
    let (theirs, _) = browser(&world, &second).await;
    on_its_way(&second).await;
    becomes(&world, "the browser shows it", async || !got(&world, &theirs).await.is_empty()).await;
    let untried = "select count(*) from notice where channel = 'push' and state = 'pending'";
    assert!(world.count(untried).await >= 4, "FCM hangs");
    becomes(&world, "only the app's wait", async || {
        let lanes = lanes(&world).await;
        due(&lanes, "app") >= 8 && due(&lanes, "push") == 0
    })
    .await;
}
