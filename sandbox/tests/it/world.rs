//! A sandbox on ports of its own, and the few calls every test makes.

use reqwest::{Client, RequestBuilder, redirect::Policy};
use sandbox::{Config, Running};
use serde_json::{Value, json};

pub const SECRET: &str = "whsec_sandbox_test";
/// The one in Svix's own examples.
pub const STITCH_SECRET: &str = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
pub const KEY: &str = "sk_test_sandbox";

pub struct World {
    pub running: Running,
    pub client: Client,
}

pub fn config() -> Config {
    Config::default()
}

impl World {
    pub async fn start(config: Config) -> Self {
        let running = sandbox::start(config).await.expect("the sandbox starts");
        let client = Client::builder().no_proxy().redirect(Policy::none()).build().expect("a client");
        Self { running, client }
    }

    pub async fn telling(url: &str) -> Self {
        let (webhook_url, webhook_secret) = (Some(url.to_owned()), Some(SECRET.to_owned()));
        Self::start(Config { webhook_url, webhook_secret, ..config() }).await
    }

    pub async fn telling_of_stitch(url: &str) -> Self {
        let (stitch_webhook_url, stitch_webhook_secret) =
            (Some(url.to_owned()), Some(STITCH_SECRET.to_owned()));
        Self::start(Config { stitch_webhook_url, stitch_webhook_secret, ..config() }).await
    }

    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.running.http)
    }

    pub fn get(&self, path: &str) -> RequestBuilder {
        self.client.get(self.url(path)).bearer_auth(KEY)
    }

    pub fn post(&self, path: &str) -> RequestBuilder {
        self.client.post(self.url(path)).bearer_auth(KEY)
    }

    pub async fn read(&self, path: &str) -> Value {
        self.get(path).send().await.expect("an answer").json().await.expect("JSON")
    }

    pub async fn control(&self, path: &str, body: Value) -> Value {
        self.post(path).json(&body).send().await.expect("an answer").json().await.expect("JSON")
    }

    /// A session over 45.00 EUR and 5.00 EUR shipping.
    pub async fn session(&self) -> String {
        let made: Value = self
            .post("/v1/checkout/sessions")
            .form(&ORDER)
            .send()
            .await
            .expect("an answer")
            .json()
            .await
            .expect("JSON");
        made["id"].as_str().unwrap_or_else(|| panic!("{made}")).to_owned()
    }

    /// The intent of an order paid with this card.
    pub async fn paid(&self, card: &str) -> String {
        self.paid_with(card, &[]).await
    }

    /// The intent of an order whose money is only set aside.
    pub async fn held(&self) -> String {
        self.paid_with("4242424242424242", &[("payment_intent_data[capture_method]", "manual")]).await
    }

    async fn paid_with(&self, card: &str, extra: &[(&str, &str)]) -> String {
        let form: Vec<_> = ORDER.iter().chain(extra).copied().collect();
        let (_, made) = self.call("/v1/checkout/sessions", &form).await;
        let id = made["id"].as_str().unwrap_or_else(|| panic!("{made}"));
        self.control(&format!("/_control/sessions/{id}/pay"), json!({ "card": card })).await;
        let session = self.read(&format!("/v1/checkout/sessions/{id}")).await;
        session["payment_intent"].as_str().expect("an intent").to_owned()
    }

    /// A form sent to the API: the status and the answer.
    pub async fn call(&self, path: &str, form: &[(&str, &str)]) -> (u16, Value) {
        let answer = self.post(path).form(form).send().await.expect("an answer");
        (answer.status().as_u16(), answer.json().await.expect("JSON"))
    }

    /// The charge of an intent.
    pub async fn charge(&self, intent: &str) -> Value {
        let charges = self.read(&format!("/v1/charges?payment_intent={intent}")).await;
        let id = charges["data"][0]["id"].as_str().expect("a charge").to_owned();
        self.read(&format!("/v1/charges/{id}")).await
    }

    /// Types a card into the page's form.
    pub async fn pay(&self, id: &str, card: &str) -> reqwest::Response {
        let typed =
            [("cardNumber", card), ("cardExpiry", "12 / 34"), ("cardCvc", "123"), ("billingName", "Ana Pop")];
        self.post(&format!("/pay/{id}")).form(&typed).send().await.expect("an answer")
    }
}

pub const ORDER: [(&str, &str); 15] = [
    ("mode", "payment"),
    ("success_url", "https://shop.test/thanks?session={CHECKOUT_SESSION_ID}"),
    ("cancel_url", "https://shop.test/basket"),
    ("line_items[0][quantity]", "3"),
    ("line_items[0][price_data][currency]", "eur"),
    ("line_items[0][price_data][unit_amount]", "1500"),
    ("line_items[0][price_data][product_data][name]", "Mug <blue>"),
    ("shipping_options[0][shipping_rate_data][type]", "fixed_amount"),
    ("shipping_options[0][shipping_rate_data][display_name]", "Courier"),
    ("shipping_options[0][shipping_rate_data][fixed_amount][amount]", "500"),
    ("shipping_options[0][shipping_rate_data][fixed_amount][currency]", "eur"),
    ("client_reference_id", "7K3QD-2M4XP"),
    ("customer_email", "ana@shop.test"),
    ("metadata[order]", "7K3QD-2M4XP"),
    ("payment_intent_data[metadata][order]", "intent-7K3QD"),
];
