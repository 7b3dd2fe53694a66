//! One event's way to Clew: through the fault switches, then again and again until it is accepted.

use std::time::Duration;

use tokio::time::sleep;

use super::attempt::{Answer, attempt, note};
use crate::clock;
use crate::event::{Delivery, Try};
use crate::faults::take;
use crate::provider::Provider;
use crate::webhook::Target;
use crate::world::Shared;

const FIRST_PAUSE: Duration = Duration::from_millis(250);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);
const MOST_ATTEMPTS: u32 = 200;

/// Delivers one event, and its duplicates if the switch says so.
#[expect(clippy::disallowed_methods, reason = "the delay switch is a delay")]
pub(super) async fn deliver(world: Shared, id: String) {
    let Some(provider) = world.read(|state| state.events.get(&id).map(|event| event.provider)) else {
        return;
    };
    let (dropped, switches) = {
        let mut faults = world.faults();
        let faults = faults.webhooks(provider);
        (take(&mut faults.drop), faults.clone())
    };
    if dropped {
        note(
            &world,
            &id,
            Try { at: clock::now(), status: None, error: Some("dropped on purpose".to_owned()) },
        );
        return settle(&world, &id, Delivery::Abandoned);
    }
    if switches.delay_ms > 0 {
        sleep(Duration::from_millis(switches.delay_ms)).await;
    }
    let held = if switches.reorder { world.routes.of(provider).turn.swap().await } else { None };
    let accepted = until_accepted(&world, &id, provider).await;
    drop(held);
    settle(&world, &id, if accepted { Delivery::Delivered } else { Delivery::Abandoned });
    for _ in 0..switches.duplicate {
        until_accepted(&world, &id, provider).await;
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "back-off is a wait for the clock; a new target ends it at once"
)]
async fn until_accepted(world: &Shared, id: &str, provider: Provider) -> bool {
    let mut pause = FIRST_PAUSE;
    let mut targets = world.routes.of(provider).target.subscribe();
    for _ in 0..MOST_ATTEMPTS {
        // An event nobody listens for yet waits for the first listener rather than being lost.
        let Ok(target) = targets.wait_for(Option::is_some).await.map(|target| target.clone()) else {
            return false;
        };
        let Some(target): Option<Target> = target else { continue };
        match attempt(world, id, provider, &target).await {
            Answer::Accepted => return true,
            Answer::Refused => return false,
            Answer::Again => {}
        }
        tokio::select! {
            () = sleep(pause) => pause = (pause * 2).min(LONGEST_PAUSE),
            _ = targets.changed() => pause = FIRST_PAUSE,
        }
    }
    false
}

fn settle(world: &Shared, id: &str, delivery: Delivery) {
    world.change(|state| {
        if let Some(event) = state.events.get_mut(id) {
            event.delivery = delivery;
        }
    });
}
