//! What operations are about: one order of Ana's with a box and a label, one of Ben's, and one of everything else.

use domain::{
    ids::{LabelId, OrderId},
    order::OrderNumber,
};
use serde_json::{Value, json};

use crate::{
    products,
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
        Self { own: (own, own_id), other: (other, other_id), label, bulk }
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
            "id" if path.contains("/bulk-send/") => self.bulk.clone(),
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
