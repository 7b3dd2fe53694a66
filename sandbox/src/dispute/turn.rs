//! A dispute goes on, or comes to its end.

use serde_json::{Value, json};

use super::Status;
use crate::event::{Cause, record, record_update};
use crate::state::State;

/// Gives it another status, whichever that is: banks do change their minds.
pub fn turn(state: &mut State, id: &str, status: Status) -> Option<Value> {
    let dispute = state.disputes.get_mut(id)?;
    let (before, had) = (dispute.status, dispute.withdrawn);
    dispute.status = status;
    dispute.withdrawn = status.withdraws();
    let (object, has) = (dispute.wire(), dispute.withdrawn);
    if status.closed() {
        record(state, "charge.dispute.closed", object.clone(), &Cause::default());
    } else {
        let previous = json!({ "status": before });
        record_update(state, "charge.dispute.updated", object.clone(), previous, &Cause::default());
    }
    match (had, has) {
        (false, true) => record(state, "charge.dispute.funds_withdrawn", object.clone(), &Cause::default()),
        (true, false) => record(state, "charge.dispute.funds_reinstated", object.clone(), &Cause::default()),
        _ => {}
    }
    Some(object)
}
