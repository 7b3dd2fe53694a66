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
    let found = world.read(|state| {
        let event = state.events.get(&id)?;
        Some((event.provider, event.door.clone(), event.lot.clone()))
    });
    let Some((provider, door, lot)) = found else { return };
    let (dropped, switches) = {
        let mut faults = world.faults();
        let faults = faults.webhooks(provider);
        (take(&mut faults.drop), faults.clone())
    };
    let luck = switches.luck(lot.as_deref().unwrap_or(&id));
    let door = door.map(|door| Target { url: door.url, secret: None });
    if dropped || luck.lost {
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
    if let Some(while_others_pass) = luck.held {
        sleep(while_others_pass).await;
    }
    let held = if switches.reorder { world.routes.of(provider).turn.swap().await } else { None };
    let accepted = until_accepted(&world, &id, provider, door.as_ref()).await;
    drop(held);
    settle(&world, &id, if accepted { Delivery::Delivered } else { Delivery::Abandoned });
    for _ in 0..switches.duplicate + u32::from(luck.repeated) {
        until_accepted(&world, &id, provider, door.as_ref()).await;
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "back-off is a wait for the clock; a new target ends it at once"
)]
async fn until_accepted(world: &Shared, id: &str, provider: Provider, door: Option<&Target>) -> bool {
    let mut pause = FIRST_PAUSE;
    let mut targets = world.routes.of(provider).target.subscribe();
    for _ in 0..most_attempts(provider) {
        let target = match door {
            Some(door) => door.clone(),
            // Carriers whose portal knows no address push nothing.
            None if is_carrier(provider) && targets.borrow().is_none() => return false,
            None => {
                // An event nobody listens for yet waits for the first listener rather than being lost.
                let Ok(target) = targets.wait_for(Option::is_some).await.map(|target| target.clone()) else {
                    return false;
                };
                let Some(target): Option<Target> = target else { continue };
                target
            }
        };
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

fn is_carrier(provider: Provider) -> bool {
    matches!(provider, Provider::Fedex | Provider::Ups | Provider::Dhl)
}

/// FedEx asks three times more, with shorter pauses here than its five minutes; of UPS nothing is promised but that events
/// will be lost.
fn most_attempts(provider: Provider) -> u32 {
    match provider {
        Provider::Fedex => 4,
        Provider::Ups => 1,
        _ => MOST_ATTEMPTS,
    }
}

fn settle(world: &Shared, id: &str, delivery: Delivery) {
    world.change(|state| {
        if let Some(event) = state.events.get_mut(id) {
            event.delivery = delivery;
        }
    });
}
