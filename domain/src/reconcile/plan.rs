//! Decides what to check, and enqueues a job for each.

use sqlx::PgConnection;

use super::{CheckPayment, CheckTrack, FetchEvents};
use crate::{
    Fault, Shop,
    clock::At,
    connect::{self, Adopt, FetchSessions},
    ids::{LabelId, OrderId, ParcelId},
    parcel::{BuyLabel, LabelStatus, VoidLabel, WatchParcels},
    queue,
};

/// How far back the hourly run looks: longer than Stripe tries to deliver.
const USUAL: i64 = 4 * 24 * 3600;
/// What is younger than this is still on its way by itself.
const YOUNG: i64 = 300;

/// How much will be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Planned {
    /// Payments.
    pub payments: usize,
    /// Labels of which it is not known yet whether they were bought, or taken back.
    pub labels: usize,
    /// Parcels on their way.
    pub parcels: usize,
}

/// Enqueues a check of everything open that began, or was paid, within so many seconds.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn plan(shop: &Shop, back: i64) -> Result<Planned, Fault> {
    let now = shop.clock.now();
    let since = now.plus(-back);
    let mut tx = shop.pool.begin().await?;
    queue::enqueue(&mut tx, &FetchEvents { since: since.0.as_second(), after: None }).await?;
    // Payments that are to become orders, where the shop takes any: their news may have been lost like any other.
    let adopts = match shop.connections.adopt {
        Adopt::Off => false,
        Adopt::Marked => connect::store::any_of_stripe(&mut tx).await?,
        Adopt::All => true,
    };
    if adopts {
        queue::enqueue(&mut tx, &FetchSessions { since: since.0.as_second(), after: None }).await?;
    }
    // Waiting for money, holding it, or with a refund under way; and whatever was paid lately, for refunds we did not make. An order
    // whose page was never made gets it now: a page ends, and gives back what the order holds.
    let payments = sqlx::query_scalar!(
        "select p.order_id from payment p join orders o on o.id = p.order_id
         where (p.session_id is not null or (o.status = 'pending' and p.status = 'unpaid')) and o.placed_at >= $1 and o.placed_at <= $2
             and (p.status in ('unpaid', 'authorized', 'failed')
                 or exists (select 1 from refund r where r.payment_id = p.id and r.status in ('pending', 'requires_action'))
                 or p.updated_at >= $1)
         order by o.placed_at desc limit 2000",
        since as At,
        now.plus(-YOUNG) as At,
    )
    .fetch_all(&mut *tx)
    .await?;
    for order in &payments {
        queue::enqueue(&mut tx, &CheckPayment { order: OrderId(*order) }).await?;
    }
    queue::enqueue(&mut tx, &WatchParcels { after: None }).await?;
    let labels = labels(&mut tx, now).await?;
    let parcels = if shop.shippo.is_there() { parcels(&mut tx, since).await? } else { 0 };
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(Planned { payments: payments.len(), labels, parcels })
}

/// A label's own job looks before it asks, so that a second one does no harm.
async fn labels(conn: &mut PgConnection, now: At) -> Result<usize, Fault> {
    let open = sqlx::query!(
        "select id, status from label where status in ('intended', 'calling', 'unknown', 'voiding') and updated_at <= $1 limit 2000",
        now.plus(-YOUNG) as At,
    )
    .fetch_all(&mut *conn)
    .await?;
    for row in &open {
        let label = LabelId(row.id);
        match row.status {
            LabelStatus::Voiding => queue::enqueue(conn, &VoidLabel { label }).await?,
            _ => queue::enqueue(conn, &BuyLabel { label }).await?,
        }
    }
    Ok(open.len())
}

/// Parcels that a carrier may have told about: those of our labels, and those whose number staff typed.
async fn parcels(conn: &mut PgConnection, since: At) -> Result<usize, Fault> {
    let open = sqlx::query!(
        "select id, order_id from parcel
         where carrier_token is not null and tracking_number is not null and voided_at is null and tracking not in ('delivered', 'returned')
             and (created_at >= $1 or tracking_at >= $1) limit 2000",
        since as At,
    )
    .fetch_all(&mut *conn)
    .await?;
    for row in &open {
        let job = CheckTrack { parcel: ParcelId(row.id), order: OrderId(row.order_id) };
        queue::enqueue(conn, &job).await?;
    }
    Ok(open.len())
}

/// The hourly run: whichever process moves the moment on first does it.
///
/// # Errors
/// When PostgreSQL is away.
pub async fn hourly(shop: &Shop) -> Result<Option<Planned>, Fault> {
    let now = shop.clock.now();
    let ours = sqlx::query!(
        "update schedule set next_at = $1 where name = 'reconcile' and next_at <= $2",
        now.plus(3600) as At,
        now as At
    )
    .execute(&shop.pool)
    .await?;
    if ours.rows_affected() == 1 { plan(shop, USUAL).await.map(Some) } else { Ok(None) }
}
