//! A storefront, a customer and a person of staff who do not give up when the server dies under them.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use reqwest::header;
use serde_json::{Value, json};
use tokio::sync::Notify;

use crate::killed::{API_KEY, EMAIL, PASSWORD, Victim};

pub struct Client {
    http: reqwest::Client,
    url: String,
    sandbox: String,
    cookie: String,
    created: AtomicUsize,
    /// Rung after every finished order.
    pub progress: Notify,
}

/// What the server has said yes to.
pub struct Life {
    pub number: String,
    pub acknowledged: Vec<String>,
}

impl Client {
    pub async fn new(victim: &Victim) -> Self {
        let http = reqwest::Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .timeout(Duration::from_secs(15))
            .pool_max_idle_per_host(0)
            .build()
            .unwrap();
        let form = [("email", EMAIL), ("password", PASSWORD)];
        let answer = http.post(format!("{}/admin/sign-in", victim.url)).form(&form).send().await.unwrap();
        assert_eq!(answer.status(), 303);
        let cookie =
            answer.headers()[header::SET_COOKIE].to_str().unwrap().split(';').next().unwrap().to_owned();
        Self {
            http,
            url: victim.url.clone(),
            sandbox: victim.sandbox().to_owned(),
            cookie,
            created: AtomicUsize::new(0),
            progress: Notify::new(),
        }
    }

    pub fn created(&self) -> usize {
        self.created.load(Ordering::Relaxed)
    }

    /// One order from checkout to "shipped", with a note on the way.
    pub async fn live(&self, index: usize) -> Life {
        let mut acknowledged = Vec::new();
        let created = self.create(index).await;
        let number = created["number"].as_str().unwrap().to_owned();
        self.created.fetch_add(1, Ordering::Relaxed);
        let session = created["checkoutUrl"].as_str().unwrap().rsplit('/').next().unwrap();
        let pay = format!("{}/_control/sessions/{session}/pay", self.sandbox);
        assert!(
            self.http
                .post(pay)
                .json(&json!({ "card": "4242424242424242" }))
                .send()
                .await
                .unwrap()
                .status()
                .is_success()
        );
        self.until(&number, |page| page["payment"] == "paid").await;
        let note = format!("note {index}");
        if self.act("add_note", &number, &[("text", &note)], |page| has_note(page, &note)).await {
            acknowledged.push(note);
        }
        for (stage, status) in [("in_production", "processing"), ("shipped", "shipped")] {
            self.act("advance_order", &number, &[("stage", stage), ("back", "false")], |page| {
                page["status"] == status
            })
            .await;
            acknowledged.push("stage_entered".to_owned());
        }
        Life { number, acknowledged }
    }

    async fn create(&self, index: usize) -> Value {
        let body = json!({
            "customer": { "name": "Ana Ruiz", "email": format!("kill{index}@customer.test") },
            "address": { "line1": "Calle Mayor 12", "city": "Madrid", "postalCode": "28013", "country": "ES" },
            "items": [{ "name": "Poster A2", "quantity": 1, "unitAmount": 1450 }],
            "currency": "EUR", "workflow": "print-factory", "language": "en"
        });
        let key = format!("kill-{index}");
        self.again(|| async {
            let request = self
                .http
                .post(format!("{}/api/orders", self.url))
                .bearer_auth(API_KEY)
                .header("idempotency-key", &key);
            let answer = request.json(&body).send().await.ok()?;
            if answer.status().is_success() { answer.json().await.ok() } else { None }
        })
        .await
    }

    /// Calls a server function until the page shows its effect; true when it was acknowledged by a 2xx (or the redirect of a plain form).
    async fn act(
        &self,
        function: &str,
        number: &str,
        arguments: &[(&str, &str)],
        so: impl Fn(&Value) -> bool,
    ) -> bool {
        self.again(|| async {
            let page = self.page(number).await?;
            if so(&page) {
                return Some(false);
            }
            let (id, version) = (page["id"].as_str()?.to_owned(), page["version"].to_string());
            let mut form = vec![("id", id.as_str()), ("version", version.as_str())];
            form.extend_from_slice(arguments);
            let request = self
                .http
                .post(format!("{}/admin/fn/{function}", self.url))
                .header(header::COOKIE, &self.cookie);
            let answer = request.header("sec-fetch-site", "same-origin").form(&form).send().await.ok()?;
            answer.status().is_success().then_some(true)
        })
        .await
    }

    async fn until(&self, number: &str, so: impl Fn(&Value) -> bool) {
        self.again(|| async { self.page(number).await.filter(&so) }).await;
    }

    pub async fn order(&self, number: &str) -> Value {
        self.again(|| self.page(number)).await
    }

    async fn page(&self, number: &str) -> Option<Value> {
        let request = self.http.get(format!("{}/admin/fn/order", self.url)).query(&[("number", number)]);
        let answer = request.header(header::COOKIE, &self.cookie).send().await.ok()?;
        if answer.status().is_success() { answer.json().await.ok() } else { None }
    }

    /// Tries until there is an answer: the server may be dead right now.
    async fn again<T, F: Future<Output = Option<T>>>(&self, attempt: impl Fn() -> F) -> T {
        let tries = async {
            let mut ticks = tokio::time::interval(Duration::from_millis(60));
            loop {
                ticks.tick().await;
                if let Some(done) = attempt().await {
                    return done;
                }
            }
        };
        tokio::time::timeout(Duration::from_secs(120), tries).await.expect("no answer within two minutes")
    }
}

fn has_note(page: &Value, note: &str) -> bool {
    page["events"].as_array().is_some_and(|events| events.iter().any(|event| event["detail"] == note))
}
