//! What operations are about: one order of Ana's with a box and a label, one of Ben's, and one of everything else.

use domain::{
    api_key::{self, NewKey, Scope},
    ids::{ApiKeyId, LabelId, OrderId, WebhookEndpointId, WebhookMessageId},
    order::OrderNumber,
    outbox::{self, EndpointDraft},
};
use serde_json::{Value, json};

use crate::{
    places, products,
    support::{World, body, operators_key},
};

pub const TRACKED: &str = "1Z5R89390357567127";

/// Real objects for every path.
pub struct Objects {
    /// Ana's.
    pub own: (OrderNumber, OrderId),
    /// Ben's.
    pub other: (OrderNumber, OrderId),
    label: LabelId,
    bulk: String,
    alert: String,
    received: String,
    notice: String,
    /// One that is changed, and one that is revoked.
    keys: [String; 2],
    /// One that is changed, and one that is removed.
    endpoints: [String; 2],
    /// For the first of them.
    pub message: String,
}

impl Objects {
    pub async fn make(world: &World) -> Self {
        let tee = json!({ "name": "Tee M", "onHand": 1000, "kind": "garment", "group": { "key": "TEE", "name": "Tee" },
            "options": { "size": "M" }, "price": 2599, "currency": "EUR", "weightGrams": 180 });
        assert_eq!(products::put(world, "TEE-M", &tee).await.0, 200);
        let (own, page) = world.order(|_| ()).await;
        world.pay(&page).await;
        world.idle_until_staged(&own).await;
        let (other, _) = world.order(|body| body["customer"]["email"] = "ben@customer.test".into()).await;
        let (own_id, other_id) = (world.id(&own).await, world.id(&other).await);
        let pool = &world.shop.pool;
        sqlx::query(
            "insert into parcel (id, order_id, position, carrier, carrier_token, tracking_number, created_at)
             values ($1, $2, 1, 'UPS', 'ups', $3, now())",
        )
        .bind(uuid::Uuid::now_v7())
        .bind(own_id.0)
        .bind(TRACKED)
        .execute(pool)
        .await
        .unwrap();
        let label = LabelId::new();
        sqlx::query(
            "insert into label (id, order_id, box, status, shipment_id, service_token, carrier_token, carrier, service, file_type,
                 created_at, updated_at)
             values ($1, $2, 9, 'voided', 'spent', 'ups_ground', 'ups', 'UPS', 'Ground', 'PDF_4x6', now(), now())",
        )
        .bind(label.0)
        .bind(own_id.0)
        .execute(pool)
        .await
        .unwrap();
        let robot = operators_key(&world.shop, "robot").await;
        let look = json!({ "filter": {}, "subject": "Closed", "message": "On Friday.", "dryRun": true });
        let url = format!("{}/api/admin/notifications/bulk-send", world.url);
        let looked = world.http.post(url).bearer_auth(&robot).header("idempotency-key", "look").json(&look);
        let looked: Value = looked.send().await.unwrap().json().await.unwrap();
        let bulk = looked["id"].as_str().unwrap_or_else(|| panic!("{looked}")).to_owned();
        places::with_kitchen(world, "kitchen", |_| ()).await;
        let one = async |sql: &'static str| -> String {
            let id = uuid::Uuid::now_v7();
            sqlx::query_scalar::<_, uuid::Uuid>(sql)
                .bind(id)
                .bind(own_id.0)
                .fetch_one(pool)
                .await
                .unwrap()
                .to_string()
        };
        let alert = "insert into alert (id, order_id, kind, payload, raised_at) values ($1, $2, 'return_requested', '{}', now()) returning id";
        let received = "insert into inbox (id, provider, event_id, kind, body, about, state, received_at)
             values ($1, 'stripe', 'evt_matrix', 'customer.created', '{}', $2, 'processed', now()) returning id";
        let notice = "select id from notice where order_id = $2 and $1::uuid is not null limit 1";
        let mut keys = [String::new(), String::new()];
        for key in &mut keys {
            let id = ApiKeyId::new();
            let new = NewKey { name: "spare".into(), scopes: vec![Scope::ReadPlaces], ..NewKey::default() };
            api_key::create(&world.shop, id, &new).await.unwrap();
            *key = id.to_string();
        }
        let mut endpoints = [String::new(), String::new()];
        for endpoint in &mut endpoints {
            let id = WebhookEndpointId::new();
            let draft =
                EndpointDraft { url: "https://hooks.studio.test/".into(), ..EndpointDraft::default() };
            outbox::add(&world.shop, id, &draft).await.unwrap();
            *endpoint = id.to_string();
        }
        let message = WebhookMessageId::new();
        outbox::try_out(&world.shop, endpoints[0].parse().unwrap(), message).await.unwrap();
        Self {
            own: (own, own_id),
            other: (other, other_id),
            label,
            bulk,
            alert: one(alert).await,
            received: one(received).await,
            notice: one(notice).await,
            keys,
            endpoints,
            message: message.to_string(),
        }
    }

    /// A path about real objects.
    pub fn fill(&self, operation: &str, path: &str) -> String {
        let number = self.own.0.to_string();
        let object = |name: &str| match name {
            "number" => number.clone(),
            "trackingNumber" => TRACKED.to_owned(),
            "sku" => "TEE-M".to_owned(),
            "id" if path.starts_with("/api/production/") => number.clone(),
            "id" if path.contains("/labels/") => self.label.to_string(),
            "id" if path.contains("/templates/") => "shipped.email.es".to_owned(),
            "id" if path.contains("/bulk-send/") || path.starts_with("/api/bulk/") => self.bulk.clone(),
            "id" if path.starts_with("/api/alerts/") => self.alert.clone(),
            "id" if path.starts_with("/api/inbox/") => self.received.clone(),
            "id" if path.starts_with("/api/notices/") => self.notice.clone(),
            "id" if path.starts_with("/api/keys/") => {
                self.keys[usize::from(operation == "revokeKey")].clone()
            }
            "id" if path.starts_with("/api/webhook-endpoints/") => {
                self.endpoints[usize::from(operation == "removeWebhookEndpoint")].clone()
            }
            "message" => self.message.clone(),
            "key" if path.starts_with("/api/places/") => "kitchen".to_owned(),
            "key" if path.starts_with("/api/workflows/") => "print-factory".to_owned(),
            name => panic!("{operation}: there is no object for {{{name}}} in objects.rs"),
        };
        let parts = path.split('/').map(|part| {
            let name = part.strip_prefix('{').and_then(|part| part.strip_suffix('}'));
            name.map_or_else(|| part.to_owned(), object)
        });
        parts.collect::<Vec<_>>().join("/")
    }

    /// A storefront's new order.
    pub fn new_order(&self) -> Value {
        body(|_| ())
    }
}
