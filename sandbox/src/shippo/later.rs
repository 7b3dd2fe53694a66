//! What carriers do in their own time: answer a purchase, take a label back, scan a parcel.

use std::time::Duration;

use super::refund::{self, Refund, Status as Giving};
use super::transaction::{self, Status as Label};
use super::{track, webhook};
use crate::world::Shared;

/// How often the carriers' clock is looked at; scans are hours apart.
const LOOK: Duration = Duration::from_secs(20);

/// Answers a purchase after the delay of the switches.
#[expect(clippy::disallowed_methods, reason = "a carrier that takes its time is a wait for the clock")]
pub fn label(world: &Shared, id: String) {
    let (world, wait) = (world.clone(), delay(world));
    tokio::spawn(async move {
        tokio::time::sleep(wait).await;
        world.change(|state| transaction::settle(state, &id, &world.http));
    });
}

/// Answers a refund after the same delay.
#[expect(clippy::disallowed_methods, reason = "a carrier that takes its time is a wait for the clock")]
pub fn refund(world: &Shared, id: String) {
    let (world, wait) = (world.clone(), delay(world));
    tokio::spawn(async move {
        tokio::time::sleep(wait).await;
        world.change(|state| refund::settle(state, &id));
    });
}

fn delay(world: &Shared) -> Duration {
    Duration::from_millis(world.faults().shippo.label_delay_ms)
}

/// Takes up what the last run left open, then scans parcels when they are due, for as long as the world exists.
#[expect(clippy::disallowed_methods, reason = "a scan is a moment on the clock")]
pub async fn watch(world: Shared) {
    webhook::point(&world);
    let (labels, refunds) = world.read(|state| {
        let labels = state.shippo.transactions.iter().filter(|row| row.status == Label::Queued);
        let waiting = |row: &&Refund| matches!(row.status, Giving::Queued | Giving::Pending);
        let refunds = state.shippo.refunds.iter().filter(waiting);
        let labels: Vec<String> = labels.map(|row| row.id.clone()).collect();
        (labels, refunds.map(|row| row.id.clone()).collect::<Vec<String>>())
    });
    labels.into_iter().for_each(|id| label(&world, id));
    refunds.into_iter().for_each(|id| refund(&world, id));
    loop {
        if world.read(|state| track::any_due(&state.shippo)) {
            world.change(track::catch_up);
        }
        tokio::time::sleep(LOOK).await;
    }
}
