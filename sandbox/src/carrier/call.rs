//! The question every API is asked in its own words: where is this parcel?

use super::Carrier;
use crate::journey::{Journey, ensure, key};
use crate::shippo::moment;
use crate::world::World;

/// The journey behind a number and the carriers' hour, unless nobody has seen anything of it yet. A number that could be
/// one of the carrier's starts on the usual journey by being asked for, but for the switch `only_scripted`.
pub fn wanted(world: &World, carrier: Carrier, number: &str) -> Option<(Journey, i64)> {
    let only_scripted = world.faults().carrier(carrier).only_scripted;
    world.change(|state| {
        if !only_scripted {
            ensure(state, carrier, number);
        }
        let now = moment::carriers_now(&state.shippo);
        let journey = state.carriers.journeys.get_mut(&key(carrier, number))?;
        journey.asked += 1;
        Some((journey.clone(), now)).filter(|(journey, now)| !journey.seen(*now).is_empty())
    })
}
