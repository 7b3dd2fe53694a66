//! Decides what to check, and enqueues a job for each.

use super::{CheckPayment, FetchEvents};
use crate::{Fault, Shop, clock::At, ids::OrderId, queue};

/// How far back the hourly run looks: longer than Stripe tries to deliver.
const USUAL: i64 = 4 * 24 * 3600;
/// What is younger than this is still on its way by itself.
const YOUNG: i64 = 300;

/// How much will be checked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Planned {
    /// Payments.
    pub payments: usize,
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
    // Waiting for money, holding it, or with a refund under way; and whatever was paid lately, for refunds we did not make.
    let payments = sqlx::query_scalar!(
        "select p.order_id from payment p join orders o on o.id = p.order_id
         where p.session_id is not null and o.placed_at >= $1 and o.placed_at <= $2
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
    tx.commit().await?;
    shop.bell.work_waits();
    Ok(Planned { payments: payments.len() })
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
