//! Money that was set aside is taken, all of it or a part; the rest goes back at once.

use serde_json::Value;

use super::Status;
use crate::event::{Cause, record};
use crate::session::PaymentStatus;
use crate::state::State;

/// Why nothing was taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Uncapturable {
    /// No such intent.
    Unknown,
    /// Nothing is set aside.
    Is(Status),
    /// More than this was asked for.
    TooMuch(i64),
}

/// Takes `amount`, or everything.
pub fn capture(
    state: &mut State,
    id: &str,
    amount: Option<i64>,
    cause: &Cause,
) -> Result<Value, Uncapturable> {
    let intent = state.intents.get_mut(id).ok_or(Uncapturable::Unknown)?;
    if intent.status != Status::RequiresCapture {
        return Err(Uncapturable::Is(intent.status));
    }
    let amount = amount.unwrap_or(intent.amount);
    if amount > intent.amount {
        return Err(Uncapturable::TooMuch(intent.amount));
    }
    intent.status = Status::Succeeded;
    intent.captured = Some(amount);
    let (object, charge, session) = (intent.wire(), intent.latest_charge.clone(), intent.session.clone());
    let charge = charge.and_then(|charge| state.charges.get_mut(&charge)).map(|charge| {
        charge.capture(amount);
        charge.wire()
    });
    // Nobody is told: the session only looks different from now on.
    if let Some(session) = state.sessions.get_mut(&session) {
        session.payment_status = PaymentStatus::Paid;
    }
    if let Some(charge) = charge {
        record(state, "charge.captured", charge, cause);
    }
    record(state, "payment_intent.succeeded", object.clone(), cause);
    Ok(object)
}
