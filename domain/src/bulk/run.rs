//! Job: do a bulk change, a chunk at a time.
//!
//! A chunk is one transaction: its orders, events, notices, jobs and outcomes are there together or not at all. After a crash the job goes
//! on with what has no outcome yet, so that every order has exactly one.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

use super::{
    Action, BulkState, CHUNK,
    judge::{Verdict, judge},
    labels, message, store,
    store::{Bulk, Outcomes},
};
use crate::{
    Fault, Shop,
    clock::At,
    db,
    ids::BulkId,
    order::many,
    queue::{Job, Outcome},
};

/// Chunks an attempt does at most: it stays well within a worker's patience, and goes on in the next.
pub(super) const CHUNKS: usize = 20;
/// Before orders that somebody holds are tried again.
pub(super) const BUSY: Duration = Duration::from_millis(300);

/// Does a bulk change.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct RunBulk {
    /// Which.
    pub bulk: BulkId,
}

impl Job for RunBulk {
    const NAME: &'static str = "run_bulk";
    /// After what a single order waits for.
    const PRIORITY: i16 = 60;

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        run(shop, self.bulk).await.unwrap_or_else(Outcome::from)
    }
}

async fn run(shop: &Shop, id: BulkId) -> Result<Outcome, Fault> {
    for _ in 0..CHUNKS {
        let Some(done) = chunk(shop, id).await? else { return Ok(Outcome::Done) };
        shop.bell.ring_anything();
        shop.reach("bulk-chunk").await;
        if done == 0 {
            let finished = store::finish(&mut *shop.pool.acquire().await?, id, shop.clock.now()).await?;
            shop.bell.ring_anything();
            return Ok(if finished { Outcome::Done } else { Outcome::Snooze(BUSY) });
        }
    }
    Ok(Outcome::Snooze(Duration::ZERO))
}

/// The next chunk: how many orders got their outcome; `None` when the change does not run (any more).
async fn chunk(shop: &Shop, id: BulkId) -> Result<Option<usize>, Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    db::by_key(&mut tx).await?;
    let Some(bulk) = store::in_state(&mut tx, id, BulkState::Running).await? else { return Ok(None) };
    let labels = bulk.action == Action::BuyLabels;
    let ids = store::take(&mut tx, id, if labels { 1 } else { CHUNK }).await?;
    let outcomes = if labels {
        want_labels(&mut tx, &bulk, &ids, now).await?
    } else {
        change(&mut tx, (id, &bulk), &ids, now).await?
    };
    store::settle(&mut tx, id, &outcomes).await?;
    tx.commit().await?;
    Ok(Some(ids.len()))
}

async fn change(
    conn: &mut sqlx::PgConnection,
    (id, bulk): (BulkId, &Bulk),
    ids: &[Uuid],
    now: At,
) -> Result<Outcomes, Fault> {
    let mut outcomes = Outcomes::default();
    let (mut steps, mut hands) = (Vec::new(), Vec::new());
    let silenced = message::silenced(conn, &bulk.action, ids).await?;
    for (order, assignee) in many::load(conn, ids).await? {
        let (order_id, version) = (order.id.0, order.version + 1);
        let verdict =
            judge((order, assignee), &bulk.action, bulk.language).unless(silenced.contains(&order_id));
        let (outcome, reason) = (verdict.outcome(), verdict.reason().cloned());
        let change = match verdict {
            Verdict::Change(changed) => {
                steps.push(changed.step);
                hands.push(changed.assignee);
                Some((changed.before, version))
            }
            _ => None,
        };
        outcomes.push(order_id, outcome, reason.as_ref(), change)?;
    }
    many::write(conn, &steps, &bulk.actor, now, bulk.held_until.map(|until| (id, until))).await?;
    message::write(conn, (id, bulk), &steps, now).await?;
    if matches!(bulk.action, Action::Assign { .. }) {
        let changed: Vec<Uuid> = steps.iter().map(|step| step.order.id.0).collect();
        many::assign(conn, &changed, &hands).await?;
    }
    Ok(outcomes)
}

async fn want_labels(
    conn: &mut sqlx::PgConnection,
    bulk: &Bulk,
    ids: &[Uuid],
    now: At,
) -> Result<Outcomes, Fault> {
    let mut outcomes = Outcomes::default();
    for order in ids {
        let (outcome, reason) = labels::want(conn, &bulk.actor, *order, now).await?;
        outcomes.push(*order, outcome, reason.as_ref(), None)?;
    }
    Ok(outcomes)
}
