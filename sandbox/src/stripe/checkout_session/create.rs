//! `POST /v1/checkout/sessions`

use axum::Json;
use axum::extract::State;
use serde_json::Value;

use super::{check, known, line};
use crate::session::{Buyer, PaymentStatus, Session, Status};
use crate::stripe::error::ApiError;
use crate::stripe::expand;
use crate::stripe::params::Params;
use crate::world::Shared;
use crate::{clock, ids};

/// Stripe's floor in every currency that has two decimals, near enough.
const SMALLEST: i64 = 50;
const LARGEST: i64 = 99_999_999;

/// Makes an open session.
pub async fn create(State(world): State<Shared>, params: Params) -> Result<Json<Value>, ApiError> {
    let session = checked(&params)?;
    Ok(Json(world.change(|state| {
        let object = expand::session(state, &session, &world.http, &params);
        state.sessions.insert(session);
        object
    })))
}

/// The session that these parameters make, which nobody can find yet.
pub fn checked(params: &Params) -> Result<Session, ApiError> {
    params.only("", known::SESSION)?;
    params.only("/payment_intent_data", known::INTENT)?;
    check::capture_method(params)?;
    check::mode(params)?;
    let success_url = params.required("/success_url")?.to_owned();
    check::address(params, "/success_url")?;
    check::address(params, "/cancel_url")?;
    check::email(params, "/customer_email")?;
    check::email(params, "/payment_intent_data/receipt_email")?;
    check::locale(params)?;
    params.metadata("/payment_intent_data/metadata")?;
    let (line_items, currency) = line::lines(params)?;
    let session = Session {
        id: ids::session(),
        created: clock::now(),
        expires_at: check::expires_at(params)?,
        shipping: line::shipping(params, &currency)?,
        currency,
        line_items,
        success_url,
        metadata: params.metadata("/metadata")?,
        params: params.0.clone(),
        payment_link: None,
        status: Status::Open,
        payment_status: PaymentStatus::Unpaid,
        payment_intent: None,
        buyer: Buyer::default(),
        awaiting: None,
    };
    match session.amount_total() {
        1..SMALLEST => Err(ApiError::invalid(
            "amount_too_small",
            "line_items",
            "The Checkout Session's total amount due must add up to at least 0.50 of its currency.",
        )),
        total if total > LARGEST => {
            let message = "The Checkout Session's total amount must be no more than 99999999 in the smallest currency unit.";
            Err(ApiError::invalid("amount_too_large", "line_items", message))
        }
        _ => Ok(session),
    }
}
