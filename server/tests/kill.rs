//! The kill test: while 200 orders are paid and shipped, the server gets SIGKILL ten times at random moments. At the end every acknowledged
//! change is there, every event's mail was taken once, and no job is stuck.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

#[path = "kill/client.rs"]
mod client;
#[path = "kill/server.rs"]
mod killed;

use std::{
    collections::BTreeMap,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use client::{Client, Life};
use killed::Victim;
use rand::Rng;
use serde_json::Value;

const ORDERS: usize = 200;
const KILLS: usize = 10;
const AT_A_TIME: usize = 8;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_kills_lose_nothing_and_mail_nothing_twice() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let mut victim = Victim::start().await;
    let done = Arc::new(AtomicUsize::new(0));
    let client = Arc::new(Client::new(&victim).await);
    let lives = tokio::spawn(live_all(Arc::clone(&client), Arc::clone(&done)));

    let seed: u64 = rand::random();
    println!("seed {seed}");
    let mut rng: rand::rngs::StdRng = rand::SeedableRng::seed_from_u64(seed);
    for kill in 0..KILLS {
        // Spread over the whole run: the next kill comes when a share of the orders is done, plus a random moment.
        let share = ORDERS * (kill + 1) / (KILLS + 2);
        let reached = async {
            while done.load(Ordering::Relaxed) < share {
                client.progress.notified().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(240), reached).await.expect("the orders move on");
        #[expect(clippy::disallowed_methods, reason = "the random moment of the kill is the test")]
        tokio::time::sleep(Duration::from_millis(rng.random_range(0..400))).await;
        victim.kill_and_restart().await;
    }
    let lives = lives.await.unwrap();
    check_changes(&client, &lives).await;
    let stuck = victim.until_idle(Duration::from_secs(60)).await;
    assert!(stuck.is_empty(), "jobs stuck for more than 60 s: {stuck:?}");
    check_mail(&client, &victim).await;
    victim.check_rows().await;
    victim.stop().await;
}

async fn live_all(client: Arc<Client>, done: Arc<AtomicUsize>) -> Vec<Life> {
    let next = Arc::new(AtomicUsize::new(0));
    let workers = (0..AT_A_TIME).map(|_| {
        let (client, done, next) = (Arc::clone(&client), Arc::clone(&done), Arc::clone(&next));
        tokio::spawn(async move {
            let mut lives = Vec::new();
            loop {
                let index = next.fetch_add(1, Ordering::Relaxed);
                if index >= ORDERS {
                    return lives;
                }
                lives.push(client.live(index).await);
                done.fetch_add(1, Ordering::Relaxed);
                client.progress.notify_waiters();
                client.progress.notify_one();
            }
        })
    });
    let mut lives = Vec::new();
    for worker in futures::future::join_all(workers).await {
        lives.extend(worker.unwrap());
    }
    lives
}

/// Every change the server said yes to is in the order's history.
async fn check_changes(client: &Client, lives: &[Life]) {
    assert_eq!(lives.len(), ORDERS);
    for life in lives {
        let page = client.order(&life.number).await;
        assert_eq!(page["status"], "shipped", "{}", life.number);
        let events = page["events"].as_array().unwrap();
        for acknowledged in &life.acknowledged {
            assert!(
                events.iter().any(|event| event["kind"] == *acknowledged || event["detail"] == *acknowledged),
                "{}: {acknowledged} was acknowledged and is gone",
                life.number
            );
        }
        for kind in ["order_placed", "payment_succeeded"] {
            assert_eq!(
                events.iter().filter(|event| event["kind"] == kind).count(),
                1,
                "{}: {kind}",
                life.number
            );
        }
    }
}

/// One confirmation, one "we have begun" and one "shipped" per order. A second copy is allowed only where the server's 250 was never confirmed: the
/// conversation ended before the client said another word.
async fn check_mail(client: &Client, victim: &Victim) {
    let deadline = Instant::now() + Duration::from_secs(60);
    let mails = victim.mails_once_there_are(3 * ORDERS, deadline).await;
    let mut copies: BTreeMap<String, Vec<&Value>> = BTreeMap::new();
    for mail in &mails {
        copies.entry(mail["message_id"].as_str().unwrap().to_owned()).or_default().push(mail);
    }
    assert_eq!(copies.len(), 3 * ORDERS, "every event's mail, each under one Message-ID");
    let mut repeated = 0;
    for (id, copies) in &copies {
        let confirmed = copies.iter().filter(|mail| mail["reply_confirmed"] == true).count();
        assert!(confirmed <= 1, "{id} was taken and confirmed {confirmed} times");
        repeated += copies.len() - 1;
    }
    println!(
        "{} mails, {repeated} repeated where the reply was cut, {} orders, {KILLS} kills",
        mails.len(),
        client.created()
    );
}

/// What the tests of `server/tests/it/label_kill.rs` hold a job with is not in the program that people run.
#[test]
fn an_optimised_program_cannot_be_held() {
    let holds = |program: &std::path::Path| {
        std::fs::read(program).unwrap().windows(12).any(|bytes| bytes == b"CLEW_HOLD_AT")
    };
    assert!(holds(env!("CARGO_BIN_EXE_clew").as_ref()), "what is looked for would be found");
    assert!(!holds(&killed::program()));
}
