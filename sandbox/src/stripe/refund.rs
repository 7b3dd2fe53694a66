//! `/v1/refunds`.

use axum::extract::{Path, State};
use axum::{Extension, Json};
use serde_json::Value;

use super::error::ApiError;
use super::list as pages;
use super::params::Params;
use crate::event::Cause;
use crate::money::written;
use crate::refund::{self, Refund, Refused, Wanted};
use crate::world::{Shared, World};

const KNOWN: &[&str] = &[
    "amount",
    "charge",
    "currency",
    "customer",
    "expand",
    "instructions_email",
    "metadata",
    "origin",
    "payment_intent",
    "reason",
    "refund_application_fee",
    "reverse_transfer",
];

const LIST: &[&str] =
    &["charge", "created", "ending_before", "expand", "limit", "payment_intent", "starting_after"];

const REASONS: [&str; 3] = ["duplicate", "fraudulent", "requested_by_customer"];

/// `POST /v1/refunds`
pub async fn create(
    State(world): State<Shared>,
    Extension(cause): Extension<Cause>,
    params: Params,
) -> Result<Json<Value>, ApiError> {
    params.only("", KNOWN)?;
    let wanted = Wanted {
        charge: charge(&world, &params)?,
        amount: amount(&params)?,
        reason: reason(&params)?,
        metadata: params.metadata("/metadata")?,
    };
    let charge = wanted.charge.clone();
    let made = world.change(|state| refund::create(state, wanted, &cause));
    made.map(Json).map_err(|why| refused(&charge, why))
}

/// `GET /v1/refunds/{id}`
pub async fn retrieve(State(world): State<Shared>, Path(id): Path<String>) -> Result<Json<Value>, ApiError> {
    let found = world.read(|state| state.refunds.get(&id).map(Refund::wire));
    found.map(Json).ok_or_else(|| ApiError::no_such("refund", &id, "id"))
}

/// `GET /v1/refunds`, by `payment_intent`, `charge` or `created[gte]`.
pub async fn list(State(world): State<Shared>, params: Params) -> Result<Json<Value>, ApiError> {
    params.only("", LIST)?;
    let (intent, charge) = (params.text("/payment_intent"), params.text("/charge"));
    let created = params.span("/created")?;
    let wanted = |refund: &&Refund| {
        intent.is_none_or(|intent| refund.payment_intent == intent)
            && charge.is_none_or(|charge| refund.charge == charge)
            && created(refund.created)
    };
    world.read(|state| {
        let rows = state.refunds.iter().rev().filter(wanted);
        pages::page(rows, &params, "/v1/refunds", Refund::wire).map(Json)
    })
}

/// The charge that was named, or the one of the intent that was.
fn charge(world: &World, params: &Params) -> Result<String, ApiError> {
    if let Some(charge) = params.text("/charge") {
        return Ok(charge.to_owned());
    }
    let intent = params.text("/payment_intent").ok_or_else(|| {
        ApiError::refused(
            "One of the following params should be provided for this request: payment_intent or charge.",
        )
    })?;
    let found = world.read(|state| state.intents.get(intent).map(|intent| intent.latest_charge.clone()));
    found
        .ok_or_else(|| ApiError::no_such("payment_intent", intent, "payment_intent"))?
        .ok_or_else(|| without_charge(intent))
}

fn amount(params: &Params) -> Result<Option<i64>, ApiError> {
    let amount = params.integer("/amount")?;
    if amount.is_some_and(|amount| amount < 1) {
        return Err(ApiError::invalid("parameter_invalid_integer", "amount", "Invalid positive integer"));
    }
    Ok(amount)
}

fn reason(params: &Params) -> Result<Option<String>, ApiError> {
    let reason = params.text("/reason");
    if reason.is_some_and(|reason| !REASONS.contains(&reason)) {
        let message = "Invalid reason: must be one of duplicate, fraudulent, or requested_by_customer";
        return Err(ApiError::invalid("parameter_invalid", "reason", message));
    }
    Ok(reason.map(str::to_owned))
}

fn without_charge(id: &str) -> ApiError {
    ApiError::refused(format!("This PaymentIntent ({id}) does not have a successful charge to refund."))
}

fn refused(charge: &str, why: Refused) -> ApiError {
    match why {
        Refused::Unknown => ApiError::no_such("charge", charge, "charge"),
        Refused::NotCaptured => ApiError::refused(format!("Charge {charge} has not been captured.")),
        Refused::AlreadyRefunded => ApiError::unexpected(
            "charge_already_refunded",
            format!("Charge {charge} has already been refunded."),
        ),
        Refused::Disputed => ApiError::unexpected(
            "charge_disputed",
            format!("Charge {charge} has been charged back; cannot issue a refund."),
        ),
        // Stripe gives no code here, only the parameter.
        Refused::TooMuch { amount, left, captured, currency } => {
            let (what, most) = if amount > captured {
                ("charge amount", captured)
            } else {
                ("unrefunded amount on charge", left)
            };
            let money = |amount| written(amount, &currency, "en");
            let message =
                format!("Refund amount ({}) is greater than {what} ({})", money(amount), money(most));
            ApiError::refused(message).on("amount")
        }
    }
}
