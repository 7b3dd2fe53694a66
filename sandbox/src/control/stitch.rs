//! `POST /_control/stitch/payments`: what becomes of a payment by bank. Stitch's own pages are not stood in for; all
//! Clew ever hears is this webhook.

use axum::Json;
use axum::extract::State;
use serde::{Deserialize, Serialize};
use serde_json::{Value, json};

use crate::provider::Provider;
use crate::world::Shared;
use crate::{clock, event, ids};

/// How it ended.
#[derive(Debug, Clone, Copy, Serialize, Deserialize)]
pub enum Ending {
    /// The money is on its way.
    Completed,
    /// The customer went back.
    Cancelled,
    /// Nobody came.
    Expired,
    /// Not ended.
    Pending,
}

/// The documented body, or the one another integration reports.
#[derive(Debug, Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shape {
    /// `data.client.paymentInitiationRequests.node`
    #[default]
    Nested,
    /// `type` and `data.status`
    Flat,
}

/// One piece of news.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payment {
    external_reference: String,
    /// Major units: `29.00`.
    quantity: String,
    currency: String,
    state: Ending,
    #[serde(default)]
    shape: Shape,
    /// The payment's own id; the same one again for the next news about it.
    id: Option<String>,
}

impl Payment {
    fn body(&self, id: &str) -> Value {
        let amount = json!({ "quantity": self.quantity, "currency": self.currency });
        match self.shape {
            Shape::Nested => json!({ "data": { "client": { "paymentInitiationRequests": { "node": {
                "__typename": "PaymentInitiationRequest",
                "id": id,
                "externalReference": self.external_reference,
                "amount": amount,
                "state": { "__typename": self.typename(), "date": clock::iso(clock::now()) },
            } } } } }),
            Shape::Flat => json!({
                "type": "payment",
                "data": {
                    "id": id,
                    "externalReference": self.external_reference,
                    "amount": amount,
                    "status": self.typename(),
                },
            }),
        }
    }

    fn typename(&self) -> String {
        format!("PaymentInitiationRequest{}", json!(self.state).as_str().unwrap_or_default())
    }
}

/// Sends the webhook; answers with its `svix-id` and the payment's id.
pub async fn pay(State(world): State<Shared>, Json(payment): Json<Payment>) -> Json<Value> {
    let id = payment.id.clone().unwrap_or_else(ids::payment_request);
    let message = world.change(|state| event::tell(state, Provider::Stitch, "payment", payment.body(&id)));
    Json(json!({ "id": id, "message": message }))
}
