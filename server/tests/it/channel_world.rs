//! What the tests of channels share: who carries messages, a message planned by hand, and how it ended.

use domain::{
    Shop,
    failpoint::Failpoints,
    ids::NoticeId,
    notice::{Channel, Haste, SendNotice},
    provider::{
        fcm::{self, Fcm},
        resend::Resend,
        twilio::{Account, Twilio},
        web_push::WebPush,
    },
    queue::{self, drain},
};
use secrecy::SecretString;
use tokio::sync::mpsc;
use uuid::Uuid;

use crate::support::{TWILIO_TOKEN, World};

/// A message over one channel about an order's newest event, due at once.
pub async fn plan(
    world: &World,
    number: &domain::order::OrderNumber,
    channel: Channel,
    to: &str,
) -> NoticeId {
    let order = world.load(number).await;
    let id = NoticeId::new();
    let mut conn = world.shop.pool.acquire().await.unwrap();
    sqlx::query(
        "insert into notice (id, order_id, event_version, kind, channel, recipient, language, created_at)
         values ($1, $2, $3, 'confirmation', $4, $5, 'en', $6)",
    )
    .bind(id.0)
    .bind(order.id.0)
    .bind(order.version)
    .bind(channel.as_str())
    .bind(to)
    .bind(world.shop.clock.now())
    .execute(&mut *conn)
    .await
    .unwrap();
    let job = SendNotice { notice: id, channel, haste: Haste::Normal, app: false };
    queue::enqueue(&mut conn, &job).await.unwrap();
    id
}

/// An order and nothing to be done about it.
pub async fn quiet_order(world: &World) -> domain::order::OrderNumber {
    let (number, page) = world.order(|_| ()).await;
    world.pay(&page).await;
    world.idle_until_staged(&number).await;
    drain(&world.shop).await.unwrap();
    number
}

/// State, provider, its name for the message, and why it did not go.
pub async fn stands(world: &World, id: NoticeId) -> (String, Option<String>, Option<String>, String) {
    sqlx::query_as(
        "select state::text, provider, provider_id, coalesce(last_error, '') from notice where id = $1",
    )
    .bind(id.0)
    .fetch_one(&world.shop.pool)
    .await
    .unwrap()
}

/// Does what is due until the message is so.
pub async fn until(world: &World, id: NoticeId, state: &str) {
    let wait = async {
        loop {
            drain(&world.shop).await.unwrap();
            if stands(world, id).await.0 == state {
                return;
            }
            world.breathe().await;
        }
    };
    let so = tokio::time::timeout(std::time::Duration::from_secs(20), wait).await;
    assert!(so.is_ok(), "it did not become {state} but is {:?}", stands(world, id).await);
}

/// Does at once what was put off, with this shop.
pub async fn again(world: &World, shop: &Shop) {
    world.hurry().await;
    drain(shop).await.unwrap();
}

/// Every text message to a number.
pub async fn texts(world: &World, to: &str) -> Vec<serde_json::Value> {
    let path = format!("/_control/sms?to={}", to.trim_start_matches('+'));
    world.get(&path).await.as_array().unwrap().clone()
}

/// A browser at the sandbox that follows an order: its id there, and ours.
pub async fn browser(world: &World, number: &domain::order::OrderNumber) -> (String, Uuid) {
    let key = world.shop.push.public_key();
    let made = world.control("/_control/push/subscriptions", serde_json::json!({ "key": key })).await;
    let text = |value: &serde_json::Value| value.as_str().unwrap().to_owned();
    let keys = &made["keys"];
    let web = (text(&made["endpoint"]), Some(text(&keys["p256dh"])), Some(text(&keys["auth"])));
    (text(&made["id"]), subscribe(world, number, "web", web).await)
}

/// Keeps a subscription.
pub async fn subscribe(
    world: &World,
    number: &domain::order::OrderNumber,
    kind: &str,
    (endpoint, p256dh, auth): (String, Option<String>, Option<String>),
) -> Uuid {
    let id = Uuid::now_v7();
    sqlx::query(
        "insert into push_subscription (id, order_id, kind, endpoint, p256dh, auth, language, created_at)
         values ($1, $2, $3, $4, $5, $6, 'en', $7)",
    )
    .bind(id)
    .bind(world.id(number).await.0)
    .bind(kind)
    .bind(endpoint)
    .bind(p256dh)
    .bind(auth)
    .bind(world.shop.clock.now())
    .execute(&world.shop.pool)
    .await
    .unwrap();
    id
}

/// Runs the queue until a job comes to `place`, and kills it there: nothing after that point is done, as by SIGKILL.
pub async fn dies_at(world: &World, shop: &Shop, place: &'static str) {
    let (reached, mut reach) = mpsc::unbounded_channel();
    let hook = move |here| {
        let reached = reached.clone();
        async move {
            if here == place {
                let _ = reached.send(());
                std::future::pending::<()>().await;
            }
        }
    };
    let shop = Shop { failpoints: Failpoints::with(hook), ..shop.clone() };
    let job = tokio::spawn(async move { drain(&shop).await });
    tokio::time::timeout(std::time::Duration::from_secs(15), reach.recv()).await.expect("nobody came there");
    job.abort();
    let _ = job.await;
    sqlx::query("update job set lease_until = now() where lease_until is not null")
        .execute(&world.shop.pool)
        .await
        .unwrap();
}

pub fn twilio(sandbox: &sandbox::Running, url: &str) -> Twilio {
    let account = Account {
        sid: "ACsandbox".into(),
        token: SecretString::from(TWILIO_TOKEN),
        from: "+15005550006".into(),
        verify: Some("VAsandbox".into()),
    };
    let door = format!("{url}/api/webhooks/twilio");
    Twilio::new(account, Some(&format!("{}/twilio", sandbox.http)), door).unwrap()
}

pub fn push(sandbox: &sandbox::Running) -> WebPush {
    // The private key of RFC 8291's vector: any will do.
    let key = "yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw";
    WebPush::new(key, "help@shop.test", Some(&sandbox.http)).unwrap()
}

pub async fn fcm(sandbox: &sandbox::Running) -> Fcm {
    let file = format!("{}/_control/fcm/service-account", sandbox.http);
    let file = reqwest::get(file).await.unwrap().text().await.unwrap();
    Fcm::new(fcm::Account::read(&file).unwrap(), Some(&format!("{}/fcm", sandbox.http))).unwrap()
}

impl World {
    /// The same shop, which sends its mails through Resend.
    pub fn with_resend(&self) -> Shop {
        let key = SecretString::from("re_sandbox");
        let resend = Resend::new(&key, Some(&format!("{}/resend", self.sandbox.http))).unwrap();
        Shop { resend: Some(resend), ..self.shop.clone() }
    }
}
