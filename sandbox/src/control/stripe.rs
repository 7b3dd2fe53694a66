//! `/_control/stripe`: what happens at Stripe without Clew's doing: in its dashboard, at a customer's bank.

use axum::Json;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::dispute::{self, Opened};
use crate::event::Cause;
use crate::intent;
use crate::refund::{self, Refund, Wanted};
use crate::world::Shared;

type Answer = (StatusCode, Json<Value>);

/// A refund made by hand.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ByHand {
    payment_intent: String,
    amount: Option<i64>,
}

/// Where a dispute stands from now on.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Turned {
    status: dispute::Status,
}

fn answer<E: std::fmt::Debug>(done: Result<Value, E>) -> Answer {
    match done {
        Ok(object) => (StatusCode::OK, Json(object)),
        Err(why) => (StatusCode::CONFLICT, Json(json!({ "error": format!("{why:?}") }))),
    }
}

/// `GET /_control/stripe/refunds`: every refund there is, newest first.
pub async fn refunds(State(world): State<Shared>) -> Json<Vec<Value>> {
    Json(world.read(|state| state.refunds.iter().rev().map(Refund::wire).collect()))
}

/// `POST /_control/stripe/refunds`: a refund made in the dashboard, which knows nothing of Clew's metadata.
pub async fn refund(State(world): State<Shared>, Json(by_hand): Json<ByHand>) -> Answer {
    answer(world.change(|state| {
        let intent = state.intents.get(&by_hand.payment_intent);
        let charge = intent.and_then(|intent| intent.latest_charge.clone()).unwrap_or_default();
        let wanted = Wanted { charge, amount: by_hand.amount, ..Wanted::default() };
        refund::create(state, wanted, &Cause::default())
    }))
}

/// `POST /_control/stripe/refunds/{id}/fail`
pub async fn fail(State(world): State<Shared>, Path(id): Path<String>) -> Answer {
    answer(world.change(|state| refund::fail(state, &id)))
}

/// `POST /_control/stripe/disputes`
pub async fn open(State(world): State<Shared>, Json(opened): Json<Opened>) -> Answer {
    answer(world.change(|state| dispute::open(state, opened)).ok_or("nothing to dispute"))
}

/// `POST /_control/stripe/disputes/{id}`
pub async fn turn(State(world): State<Shared>, Path(id): Path<String>, Json(turned): Json<Turned>) -> Answer {
    answer(world.change(|state| dispute::turn(state, &id, turned.status)).ok_or("no such dispute"))
}

/// `POST /_control/stripe/payment_intents/{id}/lapse`
pub async fn lapse(State(world): State<Shared>, Path(id): Path<String>) -> Answer {
    answer(world.change(|state| intent::lapse(state, &id)))
}

/// `POST /_control/stripe/keys/forget`: a day has passed, after which Stripe may forget idempotency keys
/// (<https://docs.stripe.com/api/idempotent_requests>).
pub async fn forget_keys(State(world): State<Shared>) -> Json<Value> {
    world.change(|state| state.answers.clear());
    Json(json!({}))
}
