//! A whole small world per test: shop, doorway, worker, sandbox.

mod parts;

use std::net::SocketAddr;

use domain::{
    Language, Shop,
    clock::Clock,
    connect::Adopt,
    failpoint::Failpoints,
    ids::OrderId,
    order::{Limits, OrderNumber, store},
    parcel::{self, ParcelDetails},
    queue::Worker,
    shop::Tracking,
    staff::{self, NewPerson, Person, Role, SignedIn},
};
use serde_json::{Value, json};
use server::{router, webhooks::Secrets};
use sqlx::PgPool;
use tokio::net::TcpListener;
use tokio_util::sync::CancellationToken;

use parts::{shop, state};

pub use parts::{operators_key, secrets};

pub const API_KEY: &str = "clew_test_key";
/// The other site whose pages may show orders.
pub const ELSEWHERE: &str = "https://www.elsewhere.test";
pub const WEBHOOK_SECRET: &str = "whsec_test";
pub const SHIPPO_TOKEN: &str = "a-word-only-shippo-knows";
pub const STITCH_SECRET: &str = "whsec_c3RpdGNoJ3Mgb3duIHNlY3JldCBpbiB0ZXN0cw==";
pub const TWILIO_TOKEN: &str = "atokenonlytwilioknows";
/// With which FedEx signs in tests.
pub const FEDEX_TOKEN: &str = "a-token-only-fedex-knows";
pub const UPS_WORD: &str = "a-word-only-ups-brings";
pub const DHL_WORD: &str = "a-word-only-dhl-brings";
pub const CORREOS_TOKEN: &str = "a-word-in-correos-address";
pub const RESEND_SECRET: &str = "whsec_cmVzZW5kJ3Mgb3duIHNlY3JldCBpbiB0ZXN0cw==";

pub const WOO_SECRET: &str = "a-secret-only-woocommerce-knows";
pub const SHOPIFY_SECRET: &str = "shpss_only_shopify_knows";

pub struct World {
    pub shop: Shop,
    pub url: String,
    pub sandbox: sandbox::Running,
    pub http: reqwest::Client,
    stopping: CancellationToken,
}

impl Drop for World {
    fn drop(&mut self) {
        self.stopping.cancel();
    }
}

impl World {
    /// Everything, with a worker.
    pub async fn start(pool: PgPool) -> Self {
        let world = Self::without_worker(pool).await;
        tokio::spawn(Worker::new(world.shop.clone(), 4).run(world.stopping.clone().cancelled_owned()));
        world
    }

    /// Everything, with jobs left to the test.
    pub async fn without_worker(pool: PgPool) -> Self {
        Self::with_limits(pool, Limits::default()).await
    }

    pub async fn with_limits(pool: PgPool, limits: Limits) -> Self {
        Self::with(pool, limits, secrets()).await
    }

    /// Everything, with a shop that wants to know whether its mails are read; jobs left to the test.
    pub async fn watching(pool: PgPool) -> Self {
        let watch = |shop: &mut Shop| shop.about.tracking = Tracking { opens: true, clicks: true };
        Self::with_shop(pool, Limits::default(), secrets(), watch).await
    }

    /// Everything, with a clock that stands until the test moves it; jobs left to the test.
    pub async fn stopped(pool: PgPool) -> Self {
        let stop = |shop: &mut Shop| shop.clock = Clock::stopped(shop.clock.now().0);
        Self::with_shop(pool, Limits::default(), secrets(), stop).await
    }

    /// Without workers, and with places where a test ends what is under way.
    pub async fn failing(pool: PgPool, failpoints: Failpoints) -> Self {
        let fail = |shop: &mut Shop| shop.failpoints = failpoints;
        Self::with_shop(pool, Limits::default(), secrets(), fail).await
    }

    /// Everything, with a shop that takes in so many of Stripe's payments; jobs left to the test.
    pub async fn adopting(pool: PgPool, adopt: Adopt) -> Self {
        let choose = |shop: &mut Shop| shop.connections.adopt = adopt;
        Self::with_shop(pool, Limits::default(), secrets(), choose).await
    }

    pub async fn with(pool: PgPool, limits: Limits, secrets: Secrets) -> Self {
        Self::with_shop(pool, limits, secrets, |_| ()).await
    }

    /// Everything, with a test that holds jobs and pages at failpoints; jobs left to the test.
    pub async fn held(pool: PgPool, failpoints: Failpoints) -> Self {
        let hold = |shop: &mut Shop| shop.failpoints = failpoints;
        Self::with_shop(pool, Limits::default(), secrets(), hold).await
    }

    async fn with_shop(
        pool: PgPool,
        limits: Limits,
        secrets: Secrets,
        change: impl FnOnce(&mut Shop),
    ) -> Self {
        // Another test may have installed it.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let sandbox = sandbox::start(sandbox::Config {
            http: "127.0.0.1:0".parse::<SocketAddr>().unwrap(),
            smtp: "127.0.0.1:0".parse().unwrap(),
            webhook_url: Some(format!("{url}/api/webhooks/stripe")),
            webhook_secret: Some(WEBHOOK_SECRET.to_owned()),
            shippo_webhook_url: Some(format!("{url}/api/webhooks/shippo?token={SHIPPO_TOKEN}")),
            stitch_webhook_url: Some(format!("{url}/api/webhooks/stitch")),
            stitch_webhook_secret: Some(STITCH_SECRET.to_owned()),
            twilio_webhook_url: Some(format!("{url}/api/webhooks/twilio")),
            twilio_auth_token: Some(TWILIO_TOKEN.to_owned()),
            resend_webhook_url: Some(format!("{url}/api/webhooks/resend")),
            resend_webhook_secret: Some(RESEND_SECRET.to_owned()),
            ..sandbox::Config::default()
        })
        .await
        .unwrap();
        let mut shop = shop(pool, &url, &sandbox).await;
        change(&mut shop);
        let stopping = CancellationToken::new();
        let app = router::service(router::router(
            state(&shop, limits, secrets, &stopping),
            "nowhere".as_ref(),
            "nowhere".as_ref(),
        ));
        let stop = stopping.clone();
        tokio::spawn(async move {
            axum::serve(listener, app).with_graceful_shutdown(stop.cancelled_owned()).await.unwrap();
        });
        let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
        Self { shop, url, sandbox, http, stopping }
    }

    /// Creates an order through the API: its number and Stripe's page.
    pub async fn order(&self, change: impl FnOnce(&mut Value)) -> (OrderNumber, String) {
        let answer = self.create(&uuid::Uuid::now_v7().to_string(), &body(change)).await;
        assert_eq!(answer.status(), 201);
        let created: Value = answer.json().await.unwrap();
        let number = OrderNumber::parse(created["number"].as_str().unwrap()).unwrap();
        (number, created["checkoutUrl"].as_str().unwrap().to_owned())
    }

    pub async fn create(&self, key: &str, body: &Value) -> reqwest::Response {
        let request = self
            .http
            .post(format!("{}/api/orders", self.url))
            .bearer_auth(API_KEY)
            .header("idempotency-key", key);
        request.json(body).send().await.unwrap()
    }

    /// Creates and pays, and waits for the confirmation.
    pub async fn paid_order(&self, change: impl FnOnce(&mut Value)) -> OrderNumber {
        let (number, page) = self.order(change).await;
        self.pay(&page).await;
        self.until(&number, |order| order.state.payment == domain::payment::PaymentStatus::Paid).await;
        number
    }

    /// Pays on Stripe's page, without a browser.
    pub async fn pay(&self, page: &str) {
        let session = page.rsplit('/').next().unwrap();
        let url = format!("{}/_control/sessions/{session}/pay", self.sandbox.http);
        let answer = self.http.post(url).json(&json!({ "card": "4242424242424242" })).send().await.unwrap();
        assert_eq!(answer.status(), 200);
    }

    /// Waits, bell by bell, until an order is so.
    pub async fn until(&self, number: &OrderNumber, so: impl Fn(&store::Order) -> bool) -> store::Order {
        let mut bell = self.shop.bell.listen();
        let wait = async {
            loop {
                let order = self.load(number).await;
                if so(&order) {
                    return order;
                }
                bell.recv().await.unwrap();
            }
        };
        tokio::time::timeout(std::time::Duration::from_secs(20), wait)
            .await
            .expect("the order did not become so")
    }

    pub async fn id(&self, number: &OrderNumber) -> OrderId {
        store::id_of(&mut self.shop.pool.acquire().await.unwrap(), number).await.unwrap()
    }

    pub async fn number(&self, id: OrderId) -> OrderNumber {
        store::load(&mut self.shop.pool.acquire().await.unwrap(), id).await.unwrap().number
    }

    pub async fn load(&self, number: &OrderNumber) -> store::Order {
        let id = self.id(number).await;
        store::load(&mut self.shop.pool.acquire().await.unwrap(), id).await.unwrap()
    }

    /// The mailbox, once it holds `count` mails to this address.
    pub async fn mail(&self, to: &str, count: usize) -> Vec<Value> {
        let url = format!("{}/_control/mail/wait?to={to}&count={count}&timeout_ms=20000", self.sandbox.http);
        let answer = self.http.get(url).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{count} mails to {to}");
        answer.json().await.unwrap()
    }

    /// A person of that role and their session cookie.
    pub async fn person(&self, role: Role) -> (Person, String) {
        let email = format!("{}@shop.test", uuid::Uuid::now_v7().simple());
        let password = "a long enough password".to_owned();
        let new = NewPerson {
            name: format!("{role:?}"),
            email: email.clone(),
            password: password.clone(),
            role,
            language: Language::En,
        };
        staff::create(&self.shop, new).await.unwrap();
        let ip = "127.0.0.1".parse().unwrap();
        let credentials = staff::Credentials { email, password, browser: String::new() };
        let SignedIn::Open(token) = staff::sign_in(&self.shop, ip, credentials).await.unwrap() else {
            panic!("a new account has no second factor");
        };
        let person = staff::resume(&self.shop, &token).await.unwrap().unwrap();
        (person, format!("clew_session={token}"))
    }

    /// Staff write down a parcel of an order.
    pub async fn add_parcel(&self, order: &OrderNumber, carrier: &str, number: &str) {
        let (ana, _) = self.person(Role::Operator).await;
        parcel::add_parcel(&self.shop, &ana, self.id(order).await, typed(carrier, number)).await.unwrap();
    }

    /// Waits until an order is so, and does at once what would otherwise be tried again later.
    pub async fn hurry_until(&self, number: &OrderNumber, so: impl Fn(&store::Order) -> bool) {
        let wait = async {
            loop {
                if so(&self.load(number).await) {
                    return;
                }
                self.hurry().await;
                self.breathe().await;
            }
        };
        tokio::time::timeout(std::time::Duration::from_secs(60), wait)
            .await
            .expect("the order did not become so")
    }

    /// Does the jobs by hand until the payment has come through.
    pub async fn idle_until_staged(&self, number: &OrderNumber) {
        while self.load(number).await.state.stage.is_none() {
            self.breathe().await;
            domain::queue::drain(&self.shop).await.unwrap();
        }
    }

    /// Makes jobs due that wait after a failure: time passes.
    pub async fn hurry(&self) {
        sqlx::query(
            "update job set run_at = now() where not dead and lease_until is null
                 and (last_error is not null or (name = 'send_notice' and run_at < now() + interval '3 seconds'))",
        )
        .execute(&self.shop.pool)
        .await
        .unwrap();
        self.shop.bell.work_waits();
    }

    /// Waits until nothing is due or being done, here and on the way from the sandbox. What only snoozes does not count.
    pub async fn idle(&self) {
        let wait = async {
            loop {
                domain::queue::drain(&self.shop).await.unwrap();
                // A message in line behind another looks again every second.
                let busy = "select count(*) from job where not dead and (lease_until is not null or run_at <= now()
                    or last_error is not null or (name = 'send_notice' and run_at < now() + interval '3 seconds'))";
                if self.count(busy).await == 0 && self.undelivered().await == 0 && self.count(busy).await == 0
                {
                    return;
                }
                self.hurry().await;
                self.breathe().await;
            }
        };
        tokio::time::timeout(std::time::Duration::from_secs(60), wait).await.expect("it did not become quiet")
    }

    /// Until the next bell, or a moment: what happens in the sandbox rings none.
    pub async fn breathe(&self) {
        let mut bell = self.shop.bell.listen();
        let _ = tokio::time::timeout(std::time::Duration::from_millis(50), bell.recv()).await;
    }

    async fn undelivered(&self) -> usize {
        let events = self.get("/_control/events").await;
        let pending = |event: &&Value| event["delivery"] == "pending" || event["delivered"] == false;
        events.as_array().unwrap().iter().filter(pending).count()
    }

    /// Reads from the sandbox.
    pub async fn get(&self, path: &str) -> Value {
        let answer = self.http.get(format!("{}{path}", self.sandbox.http)).send().await.unwrap();
        assert_eq!(answer.status(), 200, "{path}");
        answer.json().await.unwrap()
    }

    /// Has the sandbox do something.
    pub async fn control(&self, path: &str, body: Value) -> Value {
        let answer = self.http.post(format!("{}{path}", self.sandbox.http)).json(&body).send().await.unwrap();
        let status = answer.status();
        let text = answer.text().await.unwrap();
        assert!(status.is_success(), "{path}: {status} {text}");
        serde_json::from_str(&text).unwrap_or(Value::Null)
    }

    /// Turns the sandbox's switches.
    pub async fn faults(&self, switches: Value) {
        self.control("/_control/faults", switches).await;
    }

    /// `pi_…` of a paid order.
    pub async fn intent(&self, id: OrderId) -> String {
        sqlx::query_scalar("select payment_intent from payment where order_id = $1")
            .bind(id.0)
            .fetch_one(&self.shop.pool)
            .await
            .unwrap()
    }

    /// How many events of a kind there are in all histories.
    pub async fn events(&self, kind: &str) -> i64 {
        sqlx::query_scalar("select count(*) from event where kind = $1")
            .bind(kind)
            .fetch_one(&self.shop.pool)
            .await
            .unwrap()
    }

    /// How many mails of a kind were handed over.
    pub async fn mails_about(&self, kind: &str) -> i64 {
        sqlx::query_scalar(
            "select count(*) from notice where kind = $1 and channel = 'email' and state = 'sent'",
        )
        .bind(kind)
        .fetch_one(&self.shop.pool)
        .await
        .unwrap()
    }

    pub async fn count(&self, sql: &'static str) -> i64 {
        sqlx::query_scalar(sql).fetch_one(&self.shop.pool).await.unwrap()
    }
}

/// A parcel as staff type it.
pub fn typed(carrier: &str, number: &str) -> ParcelDetails {
    ParcelDetails { carrier: Some(carrier.into()), tracking_number: Some(number.into()), tracking_url: None }
}

pub fn body(change: impl FnOnce(&mut Value)) -> Value {
    let mut body = json!({
        "customer": { "name": "Ana Ruiz", "email": "ana@customer.test" },
        "address": { "line1": "Calle Mayor 12", "city": "Madrid", "postalCode": "28013", "country": "ES" },
        "items": [{ "name": "Poster A2", "quantity": 2, "unitAmount": 1450, "options": { "paper": "170 g" } }],
        "currency": "EUR",
        "shipping": { "name": "48 h", "amount": 590 },
        "workflow": "print-factory",
        "location": "Taller Secreto",
        "language": "en"
    });
    change(&mut body);
    body
}
