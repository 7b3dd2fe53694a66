//! How an endpoint is: when it is asked again, when people are warned, when it is left alone, and that none of it loses anything.

use std::sync::{Arc, Mutex};

use domain::{
    Shop,
    clock::At,
    failpoint::Failpoints,
    ids::WebhookMessageId,
    outbox::{self, DisabledBecause, LogFilter, MessageState, Payload, Which},
};
use sqlx::PgPool;
use tokio::sync::Semaphore;
use uuid::Uuid;

use crate::{
    bulk_world::stand,
    outgoing_world::{Got, Receiver, Reply, Sending, assert_unbroken},
};

const DAY: i64 = 24 * 3600;

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn an_endpoint_that_takes_nothing_is_warned_about_and_disabled_and_loses_nothing(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let receiver = Receiver::start().await;
    receiver.behave(|_| Reply::status(500));
    let (endpoint, _) = sending.endpoint(&receiver.url, Payload::Thin).await;
    stand(&sending.world, 2, "new").await;
    let orders = sending.orders().await;
    let begun = sending.shop.clock.now();
    let days = || begun.seconds_until(sending.shop.clock.now()) as f64 / DAY as f64;
    while sending.alarms().await.is_empty() {
        assert!(sending.next().await);
    }
    assert_eq!(sending.alarms().await, ["webhook_failing"]);
    assert!((3.0..3.7).contains(&days()), "{}", days());
    sending.note(orders[0]).await;
    while sending.alarms().await == ["webhook_failing"] {
        assert!(sending.next().await, "it goes on being asked");
    }
    assert_eq!(sending.alarms().await, ["webhook_disabled"]);
    assert!((5.0..5.8).contains(&days()), "{}", days());
    let stands = outbox::endpoint(&sending.shop, endpoint).await.unwrap();
    assert_eq!(stands.disabled.unwrap().because, DisabledBecause::Failing);

    // What happens meanwhile is kept, and nothing is sent but a test.
    sending.note(orders[1]).await;
    sending.pass(DAY);
    assert_eq!(sending.drain().await, 0);
    receiver.behave(|_| Reply::status(200));
    let asked = receiver.got().len();
    outbox::try_out(&sending.shop, endpoint, WebhookMessageId::new()).await.unwrap();
    assert_eq!(sending.drain().await, 1);
    assert_eq!(receiver.got().pop().unwrap().json()["type"], "clew.test");
    outbox::enable(&sending.shop, endpoint, Some("Ana")).await.unwrap();
    assert_eq!(sending.alarms().await, Vec::<String>::new());
    sending.drain().await;
    let mut got = receiver.got();
    got.remove(asked);
    assert_unbroken(&got, 2, 3);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_message_is_tried_again_by_the_published_schedule_with_a_spread(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let receiver = Receiver::start().await;
    receiver.behave(|_| Reply::status(503));
    sending.endpoint(&receiver.url, Payload::Thin).await;
    stand(&sending.world, 1, "new").await;
    while receiver.got().len() < 10 {
        assert!(sending.next().await);
    }
    let at = |got: &Got| got.timestamp.parse::<i64>().unwrap();
    let got = receiver.got();
    let pauses: Vec<_> = got.windows(2).map(|pair| at(&pair[1]) - at(&pair[0])).collect();
    // Nobody else was taken meanwhile: the endpoint fails, not the message, and the last pause goes on.
    let wanted = [5, 300, 1800, 7200, 18_000, 36_000, 36_000, 36_000, 36_000];
    for (pause, wanted) in pauses.iter().zip(wanted) {
        let wanted = f64::from(wanted);
        assert!((0.8 * wanted..=1.2 * wanted + 3.0).contains(&(*pause as f64)), "{pauses:?}");
    }
    assert!(got.iter().all(|other| other.id == got[0].id), "under one id");

    // When it takes messages again, what waits does not wait for its ten hours.
    stand(&sending.world, 1, "new").await;
    sending.pass(1);
    let stops = sending.shop.clock.now();
    receiver.behave(|_| Reply::status(200));
    while sending.next().await {}
    assert!(stops.seconds_until(sending.shop.clock.now()) <= 90);
    assert_unbroken(&receiver.got(), 2, 2);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn who_says_when_or_that_it_is_gone_is_believed(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let receiver = Receiver::start().await;
    receiver.behave(|_| Reply::Answer(429, "retry-after: 120\r\n", String::new()));
    let (endpoint, _) = sending.endpoint(&receiver.url, Payload::Thin).await;
    stand(&sending.world, 1, "new").await;
    sending.drain().await;
    stand(&sending.world, 1, "new").await;
    sending.pass(118);
    assert_eq!(sending.drain().await, 0, "nor of other orders");
    sending.pass(2);
    receiver.behave(|_| Reply::Answer(503, "retry-after: 999999\r\n", String::new()));
    assert!(sending.drain().await > 0);
    let paused = outbox::endpoint(&sending.shop, endpoint).await.unwrap().paused_until.unwrap();
    assert_eq!(sending.shop.clock.now().seconds_until(paused), 3600, "an hour at most");

    receiver.behave(|_| Reply::status(410));
    sending.next().await;
    let gone = outbox::endpoint(&sending.shop, endpoint).await.unwrap();
    assert_eq!(gone.disabled.unwrap().because, DisabledBecause::Gone);
    assert_eq!(sending.alarms().await, ["webhook_disabled"]);
    receiver.behave(|_| Reply::status(200));
    outbox::enable(&sending.shop, endpoint, None).await.unwrap();
    sending.drain().await;
    assert_unbroken(&receiver.got(), 2, 2);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_pause_that_was_asked_for_lasts_whatever_was_under_way(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let receiver = Receiver::start().await;
    let (endpoint, _) = sending.endpoint(&receiver.url, Payload::Thin).await;
    let wait = |status, header| Reply::Answer(status, header, String::new());
    let replies = [Reply::status(200), wait(503, "retry-after: 10\r\n"), wait(429, "retry-after: 3600\r\n")];
    let mut replies = replies.into_iter();
    receiver.behave(move |_| replies.next().unwrap_or(Reply::status(200)));
    stand(&sending.world, 2, "new").await;
    let (held, go) = (Arc::new(Semaphore::new(0)), Arc::new(Semaphore::new(0)));
    let hook = {
        let (held, go) = (Arc::clone(&held), Arc::clone(&go));
        move |_| {
            let (held, go) = (Arc::clone(&held), Arc::clone(&go));
            async move {
                held.add_permits(1);
                go.acquire().await.unwrap().forget();
            }
        }
    };
    let slow = Shop { failpoints: Failpoints::with(hook), ..sending.shop.clone() };
    let slow = tokio::spawn(async move { outbox::drain(&slow).await.unwrap() });
    held.acquire_many(2).await.unwrap().forget();
    stand(&sending.world, 1, "new").await;
    sending.drain().await;
    // A success, and somebody who says ten seconds, were on their way when an hour was asked for.
    go.add_permits(100);
    slow.await.unwrap();
    let paused = outbox::endpoint(&sending.shop, endpoint).await.unwrap().paused_until.unwrap();
    assert_eq!(sending.shop.clock.now().seconds_until(paused), 3600);
    assert_eq!(receiver.got().len(), 3, "and nothing is sent meanwhile");
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_message_that_alone_is_refused_holds_up_its_own_order_until_a_person_decides(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let receiver = Receiver::start().await;
    let (endpoint, _) = sending.endpoint(&receiver.url, Payload::Thin).await;
    stand(&sending.world, 2, "new").await;
    let orders = sending.orders().await;
    let bad = sending.world.number(orders[0]).await.to_string();
    let refuses = Arc::new(Mutex::new(true));
    let (number, still) = (bad.clone(), Arc::clone(&refuses));
    receiver.behave(move |got| {
        let refused = *still.lock().unwrap() && got.order() == number && got.sequence() == 2;
        Reply::status(if refused { 422 } else { 200 })
    });
    while sending.alarms().await.is_empty() {
        sending.next().await;
        sending.note(orders[1]).await;
        sending.drain().await;
    }
    sending.note(orders[0]).await;
    sending.pass(DAY);
    sending.drain().await;
    assert_eq!(sending.alarms().await, ["webhook_refused"]);
    let of_bad =
        |got: &[Got]| got.iter().filter(|got| got.order() == bad).map(Got::sequence).collect::<Vec<_>>();
    assert_eq!(of_bad(&receiver.got()), [1, 2, 2, 2, 2, 2, 2, 2, 2], "eight times, and no later one");
    let log = async |state| {
        let filter = LogFilter { state: Some(state), ..LogFilter::default() };
        outbox::log(&sending.shop, endpoint, &filter, outbox::PAGE).await.unwrap().messages
    };
    let failed = log(MessageState::Failed).await.remove(0);
    let behind = log(MessageState::Pending).await.remove(0);
    assert_eq!((failed.sequence, behind.sequence, behind.behind), (Some(2), Some(3), true));
    outbox::sweep(&sending.shop).await.unwrap();
    assert_eq!(sending.drain().await, 0);

    // Sent again it may be refused again; skipped, the others go on.
    let one = |message: WebhookMessageId| Which::One { message };
    outbox::resend(&sending.shop, endpoint, one(failed.id), Some("Ana"), Uuid::now_v7()).await.unwrap();
    assert_eq!(sending.alarms().await, Vec::<String>::new());
    sending.drain().await;
    assert_eq!(of_bad(&receiver.got()).len(), 10);
    assert_eq!(outbox::skip(&sending.shop, endpoint, one(failed.id), Some("Ana")).await.unwrap(), 1);
    sending.drain().await;
    assert_eq!(receiver.taken().pop().map(|got| (got.order(), got.sequence())), Some((bad.clone(), 3)));

    // A person may change their mind.
    *refuses.lock().unwrap() = false;
    outbox::resend(&sending.shop, endpoint, one(failed.id), None, Uuid::now_v7()).await.unwrap();
    sending.drain().await;
    assert_eq!(receiver.taken().pop().map(|got| got.sequence()), Some(2));
    let now: At = sending.shop.clock.now();
    let range = Which::Between { since: now.plus(-60 * DAY), until: now.plus(1) };
    assert_eq!(outbox::skip(&sending.shop, endpoint, range, None).await.unwrap(), 0, "all of it was taken");
}
