//! Verb: open orders of older versions go to the newest one, in chunks, by the rule the preview has asked.

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{Fate, Mapping, Standing, fate, store};
use crate::{
    Fault, Reason, Shop,
    event::Source,
    history::Actor,
    ids::OrderId,
    order::{self, adopt_step},
    payment,
    queue::{self, Job, Outcome},
    staff::Person,
};

const CHUNK: i64 = 100;

/// Begins to move them; the answer is the run, whose progress [`store::run`] tells.
///
/// # Errors
/// [`Fault::NotFound`] when there is no such workflow; [`Fault::Refused`] while they are being moved already.
pub async fn move_orders(shop: &Shop, by: &Person, key: &str, mapping: &Mapping) -> Result<Uuid, Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let to = store::newest(&mut tx, key).await?.ok_or(Fault::NotFound)?;
    let run = Uuid::now_v7();
    if !store::begin_run(&mut tx, run, &to, mapping, &by.name, now).await? {
        return Err(Reason::MoveRuns.into());
    }
    queue::enqueue(&mut tx, &MoveOrders { run }).await?;
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(run)
}

/// Moves the next hundred of a run.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct MoveOrders {
    /// Which.
    pub run: Uuid,
}

impl Job for MoveOrders {
    const NAME: &'static str = "move_workflow_orders";
    // What a customer waits for goes first.
    const PRIORITY: i16 = 150;

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        match step(shop, self.run).await {
            Ok(()) => Outcome::Done,
            Err(fault) => fault.into(),
        }
    }
}

/// One chunk, in one transaction with its progress and the job of the next: a crash loses nothing and repeats nothing.
async fn step(shop: &Shop, id: Uuid) -> Result<(), Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    let run = store::lock_run(&mut tx, id).await?;
    let orders = store::next_orders(&mut tx, &run, CHUNK).await?;
    let by = Actor { source: Source::Staff, name: Some(run.asked_by.clone()), request: None };
    let (mut moved, mut refused): (Vec<OrderId>, usize) = (Vec::new(), 0);
    for order in &orders {
        let mut locked = order::store::lock(&mut tx, *order).await?;
        // Somebody may have ended it between the list and the lock.
        if locked.state.status.is_end() {
            continue;
        }
        let standing = Standing {
            stage: locked.state.stage.clone(),
            payment: locked.state.payment,
            manual: payment::store::of_order(&mut tx, *order).await?.manual,
        };
        let target = match fate(&standing, &locked.workflow, &run.definition, &run.mapping, locked.language) {
            Fate::Stays => standing.stage,
            Fate::Goes(stage) => Some(stage),
            Fate::Refused(reason) => {
                store::note_refusal(&mut tx, id, *order, &reason).await?;
                refused += 1;
                continue;
            }
        };
        adopt_step(&mut tx, &mut locked, (run.workflow, &run.definition), target, &by, now).await?;
        moved.push(*order);
    }
    let done = orders.len() < CHUNK as usize;
    store::progress(&mut tx, id, orders.last().copied(), (moved.len(), refused), done.then_some(now)).await?;
    if !done {
        queue::enqueue(&mut tx, &MoveOrders { run: id }).await?;
    }
    tx.commit().await?;
    for order in moved {
        shop.bell.ring(order);
    }
    Ok(())
}
