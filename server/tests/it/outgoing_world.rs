//! What the tests of outgoing webhooks share: a receiver on a real port that does as it is told, a shop whose clock can be set, and a
//! reading of Standard Webhooks that shares no code with ours.

use std::{
    sync::{Arc, Mutex},
    time::Duration,
};

use base64::{Engine, prelude::BASE64_STANDARD};
use domain::{
    Shop,
    clock::{At, Clock},
    ids::{OrderId, WebhookEndpointId},
    order::{self, Move},
    outbox::{self, EndpointDraft, Payload},
    staff::{Person, Role},
};
use hmac::{Hmac, KeyInit, Mac};
use secrecy::ExposeSecret;
use serde_json::Value;
use sha2::Sha256;
use sqlx::PgPool;
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::{Notify, watch},
};

use crate::support::World;

/// What a receiver does with a request.
#[derive(Debug, Clone)]
pub enum Reply {
    /// Answers with a status, headers and a body.
    Answer(u16, &'static str, String),
    /// Takes it as soon as the test says so.
    Held(Arc<Notify>),
    /// Says nothing for ever.
    Hang,
    /// Hangs up.
    Cut,
}

impl Reply {
    pub fn status(status: u16) -> Self {
        Self::Answer(status, "", String::new())
    }
}

/// One request as it came.
#[derive(Debug, Clone)]
pub struct Got {
    pub id: String,
    pub timestamp: String,
    pub signature: String,
    pub body: String,
    pub taken: bool,
}

impl Got {
    pub fn json(&self) -> Value {
        serde_json::from_str(&self.body).unwrap()
    }

    pub fn order(&self) -> String {
        self.json()["data"]["number"].as_str().unwrap().to_owned()
    }

    pub fn sequence(&self) -> i64 {
        self.json()["data"]["sequence"].as_i64().unwrap()
    }

    /// How many of its signatures this secret made.
    pub fn signed_by(&self, secret: &str) -> usize {
        let key = BASE64_STANDARD.decode(secret.strip_prefix("whsec_").unwrap()).unwrap();
        let mut mac = Hmac::<Sha256>::new_from_slice(&key).unwrap();
        mac.update(format!("{}.{}.{}", self.id, self.timestamp, self.body).as_bytes());
        let right = format!("v1,{}", BASE64_STANDARD.encode(mac.finalize().into_bytes()));
        self.signature.split(' ').filter(|mark| *mark == right).count()
    }
}

type Behave = dyn FnMut(&Got) -> Reply + Send;

/// A receiver on this machine.
pub struct Receiver {
    pub url: String,
    got: Arc<Mutex<Vec<Got>>>,
    behave: Arc<Mutex<Box<Behave>>>,
    heard: watch::Receiver<usize>,
}

impl Receiver {
    /// One that takes everything.
    pub async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}/hooks", listener.local_addr().unwrap());
        let behave: Box<Behave> = Box::new(|_| Reply::status(204));
        let (got, behave) = (Arc::new(Mutex::new(Vec::new())), Arc::new(Mutex::new(behave)));
        let (tell, heard) = watch::channel(0);
        let (list, rule) = (Arc::clone(&got), Arc::clone(&behave));
        tokio::spawn(async move {
            while let Ok((line, _)) = listener.accept().await {
                tokio::spawn(serve(line, Arc::clone(&list), Arc::clone(&rule), tell.clone()));
            }
        });
        Self { url, got, behave, heard }
    }

    pub fn behave(&self, rule: impl FnMut(&Got) -> Reply + Send + 'static) {
        *self.behave.lock().unwrap() = Box::new(rule);
    }

    /// Everything that came, whatever the answer.
    pub fn got(&self) -> Vec<Got> {
        self.got.lock().unwrap().clone()
    }

    /// What it took.
    pub fn taken(&self) -> Vec<Got> {
        self.got().into_iter().filter(|got| got.taken).collect()
    }

    /// Waits until so many requests have come.
    pub async fn until(&self, count: usize) {
        let mut heard = self.heard.clone();
        let wait = heard.wait_for(|heard| *heard >= count);
        tokio::time::timeout(Duration::from_secs(60), wait).await.expect("it was not sent enough").unwrap();
    }
}

async fn serve(
    mut line: TcpStream,
    got: Arc<Mutex<Vec<Got>>>,
    behave: Arc<Mutex<Box<Behave>>>,
    tell: watch::Sender<usize>,
) {
    let Some(mut request) = read(&mut line).await else { return };
    let reply = {
        let mut rule = behave.lock().unwrap();
        (*rule)(&request)
    };
    request.taken = matches!(reply, Reply::Answer(200..=299, ..) | Reply::Held(_));
    got.lock().unwrap().push(request);
    tell.send_modify(|heard| *heard += 1);
    match reply {
        Reply::Answer(status, headers, body) => {
            let length = body.len();
            let answer = format!(
                "HTTP/1.1 {status} Said\r\n{headers}content-length: {length}\r\nconnection: close\r\n\r\n{body}"
            );
            let _ = line.write_all(answer.as_bytes()).await;
        }
        Reply::Held(go) => {
            go.notified().await;
            let _ = line.write_all(b"HTTP/1.1 204 Said\r\nconnection: close\r\n\r\n").await;
        }
        Reply::Hang => std::future::pending().await,
        Reply::Cut => {}
    }
}

async fn read(line: &mut TcpStream) -> Option<Got> {
    let mut bytes = Vec::new();
    loop {
        if line.read_buf(&mut bytes).await.ok()? == 0 {
            return None;
        }
        let text = String::from_utf8_lossy(&bytes).into_owned();
        let Some((head, body)) = text.split_once("\r\n\r\n") else { continue };
        let header = |name: &str| {
            let lines = head.lines().filter_map(|line| line.split_once(": "));
            lines.filter(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value.to_owned()).next()
        };
        let length: usize = header("content-length")?.parse().ok()?;
        if body.len() == length {
            assert!(head.starts_with("POST /hooks"), "{head}");
            assert_eq!(header("content-type").as_deref(), Some("application/json"));
            let name = |name: &str| header(name).unwrap_or_default();
            return Some(Got {
                id: name("webhook-id"),
                timestamp: name("webhook-timestamp"),
                signature: name("webhook-signature"),
                body: body.to_owned(),
                taken: false,
            });
        }
    }
}

/// A shop with a clock of its own, and who works there.
pub struct Sending {
    pub world: World,
    pub shop: Shop,
    pub ana: Person,
}

impl Sending {
    pub async fn start(pool: PgPool) -> Self {
        let world = World::without_worker(pool).await;
        let (ana, _) = world.person(Role::Admin).await;
        // Ahead of PostgreSQL's own clock, by which some tests put orders there.
        let clock = Clock::stopped(world.shop.clock.now().plus(60).0);
        let shop = Shop { clock, ..world.shop.clone() };
        Self { world, shop, ana }
    }

    /// An endpoint at this address, and its secret.
    pub async fn endpoint(&self, url: &str, payload: Payload) -> (WebhookEndpointId, String) {
        let id = WebhookEndpointId::new();
        let draft = EndpointDraft { url: url.to_owned(), payload, ..EndpointDraft::default() };
        let secret = outbox::add(&self.shop, id, &draft).await.unwrap().unwrap();
        (id, secret.expose_secret().to_owned())
    }

    /// All orders, by number.
    pub async fn orders(&self) -> Vec<OrderId> {
        let ids = sqlx::query_scalar("select id from orders order by number");
        ids.fetch_all(&self.shop.pool).await.unwrap().into_iter().map(OrderId).collect()
    }

    /// Something happens to an order: a note, which can always be written.
    pub async fn note(&self, id: OrderId) {
        order::add_note(&self.shop, &self.ana, id, "hello").await.unwrap();
    }

    pub async fn step(&self, id: OrderId, stage: &str) {
        let mut conn = self.shop.pool.acquire().await.unwrap();
        let version = order::store::load(&mut conn, id).await.unwrap().version;
        order::advance(&self.shop, &self.ana, id, Move::On(stage.to_owned()), version).await.unwrap();
    }

    pub async fn drain(&self) -> usize {
        outbox::drain(&self.shop).await.unwrap()
    }

    pub fn pass(&self, seconds: i64) -> At {
        self.shop.clock.set(self.shop.clock.now().plus(seconds));
        self.shop.clock.now()
    }

    /// Lets time pass until the next attempt is due, and makes it; false when nothing waits for the clock.
    pub async fn next(&self) -> bool {
        let next: Option<At> = sqlx::query_scalar(
            "select min(greatest(m.next_attempt_at, e.paused_until)) from webhook_message m join webhook_endpoint e on e.id = m.endpoint_id
             where m.state = 'pending' and e.disabled_at is null and m.next_attempt_at < $1
                 and not exists (select from webhook_message before where before.endpoint_id = m.endpoint_id and before.order_id = m.order_id
                     and before.sequence < m.sequence and before.state in ('pending', 'failed'))",
        )
        .bind(self.shop.clock.now().plus(365 * 24 * 3600))
        .fetch_one(&self.shop.pool)
        .await
        .unwrap();
        let Some(next) = next else { return false };
        self.shop.clock.set(next.plus(1).max(self.shop.clock.now()));
        self.drain().await;
        true
    }

    pub async fn count(&self, sql: &'static str) -> i64 {
        self.world.count(sql).await
    }

    /// The stored words of an endpoint's open alarms.
    pub async fn alarms(&self) -> Vec<String> {
        let kinds =
            "select kind from alert where endpoint_id is not null and cleared_at is null order by kind";
        sqlx::query_scalar(kinds).fetch_all(&self.shop.pool).await.unwrap()
    }
}

/// That of each order everything came, once, in order, and nothing before what comes before it had been taken.
pub fn assert_unbroken(got: &[Got], orders: usize, last: i64) {
    let mut lines = std::collections::BTreeMap::<String, Vec<i64>>::new();
    for got in got {
        let line = lines.entry(got.order()).or_default();
        let next = line.last().map_or(1, |taken| taken + 1);
        assert_eq!(got.sequence(), next, "{} was sent out of order", got.order());
        if got.taken {
            line.push(next);
        }
    }
    assert_eq!(lines.len(), orders);
    for (order, line) in lines {
        assert_eq!(line, (1..=last).collect::<Vec<_>>(), "{order}");
    }
}
