//! Every endpoint the seeds name, by the seeds' own words: each gives its documented success answer to whoever it is for.

use std::{collections::BTreeSet, fs, path::Path};

use domain::{
    order::OrderNumber,
    provider::signature::stamped::sign,
    secret::{Purpose, token, token_hash},
    staff::Role,
};
use reqwest::{Method, RequestBuilder, header::COOKIE};
use secrecy::SecretString;
use serde_json::{Value, json};
use sqlx::PgPool;

use crate::{
    aloud, doors_carriers, products,
    support::{API_KEY, WEBHOOK_SECRET, World, operators_key},
};

/// `seeds/order-status-updates.txt`, "API Endpoints", and `seeds/production-orders.txt`, word by word.
const SEED: &str = "
- `GET /api/orders/:id/status` - Get order status and history
- `GET /api/orders/:id/timeline` - Get detailed order timeline
- `GET /api/orders/track/:trackingNumber` - Track order by tracking number
- `GET /api/orders/user/active` - Get all active orders for user
- `POST /api/orders/:id/delivery-preferences` - Update delivery preferences for specific order
- `GET /api/notifications/preferences` - Get user notification preferences
- `PUT /api/notifications/preferences` - Update notification preferences
- `POST /api/notifications/verify-phone` - Verify phone number for SMS
- `GET /api/notifications/history` - Get notification history
- `POST /api/notifications/test` - Send test notification
- `POST /api/webhooks/carriers/fedex` - FedEx tracking webhook
- `POST /api/webhooks/carriers/ups` - UPS tracking webhook
- `POST /api/webhooks/carriers/dhl` - DHL tracking webhook
- `POST /api/webhooks/carriers/correos` - Correos España webhook
- `GET /api/admin/orders/status-overview` - Dashboard overview of order statuses
- `POST /api/admin/orders/:id/status` - Manually update order status
- `GET /api/admin/notifications/templates` - List notification templates
- `POST /api/admin/notifications/templates` - Create notification template
- `PUT /api/admin/notifications/templates/:id` - Update template
- `GET /api/admin/notifications/analytics` - Get notification analytics
- `POST /api/admin/notifications/bulk-send` - Send bulk notifications
";
const STUDIO: [&str; 4] = [
    "POST /api/production",
    "GET /api/production/[id]",
    "PATCH /api/production/[id]",
    "POST /api/stripe/webhook",
];
const TRACKED: &str = "1Z5R89390357567127";

/// The endpoints between backticks.
fn endpoints(text: &str) -> Vec<&str> {
    let quoted =
        text.lines().filter(|line| line.starts_with("- `")).filter_map(|line| line.split('`').nth(1));
    quoted.filter(|quoted| quoted.contains(" /api/")).collect()
}

#[test]
fn the_table_is_the_seeds_own() {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/seeds");
    let Ok(updates) = fs::read_to_string(seeds.join("order-status-updates.txt")) else {
        aloud::skipped("the seeds are not beside this checkout");
        return;
    };
    assert_eq!(endpoints(&updates), endpoints(SEED));
    for line in SEED.trim().lines() {
        assert!(updates.contains(line), "{line}");
    }
    let studio = fs::read_to_string(seeds.join("production-orders.txt")).unwrap();
    let named: BTreeSet<&str> = studio
        .lines()
        .map(|line| line.trim().trim_start_matches("// "))
        .filter(|line| {
            ["GET", "POST", "PUT", "PATCH", "DELETE"]
                .iter()
                .any(|method| line.starts_with(&format!("{method} /api/")))
        })
        .map(|line| line.trim_end_matches(':'))
        .collect();
    assert_eq!(named, BTreeSet::from(STUDIO));
}

/// Who is here, and what there is.
struct Scene<'a> {
    world: &'a World,
    number: OrderNumber,
    customer: String,
    preferences: String,
    admin: String,
    program: String,
}

impl<'a> Scene<'a> {
    async fn set(world: &'a World) -> Self {
        let tee = json!({ "name": "Tee M", "onHand": 9, "kind": "garment", "group": { "key": "TEE", "name": "Tee" },
            "options": { "size": "M" }, "price": 2599, "currency": "EUR", "weightGrams": 180 });
        assert_eq!(products::put(world, "TEE-M", &tee).await.0, 200);
        let (number, page) = world.order(|_| ()).await;
        world.pay(&page).await;
        world.idle_until_staged(&number).await;
        let id = world.id(&number).await;
        let email = "ana@customer.test";
        let session = token();
        sqlx::query(
            "insert into customer_session (id, token_hash, email, email_hash, created_at, expires_at)
             values ($1, $2, $3, $4, now(), now() + interval '1 day')",
        )
        .bind(uuid::Uuid::now_v7())
        .bind(token_hash(&session))
        .bind(email)
        .bind(world.shop.secret.email_hash(email))
        .execute(&world.shop.pool)
        .await
        .unwrap();
        let program = operators_key(&world.shop, "robot").await;
        let parcel =
            world.http.post(format!("{}/api/orders/{number}/parcels", world.url)).bearer_auth(&program);
        let parcel =
            parcel.json(&json!({ "carrier": "UPS", "trackingNumber": TRACKED })).send().await.unwrap();
        assert_eq!(parcel.status(), 200);
        let expires = world.shop.clock.now().plus(3600);
        Self {
            number,
            customer: format!("clew_customer={session}"),
            preferences: world.shop.secret.sign_order(Purpose::Preferences, id, expires),
            admin: world.person(Role::Admin).await.1,
            program,
            world,
        }
    }

    fn ask(&self, endpoint: &str) -> RequestBuilder {
        let (method, path) = endpoint.split_once(' ').unwrap();
        let id = if path.contains("/templates/") {
            "shipped.email.es".to_owned()
        } else {
            self.number.to_string()
        };
        let path = path.replace(":trackingNumber", TRACKED).replace(":id", &id).replace("[id]", &id);
        let request =
            self.world.http.request(method.parse::<Method>().unwrap(), format!("{}{path}", self.world.url));
        request.header("sec-fetch-site", "same-origin")
    }

    /// Who it is for, with the least that it takes: the answer that is documented for it, and a field that must be in it.
    fn call(&self, endpoint: &str) -> (RequestBuilder, u16, &'static str) {
        let ask = || self.ask(endpoint);
        let by_customer = || ask().header(COOKIE, &self.customer);
        let by_admin = || ask().header(COOKIE, &self.admin);
        let by_program = || ask().bearer_auth(&self.program);
        let words = "{{ number }}: {{ link }}";
        match endpoint {
            "GET /api/orders/:id/status" => (by_customer(), 200, "/statusHistory/0/status"),
            "GET /api/orders/:id/timeline" => (by_customer(), 200, "/trackingInfo/0/trackingNumber"),
            "GET /api/orders/track/:trackingNumber" => (by_customer(), 200, "/trackingNumber"),
            "GET /api/orders/user/active" => (by_customer(), 200, "/items/0/orderNumber"),
            "POST /api/orders/:id/delivery-preferences" => {
                (by_customer().json(&json!({ "preference": "neighbour", "note": "3B" })), 200, "/preference")
            }
            "GET /api/notifications/preferences" => (by_customer(), 200, "/emailNotifications"),
            "PUT /api/notifications/preferences" => {
                (by_customer().json(&json!({ "languagePreference": "ro" })), 200, "/languagePreference")
            }
            "POST /api/notifications/verify-phone" => {
                (by_customer().json(&json!({ "phoneNumber": "+34 600 111 222" })), 202, "/phoneNumber")
            }
            "GET /api/notifications/history" => (by_customer(), 200, "/notifications"),
            "POST /api/notifications/test" => (ask().bearer_auth(&self.preferences), 202, "/id"),
            "GET /api/admin/orders/status-overview" => (by_admin(), 200, "/byStatus/0/count"),
            "POST /api/admin/orders/:id/status" => {
                (by_admin().json(&json!({ "status": "processing", "notes": "Begun." })), 200, "/status")
            }
            "GET /api/admin/notifications/templates" => (by_admin(), 200, "/templates/0/id"),
            "POST /api/admin/notifications/templates" => {
                let body = json!({ "type": "shipped", "channel": "email", "language": "es", "subject": "En camino", "content": words });
                (by_admin().json(&body), 201, "/version")
            }
            "PUT /api/admin/notifications/templates/:id" => (
                by_admin().json(&json!({ "subject": "Ya en camino", "content": words, "version": 1 })),
                200,
                "/version",
            ),
            "GET /api/admin/notifications/analytics" => (by_admin(), 200, ""),
            "POST /api/admin/notifications/bulk-send" => {
                let body = json!({ "filter": {}, "subject": "Closed", "message": "On Friday." });
                (by_program().header("idempotency-key", "friday").json(&body), 202, "/id")
            }
            "POST /api/production" => {
                let body = json!({
                    "designUrl": "https://designs.studio.test/koi.png", "garmentId": "TEE", "sizes": [{ "size": "M", "quantity": 1 }],
                    "customer": { "name": "Ana Ruiz", "email": "ana@customer.test" },
                    "address": { "line1": "Calle Mayor 12", "city": "Madrid", "postalCode": "28013", "country": "ES" }
                });
                (ask().bearer_auth(API_KEY).json(&body), 201, "/checkoutUrl")
            }
            "GET /api/production/[id]" => (by_program(), 200, "/order/status"),
            "PATCH /api/production/[id]" => {
                (by_program().json(&json!({ "priority": "rush" })), 200, "/order/priority")
            }
            "POST /api/stripe/webhook" => {
                let event = json!({ "id": "evt_1", "object": "event", "type": "customer.created", "created": 1, "data": { "object": {} } });
                let body = event.to_string();
                let now = self.world.shop.clock.now();
                let signature = sign(body.as_bytes(), &SecretString::from(WEBHOOK_SECRET), now);
                (ask().header("stripe-signature", signature).body(body), 200, "")
            }
            carrier => {
                let carrier = carrier
                    .strip_prefix("POST /api/webhooks/carriers/")
                    .unwrap_or_else(|| panic!("{carrier}"));
                let body = doors_carriers::push(carrier, TRACKED);
                let (query, name, word) = doors_carriers::proof(carrier, &body);
                let url = format!("{}/api/webhooks/carriers/{carrier}{query}", self.world.url);
                let request =
                    self.world.http.post(url).header("content-type", "application/json").header(name, word);
                (request.body(body), 200, "")
            }
        }
    }
}

#[sqlx::test(migrator = "domain::db::MIGRATIONS")]
async fn every_endpoint_of_the_seeds_gives_its_answer(pool: PgPool) {
    let world = World::without_worker(pool).await;
    let scene = Scene::set(&world).await;
    for endpoint in endpoints(SEED).into_iter().chain(STUDIO) {
        let (request, status, field) = scene.call(endpoint);
        let answer = request.send().await.unwrap();
        let (said, text) = (answer.status().as_u16(), answer.text().await.unwrap());
        assert_eq!(said, status, "{endpoint}: {text}");
        if !field.is_empty() {
            let body: Value = serde_json::from_str(&text).unwrap_or_default();
            assert!(
                body.pointer(field).is_some_and(|value| !value.is_null()),
                "{endpoint} has no {field}: {text}"
            );
        }
    }
}
