//! What becomes of a refund after it was made.

use std::time::Duration;

use serde_json::{Value, json};

use super::Status;
use crate::event::{Cause, record, record_update};
use crate::state::State;
use crate::world::Shared;

/// Days in life.
const MOMENT: Duration = Duration::from_millis(700);

/// There is no refund that could fail.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotRefunded;

/// The customer's bank sends the money back.
pub fn fail(state: &mut State, id: &str) -> Result<Value, NotRefunded> {
    let refund = state.refunds.get_mut(id).ok_or(NotRefunded)?;
    let before = refund.status;
    if before == Status::Failed {
        return Err(NotRefunded);
    }
    refund.status = Status::Failed;
    let (object, amount) = (refund.wire(), refund.amount);
    if let Some(charge) = state.charges.get_mut(&refund.charge) {
        charge.refund(-amount);
    }
    let previous = json!({ "status": before });
    record_update(state, "refund.updated", object.clone(), previous.clone(), &Cause::default());
    record(state, "refund.failed", object.clone(), &Cause::default());
    record_update(state, "charge.refund.updated", object.clone(), previous, &Cause::default());
    Ok(object)
}

/// The customer's bank takes the money.
fn succeed(state: &mut State, id: &str) {
    let Some(refund) = state.refunds.get_mut(id).filter(|refund| refund.status == Status::Pending) else {
        return;
    };
    refund.status = Status::Succeeded;
    let (object, previous) = (refund.wire(), json!({ "status": "pending" }));
    record_update(state, "refund.updated", object.clone(), previous.clone(), &Cause::default());
    record_update(state, "charge.refund.updated", object, previous, &Cause::default());
}

/// Refunds of cards with a quirk go on by themselves, for as long as the world exists.
#[expect(clippy::disallowed_methods, reason = "a bank takes its time")]
pub async fn watch(world: Shared) {
    let mut changes = world.changes();
    loop {
        let due: Vec<String> = world.read(|state| state.unsettled_refunds.clone());
        if due.is_empty() {
            if changes.changed().await.is_err() {
                return;
            }
            continue;
        }
        tokio::time::sleep(MOMENT).await;
        world.change(|state| {
            for id in &due {
                match state.refunds.get(id).map(|refund| refund.status) {
                    Some(Status::Pending) => succeed(state, id),
                    // Somebody may have made it fail by hand in the meantime.
                    Some(Status::Succeeded) => drop(fail(state, id)),
                    Some(Status::Failed) | None => {}
                }
            }
            state.unsettled_refunds.retain(|id| !due.contains(id));
        });
    }
}
