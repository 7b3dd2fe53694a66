//! Nothing will be paid: the shop says so, or the bank has waited long enough.

use serde_json::Value;

use super::{Status, Uncapturable};
use crate::clock;
use crate::event::{Cause, record};
use crate::session;
use crate::state::State;

/// The shop gives up; what was set aside goes back. An intent whose checkout is open belongs to the checkout.
pub fn cancel(
    state: &mut State,
    id: &str,
    reason: Option<String>,
    cause: &Cause,
) -> Result<Value, Uncapturable> {
    let intent = state.intents.get(id).ok_or(Uncapturable::Unknown)?;
    let (status, session) = (intent.status, state.sessions.get(&intent.session));
    let open = session.is_some_and(|session| session.status == session::Status::Open);
    match status {
        Status::RequiresCapture => {}
        Status::RequiresPaymentMethod | Status::RequiresAction if !open => {}
        other => return Err(Uncapturable::Is(other)),
    }
    let (object, _) = end(state, id, reason).ok_or(Uncapturable::Unknown)?;
    record(state, "payment_intent.canceled", object.clone(), cause);
    Ok(object)
}

/// Nobody took the money in time, so the bank lets go of it.
pub fn lapse(state: &mut State, id: &str) -> Result<Value, Uncapturable> {
    let status = state.intents.get(id).ok_or(Uncapturable::Unknown)?.status;
    if status != Status::RequiresCapture {
        return Err(Uncapturable::Is(status));
    }
    let (object, charge) = end(state, id, Some("automatic".to_owned())).ok_or(Uncapturable::Unknown)?;
    if let Some(charge) = charge {
        record(state, "charge.expired", charge, &Cause::default());
    }
    record(state, "payment_intent.canceled", object.clone(), &Cause::default());
    Ok(object)
}

/// The intent and its charge as they are then.
fn end(state: &mut State, id: &str, reason: Option<String>) -> Option<(Value, Option<Value>)> {
    let intent = state.intents.get_mut(id)?;
    let held = intent.latest_charge.clone().filter(|_| intent.status == Status::RequiresCapture);
    intent.status = Status::Canceled;
    intent.canceled_at = Some(clock::now());
    intent.cancellation_reason = Some(reason.unwrap_or_default()).filter(|reason| !reason.is_empty());
    let object = intent.wire();
    let charge = held.and_then(|charge| state.charges.get_mut(&charge)).map(|charge| {
        charge.release();
        charge.wire()
    });
    Some((object, charge))
}
