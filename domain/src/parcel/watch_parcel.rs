//! Job: judge whether a parcel needs a person: when something was told of it, and every hour because silence tells nothing.

use serde::{Deserialize, Serialize};
use serde_json::json;
use sqlx::PgConnection;
use uuid::Uuid;

use super::{alarm_store, alarm_store::Judged};
use crate::{
    Fault, Shop,
    alert::{self, AlertKind},
    clock::At,
    ids::{OrderId, ParcelId},
    order,
    queue::{self, Job, Outcome},
};

/// Judges one parcel.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WatchParcel {
    /// Which.
    pub parcel: ParcelId,
    /// Whose.
    pub order: OrderId,
}

impl Job for WatchParcel {
    const NAME: &'static str = "watch_parcel";

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        match watch(shop, self.order, self.parcel).await {
            Ok(()) => Outcome::Done,
            Err(fault) => fault.into(),
        }
    }
}

/// Has the alarms of orders judged anew, in the transaction that moved them: who has it waits for no parcel.
///
/// # Errors
/// When PostgreSQL is away.
pub(crate) async fn judge_again(conn: &mut PgConnection, orders: &[Uuid]) -> Result<(), Fault> {
    for (parcel, order) in alarm_store::with_alarm(conn, orders).await? {
        queue::enqueue(conn, &WatchParcel { parcel, order }).await?;
    }
    Ok(())
}

/// Judges all that are under way, some hundreds at a time.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WatchParcels {
    /// After this one.
    pub after: Option<ParcelId>,
}

/// So many parcels are looked at in one job.
const BATCH: i64 = 500;

impl Job for WatchParcels {
    const NAME: &'static str = "watch_parcels";

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        match watch_some(shop, self.after).await {
            Ok(()) => Outcome::Done,
            Err(fault) => fault.into(),
        }
    }
}

async fn watch_some(shop: &Shop, after: Option<ParcelId>) -> Result<(), Fault> {
    let some = alarm_store::under_way(&shop.pool, after.unwrap_or(ParcelId(Uuid::nil())), BATCH).await?;
    for (parcel, order) in &some {
        // Most have nothing new: only those that have are locked.
        let mut conn = shop.pool.acquire().await?;
        let is_so = is_as_it_was(&mut conn, shop, *parcel).await?;
        drop(conn);
        if !is_so {
            watch(shop, *order, *parcel).await?;
        }
    }
    if let Some((last, _)) = some.last() {
        let mut tx = shop.pool.begin().await?;
        queue::enqueue(&mut tx, &WatchParcels { after: Some(*last) }).await?;
        tx.commit().await?;
        shop.bell.work_waits();
    }
    Ok(())
}

async fn is_as_it_was(conn: &mut PgConnection, shop: &Shop, id: ParcelId) -> Result<bool, Fault> {
    let Some(judged) = alarm_store::judged(conn, shop, id).await? else { return Ok(true) };
    Ok(judged.alarm(shop, shop.clock.now()) == alarm_store::open(conn, id).await?)
}

async fn watch(shop: &Shop, order: OrderId, id: ParcelId) -> Result<(), Fault> {
    let now = shop.clock.now();
    let mut tx = shop.pool.begin().await?;
    order::store::lock(&mut tx, order).await?;
    let Some(judged) = alarm_store::judged(&mut tx, shop, id).await? else { return Ok(()) };
    let alarm = judged.alarm(shop, now);
    if alarm == alarm_store::open(&mut tx, id).await? {
        return Ok(());
    }
    alarm_store::replace(&mut tx, id, alarm, now).await?;
    tell_staff(&mut tx, order, (id, &judged), now).await?;
    tx.commit().await?;
    shop.bell.ring(order);
    Ok(())
}

/// An order has one such alarm: the gravest of its parcels.
async fn tell_staff(
    conn: &mut PgConnection,
    order: OrderId,
    (id, judged): (ParcelId, &Judged),
    now: At,
) -> Result<(), Fault> {
    let kind = AlertKind::TrackingProblem;
    match alarm_store::gravest(conn, order).await? {
        None => drop(alert::store::settle(conn, order, kind, None, now).await?),
        Some((parcel, alarm)) => {
            let payload = json!({
                "parcel": parcel,
                "alarm": alarm.kind,
                "todo": alarm.todo.as_str(),
                "deadline": alarm.deadline,
                "detail": judged.words.as_ref().filter(|_| parcel == id),
            });
            alert::store::raise_or_change(conn, order, kind, payload, now).await?;
        }
    }
    Ok(())
}
