//! `/v1/payment_intents`.

use axum::extract::{Path, State};
use axum::{Extension, Json};
use serde_json::{Value, json};

use super::error::ApiError;
use super::params::Params;
use super::{expand, list as pages};
use crate::event::Cause;
use crate::intent::{self, PaymentIntent, Status, Uncapturable};
use crate::world::{Shared, World};

const CAPTURE: &[&str] = &[
    "amount_details",
    "amount_to_capture",
    "application_fee_amount",
    "expand",
    "final_capture",
    "hooks",
    "metadata",
    "payment_details",
    "statement_descriptor",
    "statement_descriptor_suffix",
    "transfer_data",
];

const REASONS: [&str; 4] = ["duplicate", "fraudulent", "requested_by_customer", "abandoned"];

fn no_such(id: &str) -> ApiError {
    ApiError::no_such("payment_intent", id, "intent")
}

/// `GET /v1/payment_intents/{id}`
pub async fn retrieve(
    State(world): State<Shared>,
    Path(id): Path<String>,
    params: Params,
) -> Result<Json<Value>, ApiError> {
    shown(&world, &id, &params)
}

fn shown(world: &World, id: &str, params: &Params) -> Result<Json<Value>, ApiError> {
    let with_charge = params.texts("/expand").contains(&"latest_charge");
    let found = world.read(|state| expand::intent(state, id, with_charge));
    found.map(Json).ok_or_else(|| no_such(id))
}

/// `GET /v1/payment_intents`, by `created[gte]`.
pub async fn list(State(world): State<Shared>, params: Params) -> Result<Json<Value>, ApiError> {
    params.only("", &["created", "ending_before", "expand", "limit", "starting_after"])?;
    let created = params.span("/created")?;
    world.read(|state| {
        let rows = state.intents.iter().rev().filter(|intent| created(intent.created));
        pages::page(rows, &params, "/v1/payment_intents", PaymentIntent::wire).map(Json)
    })
}

/// `POST /v1/payment_intents/{id}/capture`
pub async fn capture(
    State(world): State<Shared>,
    Path(id): Path<String>,
    Extension(cause): Extension<Cause>,
    params: Params,
) -> Result<Json<Value>, ApiError> {
    params.only("", CAPTURE)?;
    let amount = params.integer("/amount_to_capture")?;
    if amount.is_some_and(|amount| amount < 1) {
        return Err(ApiError::invalid(
            "parameter_invalid_integer",
            "amount_to_capture",
            "Invalid positive integer",
        ));
    }
    let taken = world.change(|state| intent::capture(state, &id, amount, &cause));
    let refused = |why| match why {
        Uncapturable::TooMuch(most) => {
            let message = format!(
                "The amount to capture must be less than or equal to the capturable amount of the PaymentIntent ({most})."
            );
            ApiError::invalid("amount_too_large", "amount_to_capture", message)
        }
        Uncapturable::Unknown => no_such(&id),
        Uncapturable::Is(Status::Succeeded) => unexpected(
            &world,
            &id,
            "This PaymentIntent could not be captured because it has already been captured.".to_owned(),
        ),
        Uncapturable::Is(status) => {
            let message = format!(
                "This PaymentIntent could not be captured because it has a status of {}. Only a PaymentIntent with one \
                 of the following statuses may be captured: requires_capture.",
                word(status)
            );
            unexpected(&world, &id, message)
        }
    };
    taken.map_err(refused)?;
    shown(&world, &id, &params)
}

/// `POST /v1/payment_intents/{id}/cancel`
pub async fn cancel(
    State(world): State<Shared>,
    Path(id): Path<String>,
    Extension(cause): Extension<Cause>,
    params: Params,
) -> Result<Json<Value>, ApiError> {
    params.only("", &["cancellation_reason", "expand"])?;
    let reason = params.text("/cancellation_reason");
    if reason.is_some_and(|reason| !REASONS.contains(&reason)) {
        let message = format!("Invalid cancellation_reason: must be one of {}", REASONS.join(", "));
        return Err(ApiError::invalid("parameter_invalid", "cancellation_reason", message));
    }
    let reason = reason.map(str::to_owned);
    let canceled = world.change(|state| intent::cancel(state, &id, reason, &cause));
    let refused = |why| match why {
        Uncapturable::Unknown | Uncapturable::TooMuch(_) => no_such(&id),
        Uncapturable::Is(Status::RequiresPaymentMethod | Status::RequiresAction) => {
            ApiError::refused("You cannot perform this action on PaymentIntents created by Checkout.")
        }
        Uncapturable::Is(status) => {
            let message = format!(
                "You cannot cancel this PaymentIntent because it has a status of {}. Only a PaymentIntent with one of \
                 the following statuses may be canceled: requires_payment_method, requires_capture, \
                 requires_confirmation, requires_action.",
                word(status)
            );
            unexpected(&world, &id, message)
        }
    };
    canceled.map_err(refused)?;
    shown(&world, &id, &params)
}

fn unexpected(world: &World, id: &str, message: String) -> ApiError {
    let intent = world.read(|state| state.intents.get(id).map(PaymentIntent::wire));
    ApiError::unexpected("payment_intent_unexpected_state", message).about(intent)
}

fn word(status: Status) -> String {
    json!(status).as_str().unwrap_or_default().to_owned()
}
