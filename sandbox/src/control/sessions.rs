//! `/_control/sessions`: what a customer would do, without the page.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::event::Cause;
use crate::session::{self, Attempt, Buyer, Outcome, ShippingAddress};
use crate::world::Shared;

/// How to pay.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Payment {
    #[serde(default)]
    card: String,
    #[serde(default)]
    delayed: bool,
    #[serde(default)]
    name: Option<String>,
    #[serde(default)]
    email: Option<String>,
    #[serde(default)]
    phone: Option<String>,
    #[serde(default)]
    shipping: Option<ShippingAddress>,
}

/// How a delayed payment ends.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ending {
    succeeded: bool,
}

/// `POST /_control/sessions/{id}/pay`: a bank's question counts as answered.
pub async fn pay(
    State(world): State<Shared>,
    Path(id): Path<String>,
    Json(payment): Json<Payment>,
) -> (StatusCode, Json<Value>) {
    let attempt = Attempt {
        number: payment.card,
        buyer: Buyer {
            name: payment.name,
            email: payment.email,
            phone: payment.phone,
            shipping: payment.shipping,
        },
        delayed: payment.delayed,
        unattended: true,
    };
    let outcome = world.change(|state| session::pay(state, &id, &world.http, attempt));
    let (status, answer) = match outcome {
        Outcome::Complete => (StatusCode::OK, json!({ "status": "complete" })),
        Outcome::Declined(why) => {
            (StatusCode::OK, json!({ "declined": why.decline_code.unwrap_or(why.code) }))
        }
        Outcome::Expired => (StatusCode::CONFLICT, json!({ "status": "expired" })),
        Outcome::Authenticate => (StatusCode::CONFLICT, json!({ "status": "requires_action" })),
        Outcome::Unknown => (StatusCode::NOT_FOUND, json!({ "error": "no such session" })),
    };
    (status, Json(answer))
}

/// `POST /_control/sessions/{id}/expire`
pub async fn expire(State(world): State<Shared>, Path(id): Path<String>) -> (StatusCode, Json<Value>) {
    match world.change(|state| session::expire(state, &id, &world.http, &Cause::default())) {
        Ok(_) => (StatusCode::OK, Json(json!({ "status": "expired" }))),
        Err(session::NotOpen::Is(status)) => (StatusCode::CONFLICT, Json(json!({ "status": status }))),
        Err(session::NotOpen::Unknown) => {
            (StatusCode::NOT_FOUND, Json(json!({ "error": "no such session" })))
        }
    }
}

/// `POST /_control/sessions/{id}/async`
pub async fn settle(
    State(world): State<Shared>,
    Path(id): Path<String>,
    Json(ending): Json<Ending>,
) -> (StatusCode, Json<Value>) {
    match world.change(|state| session::settle(state, &id, &world.http, ending.succeeded)) {
        Ok(()) => (
            StatusCode::OK,
            Json(json!({ "payment_status": if ending.succeeded { "paid" } else { "unpaid" } })),
        ),
        Err(session::NotProcessing) => {
            (StatusCode::CONFLICT, Json(json!({ "error": "no delayed payment under way" })))
        }
    }
}
