//! Outgoing webhooks where nothing is well: receivers that are down, slow, broken or elsewhere than they say.

use std::{sync::Arc, time::Duration};

use domain::{
    Shop,
    failpoint::Failpoints,
    outbox::{self, Attempt, LogFilter, Payload},
    provider::receiver::{Allow, Names, Receivers},
};
use proptest::{
    prelude::*,
    strategy::ValueTree,
    test_runner::{Config, RngAlgorithm, TestRng, TestRunner},
};
use sqlx::PgPool;
use tokio::sync::Notify;
use tokio_util::sync::CancellationToken;

use crate::{
    bulk_world::stand,
    outgoing_world::{Receiver, Reply, Sending, assert_unbroken},
};

const CALLS: usize = 400;

/// The same replies at every run.
fn replies() -> Vec<Reply> {
    let one = prop_oneof![
        6 => Just(Reply::status(200)),
        3 => Just(Reply::status(500)),
        1 => Just(Reply::status(404)),
        1 => Just(Reply::Answer(302, "location: /hooks\r\n", String::new())),
        1 => Just(Reply::Answer(429, "retry-after: 2\r\n", String::new())),
        2 => Just(Reply::Cut),
    ];
    let rng = TestRng::from_seed(RngAlgorithm::ChaCha, &[7; 32]);
    let mut runner = TestRunner::new_with_rng(Config::default(), rng);
    proptest::collection::vec(one, CALLS).new_tree(&mut runner).unwrap().current()
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn whatever_a_receiver_does_no_order_s_sequence_is_broken_and_nothing_is_lost(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let receiver = Receiver::start().await;
    let mut replies = replies().into_iter();
    // Nobody is refused so often that it is given up: that is another test's.
    let mut refused = std::collections::BTreeMap::<String, u32>::new();
    receiver.behave(move |got| {
        let times = refused.entry(got.id.clone()).or_default();
        let reply = replies.next().filter(|_| *times < 6).unwrap_or(Reply::status(200));
        *times += 1;
        reply
    });
    sending.endpoint(&receiver.url, Payload::Thin).await;
    stand(&sending.world, 8, "new").await;
    let orders = sending.orders().await;
    for round in 0..6 {
        sending.drain().await;
        for order in &orders {
            sending.note(*order).await;
        }
        if round % 2 == 0 {
            sending.next().await;
        }
    }
    while sending.next().await {}
    let got = receiver.got();
    assert!(got.iter().filter(|got| !got.taken).count() > 20, "it was not spared");
    assert_unbroken(&got, 8, 8);
    assert_eq!(sending.count("select count(*) from webhook_message where state <> 'delivered'").await, 0);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_bad_endpoint_never_delays_another(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let (hangs, cuts, good) = (Receiver::start().await, Receiver::start().await, Receiver::start().await);
    hangs.behave(|_| Reply::Hang);
    cuts.behave(|_| Reply::Cut);
    for url in [&hangs.url, &cuts.url, &nobody().await, &good.url] {
        sending.endpoint(url, Payload::Thin).await;
    }
    stand(&sending.world, 20, "new").await;
    // What hangs does so for longer than the test may take.
    let allow = std::iter::once("127.0.0.1".parse().unwrap()).collect();
    let receivers = Receivers::new(allow, Names::System, Duration::from_secs(600)).unwrap();
    let shop = Shop { receivers, ..sending.world.shop.clone() };
    let keeping = tokio::spawn(outbox::keep(shop, CancellationToken::new()));
    good.until(40).await;
    assert_unbroken(&good.got(), 20, 2);
    assert_eq!(hangs.got().len(), 5, "so many at a time, and no more");
    keeping.abort();
}

/// An address at which nobody listens.
async fn nobody() -> String {
    let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
    format!("http://{}/hooks", listener.local_addr().unwrap())
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn every_way_of_failing_is_in_the_log_and_leads_nowhere_else(pool: PgPool) {
    let mut sending = Sending::start(pool).await;
    let names = Names::Fixed(Arc::default());
    let allow: Allow = ["127.0.0.1", "hooks.test"].iter().map(|entry| entry.parse().unwrap()).collect();
    let receivers = Receivers::new(allow, names.clone(), Duration::from_millis(400)).unwrap();
    sending.shop = Shop { receivers, ..sending.shop.clone() };
    let (receiver, elsewhere) = (Receiver::start().await, Receiver::start().await);
    let port = receiver.url.split(':').nth(2).unwrap().to_owned();
    let (endpoint, _) = sending.endpoint(&format!("http://hooks.test:{port}"), Payload::Thin).await;
    names.set("hooks.test", &["127.0.0.1".parse().unwrap()]);
    stand(&sending.world, 1, "new").await;
    let log = outbox::log(&sending.shop, endpoint, &LogFilter::default(), outbox::PAGE).await.unwrap();
    let first = log.messages.iter().find(|message| message.sequence == Some(1)).unwrap().id;
    let attempt = async || -> Attempt {
        assert!(sending.next().await);
        outbox::attempts(&sending.shop, first).await.unwrap().remove(0)
    };

    receiver.behave(|_| Reply::Answer(500, "", "ñ\0".repeat(5000)));
    let said = attempt().await;
    assert_eq!((said.status, said.reason.as_deref()), (Some(500), Some("status")));
    assert!(said.answer.len() > 4000 && said.answer.chars().count() < 4100, "the first 4 KB");
    assert_eq!(said.url, format!("http://hooks.test:{port}"));
    assert!(said.headers["webhook-signature"].as_str().unwrap().starts_with("v1,"));

    let to: &'static str = format!("location: {}\r\n", elsewhere.url).leak();
    receiver.behave(move |_| Reply::Answer(307, to, String::new()));
    let said = attempt().await;
    assert_eq!((said.status, said.reason.as_deref()), (Some(307), Some("redirect")));
    assert_eq!(elsewhere.got().len(), 0, "no answer leads on");

    receiver.behave(|_| Reply::Cut);
    assert_eq!(attempt().await.reason.as_deref(), Some("cut"));
    receiver.behave(|_| Reply::Hang);
    let said = attempt().await;
    assert_eq!((said.status, said.reason.as_deref()), (None, Some("timeout")));
    assert!((300..5000).contains(&said.took), "{}", said.took);

    // The name turns elsewhere: nobody is called there, not even among good addresses.
    let before = receiver.got().len();
    for turned in
        [vec!["169.254.169.254"], vec!["127.0.0.1", "169.254.169.254"], vec!["::ffff:169.254.169.254"]]
    {
        let turned: Vec<_> = turned.iter().map(|ip| ip.parse().unwrap()).collect();
        names.set("hooks.test", &turned);
        let said = attempt().await;
        assert_eq!((said.status, said.reason.as_deref()), (None, Some("address")), "{said:?}");
        assert!(said.detail.unwrap().contains("169.254.169.254"));
    }
    names.set("hooks.test", &[]);
    assert_eq!(attempt().await.reason.as_deref(), Some("name"));
    assert_eq!(receiver.got().len(), before);

    names.set("hooks.test", &["127.0.0.1".parse().unwrap()]);
    receiver.behave(|_| Reply::status(200));
    while sending.next().await {}
    let taken: Vec<_> = receiver.taken().iter().map(|got| (got.sequence(), got.id.clone())).collect();
    assert_eq!(taken.iter().map(|taken| taken.0).collect::<Vec<_>>(), [1, 2]);
    assert!(receiver.got().iter().filter(|got| got.sequence() == 1).all(|got| got.id == taken[0].1));
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn a_receiver_that_is_wrong_about_its_secret_gets_everything_once_it_is_right(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let receiver = Receiver::start().await;
    let (_, secret) = sending.endpoint(&receiver.url, Payload::Thin).await;
    let checks = |secret: String| {
        move |got: &crate::outgoing_world::Got| {
            Reply::status(if got.signed_by(&secret) == 1 { 200 } else { 401 })
        }
    };
    receiver.behave(checks("whsec_bm90IHRoZSByaWdodCBvbmU=".to_owned()));
    stand(&sending.world, 3, "new").await;
    for _ in 0..12 {
        sending.next().await;
    }
    assert_eq!(receiver.taken().len(), 0);
    receiver.behave(checks(secret));
    while sending.next().await {}
    assert_unbroken(&receiver.got(), 3, 2);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn who_lost_its_lease_writes_nothing(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let receiver = Receiver::start().await;
    receiver.behave(|_| Reply::status(500));
    let (endpoint, _) = sending.endpoint(&receiver.url, Payload::Thin).await;
    stand(&sending.world, 1, "new").await;
    let (held, go) = (Arc::new(Notify::new()), Arc::new(Notify::new()));
    let hook = {
        let (held, go) = (Arc::clone(&held), Arc::clone(&go));
        move |_| {
            let (held, go) = (Arc::clone(&held), Arc::clone(&go));
            async move {
                held.notify_one();
                go.notified().await;
            }
        }
    };
    let slow = Shop { failpoints: Failpoints::with(hook), ..sending.shop.clone() };
    let slow = tokio::spawn(async move { outbox::drain(&slow).await.unwrap() });
    held.notified().await;
    assert_eq!(sending.drain().await, 0, "a lease that stands is respected");
    sending.pass(61);
    receiver.behave(|_| Reply::status(200));
    sending.drain().await;
    assert_eq!(receiver.taken().len(), 2, "somebody else took it over");
    go.notify_one();
    slow.await.unwrap();
    let delivered = "select count(*) from webhook_message where state = 'delivered'";
    assert_eq!(sending.count(delivered).await, 2, "the late 500 took nothing back");
    assert_eq!(sending.count("select count(*) from webhook_attempt").await, 2);
    let endpoint = outbox::endpoint(&sending.shop, endpoint).await.unwrap();
    assert_eq!(endpoint.failing_since, None);
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn what_is_under_way_when_the_process_stops_is_written_down(pool: PgPool) {
    let sending = Sending::start(pool).await;
    let receiver = Receiver::start().await;
    let answer = Arc::new(Notify::new());
    let held = Arc::clone(&answer);
    receiver.behave(move |_| Reply::Held(Arc::clone(&held)));
    sending.endpoint(&receiver.url, Payload::Thin).await;
    stand(&sending.world, 1, "new").await;
    let stopping = CancellationToken::new();
    let worker = server::serve::start_worker(&sending.world.shop, 1, &stopping);
    receiver.until(1).await;
    stopping.cancel();
    answer.notify_one();
    tokio::time::timeout(Duration::from_secs(60), worker).await.expect("it does not stop").unwrap();
    let delivered = "select count(*) from webhook_message where state = 'delivered'";
    assert_eq!(sending.count(delivered).await, 1, "it would be sent again at the next start");
    assert_eq!(receiver.got().len(), 1, "and nothing is begun any more");
}
