//! Job: give back what a bulk change did, a chunk at a time, and withdraw its messages. What has changed since stays, and its message goes.

use std::{collections::HashMap, time::Duration};

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    Action, BulkState, CHUNK,
    judge::{Verdict, judge_undo},
    run::{BUSY, CHUNKS},
    store,
    store::Outcomes,
};
use crate::{
    Fault, Shop,
    alert::{self, AlertKind},
    db,
    ids::BulkId,
    notice,
    order::many,
    queue::{Job, Outcome},
};

/// Undoes a bulk change.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct UndoBulk {
    /// Which.
    pub bulk: BulkId,
}

impl Job for UndoBulk {
    const NAME: &'static str = "undo_bulk";
    /// Before any message.
    const PRIORITY: i16 = 40;

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        run(shop, self.bulk).await.unwrap_or_else(Outcome::from)
    }
}

async fn run(shop: &Shop, id: BulkId) -> Result<Outcome, Fault> {
    for _ in 0..CHUNKS {
        let Some(done) = chunk(shop, id).await? else { return Ok(Outcome::Done) };
        shop.bell.ring_anything();
        if done == 0 {
            let finished = store::finish_undo(&mut *shop.pool.acquire().await?, id, shop.clock.now()).await?;
            shop.bell.ring_anything();
            return Ok(if finished { Outcome::Done } else { Outcome::Snooze(BUSY) });
        }
    }
    Ok(Outcome::Snooze(Duration::ZERO))
}

async fn chunk(shop: &Shop, id: BulkId) -> Result<Option<usize>, Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    db::by_key(&mut tx).await?;
    let Some(bulk) = store::in_state(&mut tx, id, BulkState::Undoing).await? else { return Ok(None) };
    let taken = store::take_back(&mut tx, id, CHUNK).await?;
    let ids: Vec<Uuid> = taken.iter().map(|(order, ..)| *order).collect();
    let given: HashMap<_, _> =
        taken.into_iter().map(|(order, before, version)| (order, (before, version))).collect();
    let alarms = alert::store::open_of(&mut tx, &ids, AlertKind::LabelWanted).await?;
    let mut outcomes = Outcomes::default();
    let (mut steps, mut hands) = (Vec::new(), Vec::new());
    for (order, assignee) in many::load(&mut tx, &ids).await? {
        let order_id = order.id.0;
        let Some((before, version)) = given.get(&order_id) else { continue };
        let alarmed = alarms.contains(&(order_id, Some(*version)));
        let verdict = judge_undo((order, assignee), &bulk.action, (before, *version), alarmed, bulk.language);
        outcomes.push(order_id, verdict.outcome(), verdict.reason(), None)?;
        if let Verdict::Change(changed) = verdict {
            steps.push(changed.step);
            hands.push(changed.assignee);
        }
    }
    many::write(&mut tx, &steps, &bulk.actor, now, None).await?;
    let back: Vec<Uuid> = steps.iter().map(|step| step.order.id.0).collect();
    if matches!(bulk.action, Action::Assign { .. }) {
        many::assign(&mut tx, &back, &hands).await?;
    }
    // What the move itself asked for is wanted no more; an alarm that was there before it stays.
    let raised: Vec<_> = steps.iter().filter(|step| step.payload.get("alert").is_some()).collect();
    let raised: Vec<Uuid> = raised.into_iter().map(|step| step.order.id.0).collect();
    alert::store::settle_many(&mut tx, &raised, AlertKind::LabelWanted, bulk.actor.name.as_deref(), now)
        .await?;
    let stand: Vec<_> = steps.iter().map(|step| (step.order.id.0, step.to.status)).collect();
    notice::withdraw(&mut tx, id, &stand, now).await?;
    store::settle_undo(&mut tx, id, &outcomes).await?;
    tx.commit().await?;
    Ok(Some(ids.len()))
}
