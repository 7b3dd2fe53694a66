//! One knock: signed at this moment, answered or not, and written down either way.

use std::time::Duration;

use crate::clock;
use crate::event::Try;
use crate::webhook::{Target, signature};
use crate::world::World;

/// How long an endpoint may think.
pub(super) const TIMEOUT: Duration = Duration::from_secs(10);

/// Sends the event once; true when it was accepted.
pub(super) async fn attempt(world: &World, id: &str, target: &Target) -> bool {
    let Some(body) = world.read(|state| state.events.get(id).map(|event| event.wire().to_string())) else {
        return false;
    };
    let at = clock::now();
    let answer = world
        .client
        .post(&target.url)
        .header("content-type", "application/json; charset=utf-8")
        .header("stripe-signature", signature::header(&target.secret, at, body.as_bytes()))
        .body(body)
        .send()
        .await;
    let accepted = answer.as_ref().is_ok_and(|answer| answer.status().is_success());
    let made = match answer {
        Ok(answer) => Try { at, status: Some(answer.status().as_u16()), error: None },
        Err(error) => Try { at, status: None, error: Some(error.without_url().to_string()) },
    };
    if !accepted {
        tracing::info!(event = id, status = made.status, error = made.error, "webhook not accepted");
    }
    note(world, id, made);
    accepted
}

/// Adds to the event's record.
pub(super) fn note(world: &World, id: &str, made: Try) {
    world.change(|state| {
        if let Some(event) = state.events.get_mut(id) {
            event.tries.push(made);
        }
    });
}
