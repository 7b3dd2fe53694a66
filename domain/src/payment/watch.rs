//! Job: staff are told a day before held money is lost.

use std::time::Duration;

use serde::{Deserialize, Serialize};
use serde_json::json;

use super::{PaymentStatus, store};
use crate::{
    Fault, Shop,
    alert::{self, AlertKind},
    clock::At,
    ids::OrderId,
    queue::{Job, Outcome},
};

const DAY: i64 = 24 * 3600;
/// Cards hold money for seven days unless Stripe says otherwise (<https://docs.stripe.com/payments/place-a-hold-on-a-payment-method>).
const USUAL: i64 = 7 * DAY;

/// Watches over one hold.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct WatchAuthorization {
    /// Whose.
    pub order: OrderId,
}

impl Job for WatchAuthorization {
    const NAME: &'static str = "watch_authorization";

    async fn run(self, shop: &Shop, _attempt: i32) -> Outcome {
        watch(shop, self.order).await.unwrap_or_else(Outcome::from)
    }
}

async fn watch(shop: &Shop, id: OrderId) -> Result<Outcome, Fault> {
    let mut conn = shop.pool.acquire().await?;
    let payment = store::of_order(&mut conn, id).await?;
    if payment.facts.status() != PaymentStatus::Authorized {
        return Ok(Outcome::Done);
    }
    let until = sqlx::query_scalar!("select capture_before from payment where id = $1", payment.id.0)
        .fetch_one(&mut *conn)
        .await?;
    drop(conn);
    let now = shop.clock.now();
    let until = match (until, &payment.payment_intent) {
        (Some(until), _) => until,
        (None, Some(intent)) => {
            let said = shop.ask("stripe", shop.stripe.capture_before(intent)).await?;
            keep(shop, &payment, said.unwrap_or_else(|| now.plus(USUAL))).await?
        }
        (None, None) => keep(shop, &payment, now.plus(USUAL)).await?,
    };
    let left = now.seconds_until(until) - DAY;
    if left > 0 {
        return Ok(Outcome::Snooze(Duration::from_secs(left.unsigned_abs())));
    }
    let mut tx = shop.pool.begin().await?;
    let detail = json!({ "capture_before": until });
    alert::store::raise(&mut tx, id, AlertKind::AuthorizationLapsing, detail, now).await?;
    tx.commit().await?;
    shop.bell.ring(id);
    Ok(Outcome::Done)
}

async fn keep(shop: &Shop, payment: &store::Payment, until: At) -> Result<At, Fault> {
    sqlx::query!("update payment set capture_before = $2 where id = $1", payment.id.0, until as At)
        .execute(&shop.pool)
        .await?;
    Ok(until)
}
