//! Ten thousand orders change at once, in the program that people run: ten thousand mails leave, none twice, and whoever pays meanwhile is told
//! within seconds. Taken back in time, the same change sends nothing.

#![expect(clippy::unwrap_used, reason = "a test stops where it cannot go on")]

#[expect(dead_code, reason = "nobody is killed here")]
#[path = "kill/server.rs"]
mod killed;

use std::{
    collections::HashSet,
    time::{Duration, Instant},
};

use killed::{API_KEY, EMAIL, PASSWORD, Victim};
use reqwest::header;
use serde_json::{Value, json};

const ORDERS: usize = 10_000;
/// How soon one who pays is told, whatever else leaves.
const SOON: Duration = Duration::from_secs(5);

struct Desk {
    victim: Victim,
    http: reqwest::Client,
    cookie: String,
}

impl Desk {
    async fn open() -> Self {
        let victim = Victim::start().await;
        let none = reqwest::redirect::Policy::none();
        let http =
            reqwest::Client::builder().redirect(none).timeout(Duration::from_secs(520)).build().unwrap();
        let form = [("email", EMAIL), ("password", PASSWORD)];
        let answer = http.post(format!("{}/admin/sign-in", victim.url)).form(&form).send().await.unwrap();
        let cookie = answer.headers()[header::SET_COOKIE].to_str().unwrap();
        let cookie = cookie.split(';').next().unwrap().to_owned();
        Self { victim, http, cookie }
    }

    async fn press(&self, function: &str, form: &[(&str, &str)]) {
        let request = self.http.post(format!("{}/admin/fn/{function}", self.victim.url));
        let request = request.header(header::COOKIE, &self.cookie).header("sec-fetch-site", "same-origin");
        let status = request.form(form).send().await.unwrap().status();
        assert!(status.is_success() || status.is_redirection(), "{function}: {status}");
    }

    async fn count(&self, sql: &'static str) -> usize {
        let count: i64 = sqlx::query_scalar(sql).fetch_one(&self.victim.pool).await.unwrap();
        usize::try_from(count).unwrap()
    }

    async fn until(&self, what: &str, sql: &'static str) {
        let so = async {
            let mut ticks = tokio::time::interval(Duration::from_millis(100));
            while self.count(sql).await == 0 {
                ticks.tick().await;
            }
        };
        tokio::time::timeout(Duration::from_secs(120), so)
            .await
            .unwrap_or_else(|_| panic!("not {what} in time"));
    }

    /// As many more orders in production.
    async fn stand(&self) {
        let made = sqlx::query(include_str!("it/stand.sql"));
        let made = made.bind(i32::try_from(ORDERS).unwrap()).bind("in_production").bind("processing").bind(1);
        made.execute(&self.victim.pool).await.unwrap();
    }

    /// All that is in production is shipped in one go: the change's id, once it is done.
    async fn ship_all(&self) -> String {
        let wish =
            [("all", "true"), ("filter[status]", "processing"), ("action", "move"), ("stage", "shipped")];
        self.press("preview_bulk", &wish).await;
        let id: uuid::Uuid = sqlx::query_scalar("select id from bulk order by created_at desc limit 1")
            .fetch_one(&self.victim.pool)
            .await
            .unwrap();
        self.press("start_bulk", &[("id", &id.to_string())]).await;
        self.until(
            "done",
            "select count(*) from bulk where not exists (select 1 from bulk b where b.state = 'running')",
        )
        .await;
        id.to_string()
    }

    /// The time that messages of a bulk change wait passes.
    async fn ten_minutes_pass(&self) {
        for sql in [
            "update notice set not_before = not_before - interval '20 minutes' where not_before is not null",
            "update bulk set held_until = held_until - interval '20 minutes'",
            "update job set run_at = run_at - interval '20 minutes' where name = 'send_notice'",
        ] {
            sqlx::query(sql).execute(&self.victim.pool).await.unwrap();
        }
    }

    /// Somebody orders and pays, and waits for word.
    async fn one_who_pays(&self) -> Duration {
        let body = json!({
            "customer": { "name": "Eva Ruiz", "email": "eva@urgent.test" },
            "address": { "line1": "Calle Mayor 12", "city": "Madrid", "postalCode": "28013", "country": "ES" },
            "items": [{ "name": "Poster A2", "quantity": 1, "unitAmount": 1450 }],
            "currency": "EUR", "workflow": "print-factory", "language": "en"
        });
        let request = self.http.post(format!("{}/api/orders", self.victim.url)).bearer_auth(API_KEY);
        let created: Value = request
            .header("idempotency-key", "urgent")
            .json(&body)
            .send()
            .await
            .unwrap()
            .json()
            .await
            .unwrap();
        let session = created["checkoutUrl"].as_str().unwrap().rsplit('/').next().unwrap();
        let began = Instant::now();
        let pay = format!("{}/_control/sessions/{session}/pay", self.victim.sandbox());
        self.http.post(pay).json(&json!({ "card": "4242424242424242" })).send().await.unwrap();
        assert_eq!(self.mails("to=eva@urgent.test&count=1").await.len(), 1);
        began.elapsed()
    }

    async fn mails(&self, which: &str) -> Vec<Value> {
        let url =
            format!("{}/_control/mail/wait?brief=true&timeout_ms=500000&{which}", self.victim.sandbox());
        self.http.get(url).send().await.unwrap().json().await.unwrap()
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ten_thousand_changes_send_ten_thousand_mails_once_and_none_when_undone() {
    let _ = rustls::crypto::ring::default_provider().install_default();
    let desk = Desk::open().await;
    desk.stand().await;
    desk.ship_all().await;
    assert_eq!(
        desk.count(
            "select count(*) from notice where channel = 'email' and state not in ('pending', 'deferred')"
        )
        .await,
        0
    );

    desk.ten_minutes_pass().await;
    let began = Instant::now();
    desk.until("begun", "select count(*) from notice where channel = 'email' and state = 'sent'").await;
    let told = desk.one_who_pays().await;
    let left = desk
        .count("select count(*) from notice where channel = 'email' and state in ('pending', 'deferred')")
        .await;
    let mails = desk.mails(&format!("count={}", ORDERS + 1)).await;
    println!(
        "{ORDERS} mails in {:?}; one who paid meanwhile was told after {told:?}, {left} were waiting",
        began.elapsed()
    );
    let names: HashSet<_> = mails.iter().map(|mail| mail["message_id"].as_str().unwrap()).collect();
    assert_eq!((names.len(), mails.len()), (ORDERS + 1, ORDERS + 1), "each once");
    assert!(left > 0 && told < SOON, "who pays is told before {left} others: {told:?}");
    let stuck = desk.victim.until_idle(Duration::from_secs(60)).await;
    assert!(stuck.is_empty(), "{:?}", stuck.first());
    assert_eq!(
        desk.count("select count(*) from notice where channel = 'email' and state = 'sent'").await,
        ORDERS + 1
    );

    // The same once more, taken back while nothing has left.
    desk.stand().await;
    let id = desk.ship_all().await;
    desk.press("undo_bulk", &[("id", &id)]).await;
    desk.until("undone", "select count(*) from bulk where state = 'undone'").await;
    desk.ten_minutes_pass().await;
    let stuck = desk.victim.until_idle(Duration::from_secs(60)).await;
    assert!(stuck.is_empty(), "{:?}", stuck.first());
    assert_eq!(desk.mails(&format!("count={}", ORDERS + 1)).await.len(), ORDERS + 1, "nobody was told");
    assert_eq!(
        desk.count("select count(*) from notice where state = 'withdrawn' and channel = 'email'").await,
        ORDERS
    );
    desk.victim.stop().await;
}
