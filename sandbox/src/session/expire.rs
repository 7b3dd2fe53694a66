//! A session runs out: its time came, the shop closed it, or the customer asked the demo to.

use serde_json::Value;

use super::Status;
use crate::event::{Cause, record};
use crate::state::State;
use crate::{clock, intent};

/// Why a session could not expire.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotOpen {
    /// No such session.
    Unknown,
    /// It has this status already.
    Is(Status),
}

/// Expires an open session, and cancels its intent if somebody had tried to pay.
pub fn expire(state: &mut State, id: &str, http: &str, cause: &Cause) -> Result<Value, NotOpen> {
    let session = state.sessions.get_mut(id).ok_or(NotOpen::Unknown)?;
    if session.status != Status::Open {
        return Err(NotOpen::Is(session.status));
    }
    session.status = Status::Expired;
    session.awaiting = None;
    let object = session.wire(http);
    let canceled = session.payment_intent.clone().and_then(|intent| {
        let intent = state.intents.get_mut(&intent)?;
        intent.status = intent::Status::Canceled;
        intent.canceled_at = Some(clock::now());
        Some(intent.wire())
    });
    record(state, "checkout.session.expired", object.clone(), cause);
    if let Some(canceled) = canceled {
        record(state, "payment_intent.canceled", canceled, cause);
    }
    Ok(object)
}
